import { documentedKeys } from './answers/documented.ts'
import type { Specs } from './catalogue.ts'
import { FOREIGN } from './document/foreign.ts'
import type { Bundle, Schema } from './document/model.ts'
import type { Operation } from './operation.ts'

/** What is counted. The names are published: coverage files and thresholds contain them. */
export const COVERED_KINDS = [
  'operations',
  'parameters',
  'statuses',
  'errors',
  'activities',
  'scenes',
  'results',
  'outcomes',
  'transitions',
] as const
export type CoveredKind = (typeof COVERED_KINDS)[number]

/** How often something happened without being forced, and how often because a caller forced it (`X-Sandbox-Error`, a scenario). */
export interface CoverageCount {
  readonly natural: number
  readonly forced: number
}

/** What some runs exercised: the content of a coverage file. Names are those of `coverableOf`, in order; a missing name counts as zero. */
export interface Coverage {
  readonly format: 1
  /** Number of runs that are added up here. */
  readonly runs: number
  readonly counts: Readonly<Record<CoveredKind, Readonly<Record<string, CoverageCount>>>>
}

/** Everything that can be exercised, by name: `bss.PayOrders query/limit`, `gateway APIGW.0301`, `orders pending-payment -pay-> processing`. */
export type Coverable = Readonly<Record<CoveredKind, readonly string[]>>

/** Why there was no usable answer; worlds store the same words with an attempt. Addresses that were deliberately not called are not counted. */
const FAILURES = ['timeout', 'unreachable', 'reset', 'too-large', 'broken', 'redirect', 'not-allowed']

/** Members whose value distinguishes the calls to a seller that share one activity. */
const FORM_MEMBERS = ['scene', 'status', 'instanceStatus', 'flag', 'trialToFormal', 'trialFlag']

/**
 * Lists everything that the specs allow to exercise. The sandbox's own operations (control API, console) are not the vendor's, so they are
 * left out.
 */
export function coverableOf({ operations, webhooks, bundle }: Specs): Coverable {
  const vendors = operations.filter(({ ours }) => !ours)
  const gateway = vendors.length === 0 ? [] : [...(vendors[0]?.gatewayErrors.keys() ?? [])]
  const schemasOf = (service: string) => bundle.services[service]?.components?.schemas ?? {}
  // Webhooks of foreign documents are no calls to sellers.
  const called = webhooks.filter(({ ours, service }) => !ours && bundle.services[service]?.['x-origin'] !== FOREIGN)
  return {
    operations: vendors.map(({ ref }) => ref),
    parameters: vendors.flatMap((one) => parametersOf(one, schemasOf(one.service)).map((name) => `${one.ref} ${name}`)),
    statuses: vendors.flatMap(({ ref, doc }) => documentedKeys(doc).map((status) => `${ref} ${status}`)),
    errors: [...vendors.flatMap(({ ref, errors }) => [...errors.keys()].map((key) => `${ref} ${key}`)), ...gateway.map(gatewayError)],
    activities: called.map(({ ref }) => ref),
    scenes: called.flatMap((one) => formsOf(one, schemasOf(one.service)).map((scene) => `${one.ref} ${scene}`)),
    results: called.flatMap(({ ref, doc }) =>
      (doc['x-result-codes'] ?? []).map((one) => `${ref} ${typeof one === 'string' ? one : one.code}`),
    ),
    outcomes: [...outcomesOf(bundle, new Set(called.map(({ ref }) => ref))), ...(called.length > 0 ? FAILURES.map(failedCall) : [])],
    transitions: Object.entries(called.length > 0 ? bundle.machines : {}).flatMap(([kind, rows]) =>
      rows.map(({ from, event, to }) => transitionName(kind, { from: String(from), event: String(event), to: String(to) })),
    ),
  }
}

export const gatewayError = (key: string): string => `gateway ${key}`
export const failedCall = (failure: string): string => `deliveries ${failure}`

