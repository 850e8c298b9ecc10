import type { Bundle, OperationDoc, Schema, ServiceDocument } from '../../src/spec/document/model.ts'
import { changed, dropped, type Path, renamed, replaced } from './edit.ts'

/** How a rule can be broken. */
export type MutantKind = 'drop-check' | 'change-status' | 'rename-field' | 'loosen-length' | 'swap-state' | 'forget-header'

/** The specs with one rule broken. */
export interface Mutant {
  /** The same in every run: `bss drop-check paths//v2/…/limit maximum`. */
  readonly id: string
  /** Whose rule it is; the transition tables count as one. */
  readonly service: string
  readonly kind: MutantKind
  readonly apply: (bundle: Bundle) => Bundle
}

/** Who obeys a schema: what comes in is refused by the sandbox, what goes out is its own word. */
type Direction = 'in' | 'out'

const CHECKS = ['enum', 'pattern', 'format', 'const', 'minimum', 'minLength', 'minItems', 'additionalProperties'] as const
const LENGTHS = ['maxLength', 'maxItems', 'maximum'] as const
const OTHER_STATUS: Readonly<Record<number, number>> = { 400: 409, 401: 403, 403: 401, 404: 400, 409: 400, 429: 503, 500: 502, 200: 202 }

/** Every way to break one rule of the specs, in the order in which they stand there. */
export function* mutantsOf(bundle: Bundle): Generator<Mutant> {
  for (const [service, document] of Object.entries(bundle.services)) {
    const seen = new Set<string>()
    for (const { section, path, doc } of operationsOf(document)) {
      for (const mutant of ofOperation(service, document, section, path, doc)) {
        if (seen.has(mutant.id)) continue
        seen.add(mutant.id)
        yield mutant
      }
    }
    yield* ofErrors(bundle, service)
  }
  yield* ofMachines(bundle)
}

function* operationsOf(document: ServiceDocument) {
  for (const section of ['paths', 'webhooks'] as const) {
    for (const [key, item] of Object.entries(document[section] ?? {})) {
      for (const [method, doc] of Object.entries(item)) {
        if (doc && typeof doc === 'object' && 'operationId' in doc) yield { section, path: [section, key, method], doc } as const
      }
    }
  }
}

