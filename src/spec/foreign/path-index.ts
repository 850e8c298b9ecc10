import { didYouMean } from '../../language/did-you-mean.ts'
import { METHODS, type ServerDoc } from '../document/model.ts'
import type { References } from './references.ts'
import { hasMembers, inside, type Located, type Members, membersOf, quoted, type Tell } from './spot.ts'

/** One operation of a foreign document, found without reading it. */
export interface FoundOperation {
  readonly path: string
  /** In lower case. */
  readonly method: string
  readonly operationId: string
  readonly item: Located
  readonly at: Located
  readonly servers: readonly ServerDoc[] | undefined
}

const ITEM_KEYS = new Set<string>([...METHODS, 'summary', 'description', 'servers', 'parameters', '$ref', 'additionalOperations'])

/** Gives each operation a name that no other one has. */
export type Naming = (given: unknown, method: string, path: string, at: Located) => string

/**
 * Names for operations: the one that the document gives, where it is the first with it; else one made from method and path
 * (`/users/{id}` and `/users/id` may both exist).
 */
export function createNaming(tell: Tell): Naming {
  const taken = new Set<string>()
  return (given, method, path, at) => {
    if ((typeof given === 'string' && given !== '') || typeof given === 'number') {
      const name = String(given)
      if (!taken.has(name)) {
        taken.add(name)
        return name
      }
    }
    const usual = `${method}-${path.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '')}`
    let name = usual
    for (let n = 2; taken.has(name); n++) name = `${usual}-${n}`
    taken.add(name)
    if (typeof given === 'string' && given !== '')
      tell('error', 'document.operation.twice', inside(at, 'operationId'), `operationId "${given}" is taken by an operation above. This one is called "${name}" here.`) // biome-ignore format: one note
    return name
  }
}

/** The operations of `paths` or `webhooks`, in order. */
export function indexSection(section: Located, naming: Naming, { follow }: References, tell: Tell): readonly FoundOperation[] {
  if (section.value !== undefined && section.value !== null && !hasMembers(section.value))
    tell('error', 'document.paths.form', section, `${section.keys.at(-1)} must be an object with paths, not ${quoted(section.value)}. It is ignored.`) // biome-ignore format: one note
  // A callback inside an operation begins with `paths` as well; its address is an expression.
  const isPaths = section.keys.length === 1 && section.keys[0] === 'paths'
  const pending = membersOf(section).flatMap(([written, one]) => {
    const path = isPaths ? cleaned(written, one, tell) : written
    const item = itemAt(one, follow)
    return item ? operationsOf(item, path, tell) : []
  })
  const named = pending.map((one) => ({ ...one, given: (one.at.value as Members).operationId }))
  // Given names come first: a made name never takes one of them.
  const names = new Map<object, string>()
  for (const one of named) if (one.given !== undefined) names.set(one, naming(one.given, one.method, one.path, one.at))
  return named.map(({ given, ...one }, i) => ({
    ...one,
    operationId: names.get(named[i] as object) ?? naming(given, one.method, one.path, one.at),
  }))
}

/** A path item; what is written beside its reference is added to what the reference leads to. */
function itemAt(written: Located, follow: References['follow']): Located | undefined {
  const { value } = written
  if (!hasMembers(value) || typeof value.$ref !== 'string') return written
  const found = follow(written)
  if (!found) return undefined
  const { $ref: _, ...beside } = value
  return hasMembers(found.value) && Object.keys(beside).length > 0 ? { ...found, value: { ...found.value, ...beside } } : found
}

/** A path as requests have it. */
function cleaned(written: string, at: Located, tell: Tell): string {
  const [path = ''] = written.trim().split(/[?#]/)
  const clean = path.startsWith('/') ? path : `/${path}`
  if (clean !== written)
    tell('error', 'document.path.form', at, `path "${written}" must begin with a slash and have no query. It is served as ${clean}.`)
  return clean
}

function operationsOf(item: Located, path: string, tell: Tell): Omit<FoundOperation, 'operationId'>[] {
  if (!hasMembers(item.value)) {
    if (item.value !== null) tell('error', 'document.path.item', item, `path ${path} must have methods, not ${quoted(item.value)}.`)
    return []
  }
  const more = membersOf(inside(item, 'additionalOperations'))
  const servers = serversOf(inside(item, 'servers'), tell)
  const found: Omit<FoundOperation, 'operationId'>[] = []
  const add = (name: string, at: Located) => {
    if (hasMembers(at.value)) found.push({ path, method: name.toLowerCase(), item, at, servers: serversOf(inside(at, 'servers'), tell) ?? servers })
    else tell('error', 'document.operation.form', at, `${name.toUpperCase()} ${path} must be an object, not ${quoted(at.value)}. It is not served.`)
  } // biome-ignore format: one note
  for (const [key, at] of membersOf(item)) {
    const method = METHODS.find((one) => one === key.toLowerCase())
    if (method !== undefined) {
      if (method !== key) tell('warning', 'document.method.form', at, `method ${key} is written in small letters.`)
      add(method, at)
    } else if (!ITEM_KEYS.has(key)) tell('error', 'document.method.unknown', at, `a path has no key "${key}". It is ignored.${didYouMean(key, ITEM_KEYS)}`)
  } // biome-ignore format: one note
  for (const [name, at] of more) {
    if (/^[!#$%&'*+.^_`|~\w-]+$/.test(name)) add(name, at)
    else tell('error', 'document.method.unknown', at, `"${name}" is no method. It is not served.`)
  }
  return found
}

/** The servers of one list; `undefined` where it is absent or has none. */
export function serversOf(at: Located, tell: Tell): readonly ServerDoc[] | undefined {
  if (at.value === undefined || at.value === null) return undefined
  const list = Array.isArray(at.value) ? at.value : [at.value]
  const fitting = list.flatMap((one: unknown, i): ServerDoc[] => {
    if (typeof one === 'string') return [{ url: one }]
    if (hasMembers(one) && typeof one.url === 'string') return [{ ...one, url: one.url.trim(), variables: variablesOf(one.variables) } as ServerDoc] // biome-ignore format: one condition a line
    tell('warning', 'document.server.url', inside(at, i), 'a server needs a url. It is ignored.')
    return []
  })
  for (const [i, { url, variables = {} }] of fitting.entries())
    for (const [, name] of url.matchAll(/\{([^{}]+)\}/g))
      if (!Object.hasOwn(variables, name as string))
        tell('warning', 'document.server.variable', inside(at, i), `{${name}} of the server address is not among its variables.${didYouMean(name as string, Object.keys(variables))}`) // biome-ignore format: one note
  return fitting.length > 0 ? fitting : undefined
}

function variablesOf(written: unknown): NonNullable<ServerDoc['variables']> {
  if (!hasMembers(written)) return {}
  return Object.fromEntries(
    Object.entries(written).map(([name, one]) => {
      const { default: usual, enum: values } = (hasMembers(one) ? one : {}) as { default?: unknown; enum?: unknown }
      return [
        name,
        { ...(usual === undefined ? {} : { default: String(usual) }), ...(Array.isArray(values) ? { enum: values.map(String) } : {}) },
      ]
    }),
  )
}
