import { didYouMean } from '../../language/did-you-mean.ts'
import { keyOf } from '../json-pointer.ts'
import { addErrors } from './error-answers.ts'
import {
  refuseBadLimit,
  refuseUnknownFamilyKeys,
  refuseUnknownItemKeys,
  refuseUnknownKeys,
  refuseUnknownOperationKeys,
} from './extension-keys.ts'
import { SpecFault } from './fault.ts'
import { type FamilyDoc, METHODS, type OperationDoc, type Presence, type Schema, type ServiceDocument, type SettingDoc } from './model.ts'
import type { YamlFile } from './yaml.ts'

/** Reads one file below `specs/`, parsed and cached; throws when it does not exist. */
export type ReadFile = (path: string, asked: string) => YamlFile

const INHERITED = ['x-source', 'x-evidence', 'x-auth', 'x-scope', 'x-roles', 'x-access', 'x-error-family'] as const

interface Place {
  readonly file: YamlFile
  readonly at: readonly (string | number)[]
}

interface Bundled {
  readonly document: ServiceDocument
  readonly places: Readonly<Record<string, string>>
}

/**
 * Joins the files of one service into one OpenAPI document: references inlined or moved to
 * `components.schemas`, inherited keys written out on every operation, error answers added.
 */
export function bundleService(service: string, read: ReadFile, families: Readonly<Record<string, FamilyDoc>>): Bundled {
  const root = read(`${service}/openapi.yaml`, service)
  const places: Record<string, string> = {}
  const schemas: Record<string, Schema> = {}
  const source = root.value as Record<string, unknown>
  const pendingSchemas = new Set<string>()

  const inline = (node: unknown, file: YamlFile, at: (string | number)[]): unknown => {
    if (Array.isArray(node)) return node.map((item, i) => inline(item, file, [...at, i]))
    if (!node || typeof node !== 'object') return node
    const record = node as Record<string, unknown>
    if (typeof record.$ref === 'string') return follow(record, record.$ref, file, at)
    return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, inline(value, file, [...at, key])]))
  }

  const follow = (node: Record<string, unknown>, ref: string, file: YamlFile, at: (string | number)[]): unknown => {
    const { $ref: _, ...siblings } = node
    const [path = '', fragment = ''] = ref.split('#')
    const target = path === '' ? file : read(join(file.name, path), `${file.place(...at, '$ref')}: ${ref}`)
    const schema = /\/schemas\/(\w+)\.yaml$/.exec(`/${target.name}`)?.[1]
    if (schema && fragment === '') {
      if (!(schema in schemas) && !pendingSchemas.has(schema)) {
        pendingSchemas.add(schema)
        refuseUnknownKeys(target)
        schemas[schema] = inline(target.value, target, []) as Schema
        places[`${service}#${schema}`] = target.place()
      }
      return { ...(inline(siblings, file, at) as object), $ref: `#/components/schemas/${schema}` }
    }
    const keys = fragment
      .split('/')
      .filter((key) => key !== '')
      .map((key) => keyOf(key))
    let value = target.value
    for (const key of keys) value = (value as Record<string, unknown> | undefined)?.[key]
    if (value === undefined) throw new SpecFault(`${file.place(...at, '$ref')}: ${ref} points to nothing.`)
    const found = inline(value, target, keys)
    return Object.keys(siblings).length > 0 && found && typeof found === 'object'
      ? { ...(found as object), ...(inline(siblings, file, at) as object) }
      : found
  }

  refuseUnknownKeys(root)
  const inherited = pick(source, INHERITED)
  /** The place where an item or one of its operations is written: where the reference leads, or `otherwise` without a reference. */
  const whereIs = (ref: string | undefined, otherwise: Place): Place => {
    if (typeof ref !== 'string') return otherwise
    const [path = '', fragment = ''] = ref.split('#')
    return { file: path === '' ? root : read(join(root.name, path), ref), at: fragment.split('/').filter((key) => key !== '') }
  }

  const expand = (part: string, key: string, item: Readonly<Record<string, { $ref?: string }>> & { $ref?: string }) => {
    const resolved = inline(item, root, [part, key]) as Record<string, unknown>
    const here = whereIs(item.$ref, { file: root, at: [part, key] })
    refuseUnknownKeys(here.file)
    refuseUnknownItemKeys(here.file, here.at, resolved)
    const out: Record<string, OperationDoc> = {}
    const common = pick(resolved, [...INHERITED, 'servers'])
    for (const method of METHODS) {
      const raw = resolved[method] as Record<string, unknown> | undefined
      if (!raw) continue
      const { file, at } = whereIs(item[method]?.$ref, { file: here.file, at: [...here.at, method] })
      refuseUnknownKeys(file)
      refuseUnknownOperationKeys(file, at, raw)
      const doc = { 'x-auth': ['none'], 'x-source': [], 'x-evidence': 'doc', ...inherited, ...common, ...raw } as unknown as OperationDoc
      if (!doc.operationId) throw new SpecFault(`${file.place(...at)}: an operation needs an operationId.`)
      const presence = source['x-presence'] as Presence | undefined
      const parameters = (doc.parameters ?? []).map((p) =>
        p.in === 'query' && presence ? { ...p, 'x-presence': { ...presence, ...p['x-presence'] } } : p,
      )
      const place = (keys: readonly (string | number)[]) => file.place(...at, ...keys)
      refuseUselessSpans(doc, place)
      out[method] = addErrors({ ...doc, parameters }, families, place, schemas)
      notePlaces(places, `${service}.${doc.operationId}`, doc, place)
    }
    return out
  }

  const section = (name: 'paths' | 'webhooks') =>
    Object.fromEntries(Object.entries((source[name] ?? {}) as Record<string, never>).map(([key, item]) => [key, expand(name, key, item)]))

  const paths = section('paths')
  const webhooks = section('webhooks')
  const document: ServiceDocument = {
    ...(Object.fromEntries(Object.entries(source).filter(([key]) => !['paths', 'webhooks', 'components'].includes(key))) as object),
    openapi: '3.1.0',
    info: source.info as ServiceDocument['info'],
    ...(Object.keys(paths).length > 0 ? { paths } : {}),
    ...(Object.keys(webhooks).length > 0 ? { webhooks } : {}),
    components: { schemas },
  }
  return { document, places }
}

