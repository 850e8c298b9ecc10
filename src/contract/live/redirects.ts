import { isObject } from '../read-body.ts'

/**
 * The verifier follows redirects and would judge the answer of another place. So on the way to it a redirect carries a status that leads
 * nowhere, in the pact as in the answer.
 */
export const onTheWay = (status: number): number => (FOLLOWED.includes(status) ? status + AWAY : status)

const FOLLOWED: readonly number[] = [301, 302, 303, 307, 308]
/** Above all that servers send, and still a status. */
const AWAY = 600

/** The same for what a pact says of a status: the rules of Pact V4, a list or the name of a class. */
export function rulesOnTheWay(rules: unknown): unknown {
  if (Array.isArray(rules)) return rules.map(rulesOnTheWay)
  if (!isObject(rules)) return rules
  if (rules['match'] !== 'statusCode') return Object.fromEntries(Object.entries(rules).map(([key, one]) => [key, rulesOnTheWay(one)]))
  const { status } = rules
  const [from, to] = CLASSES[String(status)] ?? []
  const each = from === undefined || to === undefined ? status : Array.from({ length: to - from + 1 }, (_, i) => from + i)
  return { ...rules, status: Array.isArray(each) ? each.map((one) => (typeof one === 'number' ? onTheWay(one) : one)) : each }
}

/** The classes that hold redirects, first and last. */
const CLASSES: Readonly<Record<string, readonly [number, number]>> = { redirect: [300, 399], nonError: [100, 399] }
