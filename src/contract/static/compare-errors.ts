import { didYouMean } from '../../language/did-you-mean.ts'
import type { Specs } from '../../spec/catalogue.ts'
import type { ErrorDoc, FamilyDoc, Schema } from '../../spec/document/model.ts'
import type { Finding } from '../../spec/finding.ts'
import type { Operation } from '../../spec/operation.ts'
import { isObject } from '../read-body.ts'
import type { PactResponse } from '../read-pact.ts'
import { cited } from './place.ts'
import { readRegex } from './read-regex.ts'

/** What the specs say about one expected answer. */
export interface Expected {
  /** Documented for the operation itself, for the gateway in front of it, or not at all. */
  readonly by: 'operation' | 'gateway' | undefined
  readonly schema: Schema | undefined
  readonly findings: readonly Finding[]
}

/** Whether status and error code of an expected answer are documented for the operation, or else for the gateway in front of it. */
export function compareErrors(specs: Specs, operation: Operation, response: PactResponse): Expected {
  const { status } = response
  const documented = operation.doc.responses[String(status)]
  const gateway = Object.values(specs.bundle.families.gateway ?? {})[0]
  const ofGateway = new Set([...operation.gatewayErrors.values()].map((entry) => entry.status).filter((one) => one >= 400))
  const say = (code: string, pointer: string, expected: string, got: string, hint?: string): Finding => ({
    code: `reply.${code}`,
    level: 'error',
    pointer,
    expected,
    got,
    ...cited(specs, operation, code === 'status.unknown' ? 'errors' : documented ? String(status) : 'errors'),
    ...(hint === undefined || hint === '' ? {} : { hint }),
  })
  if (!documented && !ofGateway.has(status)) {
    const known = Object.keys(operation.doc.responses).join(', ')
    const hint = `The gateway also answers ${[...ofGateway].sort().join(', ')}.`
    return { by: undefined, schema: undefined, findings: [say('status.unknown', '/status', known, String(status), hint)] }
  }
  const family = specs.bundle.families[operation.service]?.[operation.doc['x-error-family'] ?? '']
  const own = family && codeOf(family, response)
  const fromGateway = gateway && codeOf(gateway, response)
  const isGateways =
    gateway !== undefined &&
    ofGateway.has(status) &&
    (!documented || (fromGateway?.code !== undefined && /^APIGW?\./.test(fromGateway.code)))
  const { code, pointer, regex } = (isGateways ? fromGateway : own) ?? {}
  const by = isGateways ? 'gateway' : 'operation'
  const schema = isGateways ? gateway.envelope.schema : documented?.content?.['application/json']?.schema
  const listed = codesAt(isGateways ? operation.gatewayErrors : operation.errors, status)
  if (code === undefined || pointer === undefined) return { by, schema, findings: [] }
  if (status < 400 && (listed.length === 0 || shownCodes(operation, status).includes(code))) return { by, schema, findings: [] }
  const findings: Finding[] = []
  // The code may be documented on the other side (operation or gateway), with other statuses.
  const elsewhere = [...new Set([...statusesOf(operation.errors, code), ...statusesOf(operation.gatewayErrors, code)])]
  if (!listed.includes(code)) {
    const other = elsewhere.length > 0 ? `${operation.id} documents ${code} with status ${elsewhere.join(', ')}.` : ''
    const near = didYouMean(code, [...operation.errors.keys()].map(systemClock)).trim()
    findings.push(say('error.undocumented', pointer, `with ${status} one of ${listed.join(', ') || 'no code'}`, code, other || near))
  } else if (regex !== undefined && readRegex(regex) && !listed.some((one) => readRegex(regex)?.test(one)))
    findings.push(say('error.undocumented', pointer, `with ${status} one of ${listed.join(', ')}`, `text like ${regex}`))
  return { by, schema, findings }
}

/** The error code in an expected body, found by the envelope of a family, and the regular expression of its matcher. */
function codeOf({ envelope }: FamilyDoc, { body, rules }: PactResponse) {
  const keys = keysOfCode(envelope.body)
  if (!keys || body === undefined) return undefined
  const found = keys.reduce<unknown>((node, key) => (isObject(node) ? node[key] : undefined), body.value)
  if (found === undefined) return undefined
  const rule = rules.find((one) => one.part === 'body' && one.keys.join('/') === keys.join('/'))
  return {
    code: String(found),
    pointer: ['/body', ...keys].join('/'),
    regex: rule?.matchers.find(({ regex }) => regex !== undefined)?.regex,
  }
}

/** The paths at which an envelope writes `{code}`. */
function keysOfCode(template: unknown): string[] | undefined {
  if (template === '{code}') return []
  if (!isObject(template)) return undefined
  for (const [key, value] of Object.entries(template)) {
    const below = keysOfCode(value)
    if (below) return [key, ...below]
  }
  return undefined
}

const systemClock = (key: string) => key.split(':')[0] as string

function codesAt(errors: ReadonlyMap<string, ErrorDoc>, status: number): string[] {
  return [...new Set([...errors].filter(([, entry]) => entry.status === status).map(([key]) => systemClock(key)))]
}

function statusesOf(errors: ReadonlyMap<string, ErrorDoc>, code: string): number[] {
  return [...new Set([...errors].filter(([key]) => systemClock(key) === code).map(([, entry]) => entry.status))]
}

/** Codes that a successful answer contains, such as MKT.0000. */
function shownCodes(operation: Operation, status: number): string[] {
  const examples = Object.values(operation.doc.responses[String(status)]?.content?.['application/json']?.examples ?? {})
  return examples.flatMap(({ value }) => (isObject(value) ? Object.values(value).filter((one) => typeof one === 'string') : []))
}