/** Notes the places of an operation, its parameters, its body, its answers and its list of errors: `bss.PayOrders/query/limit`. */
function notePlaces(places: Record<string, string>, ref: string, doc: OperationDoc, place: (at: (string | number)[]) => string): void {
  places[ref] = place([])
  for (const [i, { in: part, name }] of (doc.parameters ?? []).entries()) places[`${ref}/${part}/${name}`] = place(['parameters', i])
  if (doc.requestBody) places[`${ref}/body`] = place(['requestBody'])
  for (const status of Object.keys(doc.responses ?? {})) places[`${ref}/${status}`] = place(['responses', status])
  if (doc['x-errors']) places[`${ref}/errors`] = place(['x-errors'])
}

/** The families of one `errors.yaml`. Keys that no code uses are refused. */
export function readFamilies(file: YamlFile): { families: Record<string, FamilyDoc>; settings: Record<string, SettingDoc> } {
  refuseUnknownKeys(file)
  const value = file.value as { families?: Record<string, FamilyDoc>; 'x-settings'?: Record<string, SettingDoc> }
  for (const [name, family] of Object.entries(value.families ?? {})) {
    refuseUnknownFamilyKeys(file, name, family)
    if (!family.envelope || !family.errors)
      throw new SpecFault(`${file.place('families', name)}: family "${name}" needs an envelope and errors.`)
    for (const [code, error] of Object.entries(family.errors)) {
      if (!Number.isInteger(error?.status) || typeof error.message !== 'string')
        throw new SpecFault(`${file.place('families', name, 'errors', code)}: error "${code}" needs a status and a message.`)
    }
    for (const [kind, codes] of Object.entries(family.violations ?? {})) {
      if (kind.startsWith('x-')) continue
      for (const code of [codes].flat()) {
        if (!(code in family.errors)) {
          throw new SpecFault(
            `${file.place('families', name, 'violations', kind)}: ${code} is not among the errors of "${name}".${didYouMean(code, Object.keys(family.errors))}`,
          )
        }
      }
    }
    for (const [table, codes] of Object.entries(family.tables?.values ?? {})) {
      for (const code of Object.entries(codes).flat()) {
        if (code in family.errors) continue
        const at = file.place('families', name, 'tables', 'values', table)
        throw new SpecFault(`${at}: ${code} is not among the errors of "${name}".${didYouMean(code, Object.keys(family.errors))}`)
      }
    }
  }
  return { families: value.families ?? {}, settings: value['x-settings'] ?? {} }
}

/** Refuses a span over parameters that do not exist, or of a length that cannot be parsed: it would never refuse a request. */
function refuseUselessSpans(doc: OperationDoc, place: (at: (string | number)[]) => string): void {
  const known = (doc.parameters ?? []).filter((p) => p.in === 'query').map((p) => p.name)
  refuseBadLimit(doc, place)
  for (const [i, span] of (doc['x-span'] ?? []).entries()) {
    for (const name of [span.from, span.to]) {
      if (!known.includes(name))
        throw new SpecFault(`${place(['x-span', i])}: there is no query parameter "${name}".${didYouMean(name, known)}`)
    }
    if (!/^P\d+Y$/.test(span.max)) throw new SpecFault(`${place(['x-span', i])}: max must be whole years such as P1Y, not "${span.max}".`)
  }
}

function pick(from: Record<string, unknown>, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(keys.filter((key) => key in from).map((key) => [key, from[key]]))
}

function join(from: string, to: string): string {
  const parts = from.split('/').slice(0, -1)
  for (const part of to.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.') parts.push(part)
  }
  return parts.join('/')
}