export function transitionName(
  kind: string,
  { from, event, to }: { readonly from: string; readonly event: string; readonly to: string },
): string {
  return `${kind} ${from} -${event}-> ${to}`
}

/** The service, or the part of the world, that a name belongs to. Reports are grouped by it. */
export function partOf(kind: CoveredKind, name: string): string {
  return kind === 'transitions' ? 'world' : (name.split(/[. ]/)[0] as string)
}

/** Parameters, and the first level of members of a JSON or form body: `path/order_id`, `query/limit`, `body/order_id`. */
function parametersOf({ doc }: Operation, schemas: Readonly<Record<string, Schema>>): readonly string[] {
  const media = Object.values(doc.requestBody?.content ?? {}).map(({ schema }) => schema)
  const members = new Set(media.flatMap((schema) => Object.keys(membersOf(schema, schemas))))
  return [...(doc.parameters ?? []).map(({ in: where, name }) => `${where}/${name}`), ...[...members].map((name) => `body/${name}`)]
}

/** Members that distinguish the forms of a call, with each published value: `scene=RENEWAL`. */
function formsOf({ doc }: Operation, schemas: Readonly<Record<string, Schema>>): readonly string[] {
  const inBody = Object.values(doc.requestBody?.content ?? {}).flatMap(({ schema }) => Object.entries(membersOf(schema, schemas)))
  const inQuery = (doc.parameters ?? []).map(({ name, schema }) => [name, schema] as const)
  const all = [...inBody, ...inQuery].filter(([name]) => FORM_MEMBERS.includes(name))
  return [...new Set(all.flatMap(([name, schema]) => (follow(schema, schemas)?.enum ?? []).map((value) => formName(name, value))))]
}

const formName = (member: string, value: unknown): string => `${member}=${String(value)}`

/** The forms that a call with these members exercises. */
export function playedForms(members: Readonly<Record<string, unknown>>): readonly string[] {
  return FORM_MEMBERS.flatMap((name) => (members[name] === undefined ? [] : [formName(name, members[name])]))
}

function membersOf(schema: Schema | undefined, schemas: Readonly<Record<string, Schema>>, depth = 0): Readonly<Record<string, Schema>> {
  const own = follow(schema, schemas)
  if (!own || depth > 8) return {}
  const joined = [own['allOf'], own['oneOf'], own['anyOf']].flat().filter((one): one is Schema => typeof one === 'object' && one !== null)
  return Object.assign({}, ...joined.map((one) => membersOf(one, schemas, depth + 1)), own.properties)
}

function follow(schema: Schema | undefined, schemas: Readonly<Record<string, Schema>>): Schema | undefined {
  const name = schema?.$ref?.split('/').at(-1)
  return name === undefined ? schema : schemas[name]
}

interface Timetables {
  readonly timetables?: Readonly<Record<string, { readonly times?: number; readonly afterwards?: string }>>
  readonly deliveries?: readonly Readonly<Record<string, unknown>>[]
}

/** How each call that a fact causes can end: success, another attempt, and what its timetable does after all attempts failed. */
function outcomesOf({ deliveries }: Bundle, called: ReadonlySet<string>): readonly string[] {
  const { timetables = {}, deliveries: rows = [] } = (deliveries ?? {}) as Timetables
  const found = new Set<string>()
  for (const row of rows) {
    for (const [member, names] of [
      ['call', ['timetable', 'online-timetable']],
      ['v1', ['v1-timetable']],
    ] as const) {
      const ref = row[member]
      if (typeof ref !== 'string' || !called.has(ref)) continue
      found.add(`${ref} succeeded`)
      for (const name of names) {
        const timetable = timetables[String(row[name])]
        if (!timetable) continue
        if (timetable.times !== 1) found.add(`${ref} retried`)
        found.add(`${ref} ${timetable.afterwards === 'hold' ? 'held' : 'given-up'}`)
        if (timetable.afterwards === 'hold') found.add(`${ref} restarted`)
      }
    }
  }
  return [...found]
}