function* ofOperation(
  service: string,
  document: ServiceDocument,
  section: 'paths' | 'webhooks',
  at: Path,
  doc: OperationDoc,
): Generator<Mutant> {
  const asked: Direction = section === 'paths' ? 'in' : 'out'
  const answered: Direction = section === 'paths' ? 'out' : 'in'
  const make = (kind: MutantKind, what: string, path: Path, edit: (value: unknown) => unknown): Mutant => ({
    id: [service, kind, ...path, what].join(' '),
    service,
    kind,
    apply: (bundle) => changed(bundle, ['services', service, ...path], edit) as Bundle,
  })

  for (const [i, parameter] of (doc.parameters ?? []).entries()) {
    const path = [...at, 'parameters', i]
    const name = `${doc.operationId} ${parameter.in} ${parameter.name}`
    if (parameter.in === 'header') yield make('forget-header', name, [...at, 'parameters'], (list) => dropped(list, i))
    else if (parameter.in === 'query')
      yield make('rename-field', name, path, (value) => ({ ...(value as object), name: `${parameter.name}_x` }))
    if (asked === 'in' && parameter.required && parameter.in !== 'path')
      yield make('drop-check', `${name} required`, path, (value) => dropped(value, 'required'))
    if (asked === 'in' && parameter['x-presence'])
      yield make('drop-check', `${name} x-presence`, path, (value) => dropped(value, 'x-presence'))
    yield* walk([...path, 'schema'], asked)
  }
  for (const key of ['x-roles', 'x-permission', 'x-span'] as const) {
    if (asked === 'in' && doc[key] !== undefined) yield make('drop-check', `${doc.operationId} ${key}`, at, (value) => dropped(value, key))
  }
  if (asked === 'in' && !doc['x-auth'].includes('none'))
    yield make('drop-check', `${doc.operationId} x-auth`, at, (value) => ({ ...(value as object), 'x-auth': ['none'] }))
  for (const [i, code] of (doc['x-result-codes'] ?? []).entries()) {
    const name = typeof code === 'string' ? code : code.code
    yield make('drop-check', `${doc.operationId} result code ${name}`, [...at, 'x-result-codes'], (list) => dropped(list, i))
  }
  for (const media of Object.keys(doc.requestBody?.content ?? {})) yield* walk([...at, 'requestBody', 'content', media, 'schema'], asked)
  for (const [status, response] of Object.entries(doc.responses)) {
    if (!/^2/.test(status)) continue
    const other = String(OTHER_STATUS[Number(status)] ?? 200)
    if (!(other in doc.responses))
      yield make('change-status', `${doc.operationId} ${status}`, [...at, 'responses'], (value) => renamed(value, status, other))
    for (const header of Object.keys(response.headers ?? {}))
      yield make('forget-header', `${doc.operationId} answers ${header}`, [...at, 'responses', status, 'headers'], (value) =>
        dropped(value, header),
      )
    for (const media of Object.keys(response.content ?? {})) yield* walk([...at, 'responses', status, 'content', media, 'schema'], answered)
  }

  function* walk(path: Path, direction: Direction, passed: ReadonlySet<string> = new Set()): Generator<Mutant> {
    const node = path.reduce<unknown>((value, key) => (value as Record<string | number, unknown> | undefined)?.[key], document) as
      | Schema
      | undefined
    if (!node || typeof node !== 'object') return
    const name = /^#\/components\/schemas\/(\w+)$/.exec(node.$ref ?? '')?.[1]
    if (name !== undefined) {
      if (!passed.has(name)) yield* walk(['components', 'schemas', name], direction, new Set([...passed, name]))
      return
    }
    if (direction === 'in') {
      for (const check of CHECKS)
        if (node[check] !== undefined && node[check] !== true) yield make('drop-check', check, path, (value) => dropped(value, check))
      for (const length of LENGTHS) {
        if (typeof node[length] === 'number')
          yield make('loosen-length', length, path, (value) => replaced(value, length, (node[length] as number) + 1))
      }
      for (const field of (node['required'] as string[] | undefined) ?? [])
        yield make('drop-check', `required ${field}`, [...path, 'required'], (list) => (list as string[]).filter((one) => one !== field))
    }
    for (const field of Object.keys(node.properties ?? {})) {
      yield make('rename-field', field, path, (value) => {
        const schema = value as Schema
        const required = (schema['required'] as string[] | undefined)?.map((one) => (one === field ? `${field}_x` : one))
        return { ...schema, properties: renamed(schema.properties, field, `${field}_x`), ...(required ? { required } : {}) }
      })
      yield* walk([...path, 'properties', field], direction, passed)
    }
    if (node.items) yield* walk([...path, 'items'], direction, passed)
    for (const key of ['allOf', 'oneOf', 'anyOf'] as const) {
      for (const i of ((node[key] as unknown[] | undefined) ?? []).keys()) yield* walk([...path, key, i], direction, passed)
    }
  }
}

/** The status of every error that some operation of a service lists, and which error answers a violation. */
function* ofErrors(bundle: Bundle, service: string): Generator<Mutant> {
  const make = (kind: MutantKind, what: string, path: Path, edit: (value: unknown) => unknown): Mutant => ({
    id: [service, kind, ...path, what].join(' '),
    service,
    kind,
    apply: (whole) => changed(whole, ['families', service, ...path], edit) as Bundle,
  })
  const listed = new Set(
    [...operationsOf(bundle.services[service] as ServiceDocument)].flatMap(({ doc }) =>
      doc['x-errors'].map(({ code }) => `${doc['x-error-family']} ${code}`),
    ),
  )
  for (const [family, { errors, violations }] of Object.entries(bundle.families[service] ?? {})) {
    for (const [code, { status }] of Object.entries(errors)) {
      if (listed.has(`${family} ${code}`))
        yield make('change-status', `${status}`, [family, 'errors', code], (value) =>
          replaced(value, 'status', OTHER_STATUS[status] ?? 400),
        )
    }
    for (const kind of Object.keys(violations ?? {}).filter((key) => !key.startsWith('x-')))
      yield make('drop-check', kind, [family, 'violations'], (value) => dropped(value, kind))
  }
}

function* ofMachines(bundle: Bundle): Generator<Mutant> {
  for (const [machine, rows] of Object.entries(bundle.machines)) {
    const states = [...new Set(rows.map(({ to }) => to))]
    for (const [i, { from, event, to }] of rows.entries()) {
      const other = states[(states.indexOf(to) + 1) % states.length]
      if (other === to) continue
      yield {
        id: `transitions swap-state ${machine} ${from} ${event} ${to} > ${other}`,
        service: 'transitions',
        kind: 'swap-state',
        apply: (whole) => changed(whole, ['machines', machine, i], (row) => replaced(row, 'to', other)) as Bundle,
      }
    }
  }
}
