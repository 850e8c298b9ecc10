import { isObject } from '../read-body.ts'

/**
 * The verifier follows redirects and would check the answer of another address. Therefore a redirect is given an unused status that no
 * client follows, both in the pact and in the answer.
 */
export const onTheWay = (status: number): number => (FOLLOWED.includes(status) ? status + AWAY : status)

const FOLLOWED: readonly number[] = [301, 302, 303, 307, 308]
/** Higher than every status that servers send, and still valid in HTTP. */
const AWAY = 600

/** The same for a pact's matching rules of a status: in Pact V4 a list, or the name of a class. */
export function rulesOnTheWay(rules: unknown): unknown {
  if (Array.isArray(rules)) return rules.map(rulesOnTheWay)
  if (!isObject(rules)) return rules
  if (rules['match'] !== 'statusCode') return Object.fromEntries(Object.entries(rules).map(([key, one]) => [key, rulesOnTheWay(one)]))
  const { status } = rules
  const [from, to] = CLASSES[String(status)] ?? []
  const each = from === undefined || to === undefined ? status : Array.from({ length: to - from + 1 }, (_, i) => from + i)
  return { ...rules, status: Array.isArray(each) ? each.map((one) => (typeof one === 'number' ? onTheWay(one) : one)) : each }
}

/** The status classes that include redirects, first and last. */
const CLASSES: Readonly<Record<string, readonly [number, number]>> = { redirect: [300, 399], nonError: [100, 399] }
