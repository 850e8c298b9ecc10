import { createHash } from 'node:crypto'
import type { Bundle, Schema } from '../../spec/document/model.ts'
import type { Operation } from '../../spec/operation.ts'
import type { Members } from '../read-body.ts'
import { type CallForm, SIGNED } from './call-forms.ts'
import { codeRule, expectedOf, type Rules, requestRule, ruleOf } from './pact-parts.ts'
import { statesFor, valueFor } from './required-states.ts'
import { BESIDE, type Result } from './results.ts'
import { STATES, type StateName } from './states.ts'

/** One interaction of Pact V4: a form of the call, and the result it must get. */
export function interactionOf(operation: Operation, form: CallForm, result: Result, { services }: Bundle) {
  const { ref, service, doc } = operation
  const states = givenOf(operation, form, result)
  const schemas = services[service]?.components?.schemas ?? {}
  const description = `${operation.id} (${form.name}) ${saying(result)}`
  const { key, meaning, cause, source, evidence } = result
  return {
    type: 'Synchronous/HTTP',
    key: createHash('sha256').update(`${ref} ${description}`).digest('hex').slice(0, 16),
    // A result that the vendor's pages do not document is reported, but must not fail a seller.
    pending: PENDING.has(evidence) || UNREADABLE.has(`${operation.id} ${form.name}`),
    description,
    providerStates: states.map((name) => ({ name, params: paramsOf(name, service, key) })),
    request: requestOf(operation, form, result, states, schemas),
    response: responseOf(operation, form, result, schemas),
    comments: {
      text: [`${meaning}.`, `What leads to it: ${cause}.`],
      references: {
        'koogallery-sandbox': { operation: ref, scene: form.name, result: key, source, evidence, page: doc['x-source'][0] ?? '' },
      },
    },
  }
}

export type SellerInteraction = ReturnType<typeof interactionOf>

const PENDING: ReadonlySet<string> = new Set(['inferred', 'unknown', 'demo'])

/** A published example that no JSON parser reads (setting orgInfoListForm). It may be sent, and a seller may fail on it. */
const UNREADABLE: ReadonlySet<string> = new Set(['allOrgSync looseString'])

function saying({ codes, key, by }: Result): string {
  if (by.how === 'served') return 'is carried out'
  if (by.how === 'repeated') return 'once more gets the same instance'
  if (by.how === 'beside')
    return `${by.state === undefined ? 'is carried out' : 'once more gets the same instance'} although another one is gone`
  const alternatives = key.includes(':') ? [`${codes[0]} (${key.slice(7)})`] : codes
  const why = by.how === 'missing' ? ` without ${by.member}` : ''
  return `${why} is answered ${alternatives.join(' or ')}`.trimStart()
}

function givenOf(operation: Operation, form: CallForm, { key, by }: Result): readonly StateName[] {
  const needed = statesFor(operation, form)
  if (by.how === 'state') return [...needed, by.state]
  if (by.how === 'repeated') return [by.state]
  if (by.how === 'beside') return by.state === undefined ? needed.map((name) => BESIDE[name] ?? name) : [by.state]
  // A state that only provides the missing member is not needed.
  if (by.how === 'missing')
    return needed.filter((name) => Object.keys(form.members).some((member) => member !== by.member && fills(operation, name, member)))
  if (by.how !== 'unknown-instance') return needed
  const thing = key === '000003:licence' ? 'license' : 'instanceId'
  const missing = thing === 'license' ? 'no such licence code' : 'no such instance'
  return needed.map((name) => ((STATES[name].gives as readonly string[]).includes(thing) ? missing : name))
}

const fills = (operation: Operation, state: StateName, member: string) =>
  (STATES[state].gives as readonly string[]).includes(valueFor(operation, member))

/** A seller's own handler need not know the names of states: the parameter names the expected result code. */
function paramsOf(name: StateName, service: string, key: string): Members {
  return STATES[name].by === 'seller' ? { resultCode: key.slice(0, 6) } : { edition: service === 'production-v1' ? 'v1' : 'v2' }
}

