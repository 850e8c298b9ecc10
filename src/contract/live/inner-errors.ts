import type { Specs } from '../../spec/catalogue.ts'
import type { Finding } from '../../spec/finding.ts'
import { escapeKey } from '../../spec/json-pointer.ts'
import type { Operation } from '../../spec/operation.ts'
import type { Interaction } from '../read-pact.ts'

/** A usage record that was accepted and later found faulty, by its index in the request. */
export interface FaultyRecord {
  readonly place: number
  readonly code: string
}

/** The answer to one interaction. */
export interface LiveAnswer {
  readonly status: number
  readonly body: unknown
  /** Usage records of the request that the world now marks as faulty, whether the answer reports it or not. */
  readonly faulty: readonly FaultyRecord[]
}

/**
 * Finds errors inside a successful answer: some interfaces answer 200 and report in the body that a part of the request, or all of it,
 * was refused. Type matchers accept such a body. A pact whose example has an error at the same place expects it.
 */
export function* innerErrors(
  specs: Specs,
  operation: Operation,
  { request, response }: Interaction,
  answer: LiveAnswer,
): Generator<Finding> {
  if (response.status >= 400 || answer.status >= 400) return
  const meanings = meaningsOf(specs, operation)
  const errorsIn = (body: unknown) => [...errorsAt(body, meanings)]
  const expected = new Set(errorsIn(response.body?.value).map(({ pointer }) => anyItem(pointer)))
  const faulty = answer.faulty.map(({ place, code }) => `usage_records/${place}: ${withMeaning(code, meanings)}`)
  const errors = errorsIn(answer.body).filter(({ pointer }) => !expected.has(anyItem(pointer)))
  for (const { pointer, code } of errors) {
    const record = answer.faulty.findIndex((one) => one.code === code)
    yield {
      code: 'reply.inner.error',
      level: 'error',
      pointer: `/body${pointer}`,
      expected: `no error inside the ${answer.status} answer: the pact shows none there`,
      got: record < 0 ? withMeaning(code, meanings) : (faulty[record] as string),
      hint:
        faulty.length > 0
          ? `Faulty records of the request: ${faulty.join('; ')}. Send correct records, or show the error in the pact.`
          : 'Send correct data, set up the state that is needed, or show the error in the pact.',
    }
  }
  if (errors.length > 0 || expected.size > 0) return
  for (const { place, code } of answer.faulty)
    yield {
      code: 'request.record.faulty',
      level: 'error',
      pointer: `/body/usage_records/${place}`,
      expected: 'a record that is billed',
      got: withMeaning(code, meanings),
      hint: `${request.method} ${request.path} accepts faulty records and discards them later: they are never billed.`,
    }
}

const withMeaning = (code: string, meanings: ReadonlyMap<string, string>) => {
  const meaning = meanings.get(code)
  return meaning === undefined || meaning === '' ? code : `${code} (${meaning})`
}

const anyItem = (pointer: string) => pointer.replace(/\/\d+(?=\/|$)/g, '/*')

/** Every documented error code of the operation, and its meaning. Single records have their own codes. */
function meaningsOf({ bundle }: Specs, { service, errors, gatewayErrors }: Operation): ReadonlyMap<string, string> {
  const listed = [...errors, ...gatewayErrors].map(([key, { meaning, message }]) => [systemClock(key), meaning ?? message ?? ''] as const)
  const families = Object.values(bundle.families[service] ?? {})
  const records = families.flatMap((family) => Object.entries(family.records ?? {}).map(([code, { meaning }]) => [code, meaning] as const))
  return new Map([...listed, ...records])
}

const systemClock = (key: string) => key.split(':')[0] as string

const CODE = /^(error|result|fail|err)?_?code$/i

/** Lists that contain only failures: `fail_resource_infos`. */
const FAILURES = /^fail(ed|ure)?s?_/i

/** Members that report an error: a documented code, or `result: FAIL` with any code next to it. */
function* errorsAt(
  value: unknown,
  known: ReadonlyMap<string, string>,
  pointer = '',
  isOfFailures = false,
): Generator<{ pointer: string; code: string }> {
  if (Array.isArray(value)) {
    for (const [i, item] of value.entries()) yield* errorsAt(item, known, `${pointer}/${i}`, isOfFailures)
    return
  }
  if (!value || typeof value !== 'object') return
  const members = Object.entries(value)
  const failed = isOfFailures || members.some(([name, one]) => /^(result|status)$/i.test(name) && /^fail(ed|ure)?$/i.test(String(one)))
  const codes = members.filter(([name, one]) => CODE.test(name) && one !== null && typeof one !== 'object')
  const wrong = codes.find(([, one]) => (failed ? String(one) !== '' : known.has(String(one))))
  if (wrong) yield { pointer: `${pointer}/${wrong[0]}`, code: String(wrong[1]) }
  else if (failed) yield { pointer: `${pointer}/${members.find(([name]) => /^(result|status)$/i.test(name))?.[0] ?? ''}`, code: 'FAIL' }
  for (const [name, part] of members)
    yield* errorsAt(part, known, `${pointer}/${escapeKey(name)}`, Array.isArray(part) && FAILURES.test(name))
}
