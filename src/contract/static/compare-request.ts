import type { Call } from '../../spec/call.ts'
import type { Specs } from '../../spec/catalogue.ts'
import type { ParameterDoc, Presence } from '../../spec/document/model.ts'
import type { Finding } from '../../spec/finding.ts'
import type { Operation } from '../../spec/operation.ts'
import { decodeQuery, readPresence } from '../../spec/request/query.ts'
import { VendorError } from '../../spec/vendor-error.ts'
import type { Interaction, PactRequest } from '../read-pact.ts'
import { cited } from './place.ts'
import { readRegex } from './read-regex.ts'

/**
 * Checks whether the vendor would accept the request. It is read as the sandbox reads it, with the meaning that each query parameter
 * gives to `name=`, `name=""` and `name=null` (S-06). Where a refusal is expected the request may be wrong; there, a finding reports a
 * request that looks wrong but would be accepted.
 */
export function* compareRequest(
  specs: Specs,
  operation: Operation,
  values: Readonly<Record<string, string>>,
  interaction: Interaction,
): Generator<Finding> {
  const { request, response } = interaction
  const findings = readingOf(operation, values, request)
  if (response.status < 400) {
    for (const finding of findings) yield { ...finding, ...placed(specs, operation, finding) }
    yield* compareForms(specs, operation, request)
  } else if (response.status === 400 && !findings.some(({ level }) => level === 'error'))
    yield* compareHarmless(specs, operation, interaction)
}

function readingOf(operation: Operation, values: Readonly<Record<string, string>>, request: PactRequest): readonly Finding[] {
  const findings: Finding[] = []
  try {
    operation.read(callOf(request), values, findings)
  } catch (error) {
    if (!(error instanceof VendorError)) throw error
  }
  return findings
}

/** A pact's request as the sandbox would receive it. A JSON body without a content type is sent as JSON, as the verifier does. */
export function callOf({ method, path, query, headers, body }: PactRequest): Call {
  const lower = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
  const text = body === undefined ? '' : body.json ? JSON.stringify(body.value) : body.value
  const bytes = text instanceof Uint8Array ? text : new TextEncoder().encode(String(text ?? ''))
  if (bytes.length > 0) lower['content-type'] ??= body?.json ? 'application/json' : 'text/plain'
  return { method, path, query, host: lower.host ?? '', headers: lower, body: bytes }
}

function placed(specs: Specs, operation: Operation, { pointer }: Finding): Pick<Finding, 'place'> {
  const [, part, name] = pointer.split('/')
  const { place } = cited(specs, operation, part === 'body' ? 'body' : `${part}/${name}`)
  return place === undefined ? {} : { place }
}

const FORMS = [
  ['an empty value', ''],
  ['an empty string ("")', '""'],
  ['the text null', 'null'],
] as const

/** Reports a matcher that would let the consumer send a form that this parameter does not support. */
function* compareForms(specs: Specs, operation: Operation, { rules }: PactRequest): Generator<Finding> {
  for (const { part, keys, matchers } of rules) {
    const presence = part === 'query' ? presenceOf(operation, String(keys[0])) : undefined
    if (!presence) continue
    for (const { regex } of matchers) {
      const reading = regex === undefined ? undefined : readRegex(regex)
      const refused = FORMS.filter(
        ([, value]) => reading?.test(value) && readPresence({ name: '', value, bare: false }, presence).kind === 'unsupported',
      )
      if (refused.length === 0) continue
      yield {
        code: 'request.query.form',
        level: 'warning',
        pointer: `/query/${keys[0]}`,
        expected: 'no special form here',
        got: `text like ${regex}, which takes ${refused.map(([form]) => form).join(' and ')}`,
        ...cited(specs, operation, `query/${keys[0]}`),
      }
    }
  }
}

/** Reports an expected refusal of a query value whose form is not refused: it is read as absent, or as an ordinary value. */
function* compareHarmless(specs: Specs, operation: Operation, { request, response }: Interaction): Generator<Finding> {
  const table = specs.bundle.families[operation.service]?.[operation.doc['x-error-family'] ?? '']?.violations ?? {}
  const codes = Object.entries(table).flatMap(([kind, code]) => (kind.startsWith('x-') || kind === 'forbidden' ? [] : [code].flat()))
  const bodyText = JSON.stringify(response.body?.value ?? '')
  if (!codes.some((code) => bodyText.includes(`"${code}"`))) return
  for (const item of decodeQuery(request.query).items) {
    const presence = presenceOf(operation, item.name)
    const form = FORMS.find(([, value]) => value === item.value)?.[0]
    if (!presence || form === undefined) continue
    const absent = readPresence(item, presence).kind === 'absent'
    yield {
      code: 'request.query.harmless',
      level: 'error',
      pointer: `/query/${item.name}`,
      expected: `${response.status}, as the pact expects`,
      got: `${form}, which this parameter reads as ${absent ? 'absent' : 'a value'}: it is not refused`,
      ...cited(specs, operation, `query/${item.name}`),
    }
  }
}

function presenceOf(operation: Operation, name: string): Presence | undefined {
  return operation.doc.parameters?.find((one: ParameterDoc) => one.in === 'query' && one.name === name)?.['x-presence']
}