function requestOf(
  operation: Operation,
  form: CallForm,
  { by }: Result,
  states: readonly StateName[],
  schemas: Readonly<Record<string, Schema>>,
) {
  const { doc, method } = operation
  const left = by.how === 'missing' ? by.member : by.how === 'state' ? by.without : undefined
  const members = Object.fromEntries(Object.entries(form.members).filter(([name]) => name !== left))
  const body = method === 'POST'
  const schema = body ? doc.requestBody?.content['application/json']?.schema : undefined
  const properties = schema ? (schemas[schema.$ref?.split('/').at(-1) ?? '']?.properties ?? {}) : {}
  const parameters = doc.parameters ?? []
  const inQuery = parameters.filter((one) => one.in === 'query' && (SIGNED.has(one.name) || (!body && one.name in members)))
  const inHeader = parameters.filter((one) => one.in === 'header')
  const values = { ...Object.fromEntries(parameters.map((one) => [one.name, (one as { example?: unknown }).example])), ...members }
  const queryRules = rulesOf(inQuery.map(({ name, schema }) => [name, requestRule(schema, schemas, true)]))
  const headerRules = rulesOf(inHeader.map(({ name, schema }) => [name, requestRule(schema, schemas, true)]))
  const bodyRules = rulesOf(Object.keys(members).map((name) => [`$.${name}`, requestRule(properties[name] ?? {}, schemas)]))
  const generators = generatorsOf(operation, members, states)
  return {
    method,
    path: doc['x-path'] ?? '/',
    ...(inQuery.length === 0 ? {} : { query: Object.fromEntries(inQuery.map(({ name }) => [name, [String(values[name])]])) }),
    ...(body || inHeader.length > 0
      ? {
          headers: {
            // The signing proxy adds the vendor's charset, because not every verifier can send it.
            ...(body ? { 'Content-Type': ['application/json'] } : {}),
            ...Object.fromEntries(inHeader.map(({ name }) => [name, [String(values[name])]])),
          },
        }
      : {}),
    ...(body ? { body: { contentType: 'application/json', encoded: false, content: members } } : {}),
    matchingRules: {
      ...(inQuery.length === 0 ? {} : { query: queryRules }),
      ...(body ? { header: { 'Content-Type': JSON_RULE, ...headerRules }, body: bodyRules } : {}),
    },
    ...(Object.keys(generators).length === 0
      ? {}
      : { generators: body ? { body: keysAs(generators, (name) => `$.${name}`) } : { query: generators } }),
  }
}

const JSON_RULE = ruleOf({ match: 'regex', regex: '^application/json(\\s*;.*)?$' })

/** Members whose value comes from a state are filled in by the verifier; empty members stay empty. */
function generatorsOf(operation: Operation, members: Members, states: readonly StateName[]) {
  const given = new Set(states.flatMap((name) => STATES[name].gives as readonly string[]))
  return Object.fromEntries(
    Object.keys(members)
      .filter((name) => members[name] !== '' && given.has(valueFor(operation, name)))
      .map((name) => [name, { type: 'ProviderState', expression: `\${${valueFor(operation, name)}}`, dataType: 'STRING' }]),
  )
}

/** Members that an answer must have although the vendor's table makes them optional: the purpose of the call. */
const SHOWS: Readonly<Record<string, readonly string[]>> = { queryInstance: ['info'] }

function responseOf(operation: Operation, form: CallForm, { codes, by, key }: Result, schemas: Readonly<Record<string, Schema>>) {
  const { id, doc } = operation
  const answer = doc.responses['200']
  const media = answer?.content?.['application/json']
  const signed = answer?.headers?.['Body-Sign']
  const examples = Object.values(media?.examples ?? {}).map(({ value }) => value as Members)
  const published = examples.find(({ resultCode }) => resultCode === '000000') ?? { resultCode: '000000' }
  const several = String(form.members['instanceId']).split(',').length
  const example = Array.isArray(published['info']) ? { ...published, info: Array(several).fill(published['info'][0]) } : published
  // For a refusal, and for an answer without required members, only the code is compared.
  const full =
    ['served', 'repeated', 'beside'].includes(by.how) || (key === '000004' && id === 'newInstance' && operation.service === 'production')
  const expected = full ? expectedOf(media?.schema ?? {}, schemas, example, new Set(SHOWS[id] ?? [])) : { content: {}, rules: {} as Rules }
  const rules = { ...codeRule(codes), ...expected.rules }
  const sign = signed?.required === true && typeof signed.schema?.['pattern'] === 'string'
  return {
    status: 200,
    headers: { 'Content-Type': ['application/json'], ...(sign ? { 'Body-Sign': [String(signed.example)] } : {}) },
    body: { contentType: 'application/json', encoded: false, content: { ...(expected.content as Members), resultCode: codes[0] } },
    matchingRules: {
      header: {
        'Content-Type': JSON_RULE,
        ...(sign ? { 'Body-Sign': ruleOf({ match: 'regex', regex: signed.schema?.['pattern'] }) } : {}),
      },
      ...(Object.keys(rules).length === 0 ? {} : { body: rules }),
    },
  }
}

function rulesOf(entries: readonly (readonly [string, ReturnType<typeof requestRule>])[]): Rules {
  return Object.fromEntries(entries.flatMap(([name, rule]) => (rule ? [[name, rule]] : [])))
}

const keysAs = <Value>(record: Readonly<Record<string, Value>>, change: (key: string) => string): Record<string, Value> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [change(key), value]))
