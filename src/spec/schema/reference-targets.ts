import type { Schema } from '../document/model.ts'
import { keyOf } from '../json-pointer.ts'
import { isObject } from './keyword-values.ts'

/** A schema that can be referred to. */
export interface Target {
  /** Unique: `#/components/schemas/Pet`. */
  readonly name: string
  readonly raw: unknown
  /** The schema that it is a part of: local references count from there. */
  readonly root: Target | undefined
}

export interface Targets {
  /** What a reference leads to; `undefined` if there is no such schema. */
  find(ref: string, from: Target): Target | undefined
  /** The schemas with a `$dynamicAnchor` in the whole that a schema is a part of, by anchor. */
  dynamicAnchors(target: Target): ReadonlyMap<string, Target>
  /** A schema that stands in an operation. */
  own(schema: unknown): Target
  /** Whether a schema, with everything that it refers to, is so small that nothing is gained by compiling it later. */
  isSmall(target: Target): boolean
  /** Whether a schema has to see what its alternatives checked. */
  needsPlain(target: Target): boolean
}

/** Schemas with less than this number of keywords, those of their references included. */
const SMALL = 100
const SHARED = '#/components/schemas/'
/** Keys that contain data: what looks like a reference below them is none. */
const DATA = new Set(['example', 'examples', 'default', 'enum', 'const'])

export function createTargets(schemas: Readonly<Record<string, Schema>>): Targets {
  const known = new Map<string, Target>()
  const small = new Map<string, boolean>()
  const plain = new Map<string, boolean>()
  let own = 0

  const at = (name: string, raw: unknown, root: Target | undefined): Target => {
    const before = known.get(name)
    if (before) return before
    const target: Target = { name, raw, root }
    known.set(name, target)
    return target
  }
  const rootOf = (target: Target): Target => target.root ?? target

  const find: Targets['find'] = (ref, from) => {
    if (ref === '#') return rootOf(from)
    if (ref.startsWith(SHARED)) {
      const [name = '', ...keys] = keysOf(ref.slice(SHARED.length))
      if (Object.hasOwn(schemas, name)) {
        const root = at(SHARED + name, schemas[name], undefined)
        const raw = walk(schemas[name], keys)
        return keys.length === 0 ? root : raw === undefined ? undefined : at([SHARED, name, ...keys].join('/'), raw, root)
      }
    }
    if (ref.startsWith('#/')) {
      const root = rootOf(from)
      const raw = walk(root.raw, keysOf(ref.slice(2)))
      return raw === undefined ? undefined : at(root.name + ref, raw, root)
    }
    if (!ref.startsWith('#')) return undefined
    const holders = [rootOf(from), ...Object.entries(schemas).map(([name, raw]): Target => at(SHARED + name, raw, undefined))]
    for (const root of holders) {
      const found = anchorsOf(root).get(ref.slice(1))
      if (found) return found.target
    }
    return undefined
  }

  const anchors = new Map<string, ReadonlyMap<string, { readonly target: Target; readonly dynamic: boolean }>>()
  const anchorsOf = (root: Target) => {
    const before = anchors.get(root.name)
    if (before) return before
    const found = new Map<string, { readonly target: Target; readonly dynamic: boolean }>()
    for (const node of nodesIn(root.raw)) {
      const { $anchor, $dynamicAnchor } = node as { $anchor?: unknown; $dynamicAnchor?: unknown }
      for (const anchor of [$anchor, $dynamicAnchor]) {
        if (typeof anchor !== 'string' || found.has(anchor)) continue
        const target = node === root.raw ? root : at(`${root.name} #${anchor}`, node, root)
        found.set(anchor, { target, dynamic: anchor === $dynamicAnchor })
      }
    }
    anchors.set(root.name, found)
    return found
  }

  return {
    find,
    dynamicAnchors: (target) =>
      new Map([...anchorsOf(rootOf(target))].flatMap(([name, one]) => (one.dynamic ? [[name, one.target] as const] : []))),
    own: (schema) => at(`schema ${own++}`, schema, undefined),
    isSmall(target) {
      const before = small.get(target.name)
      if (before !== undefined) return before
      let left = SMALL
      const seen = new Set<string>([target.name])
      const count = (node: unknown, from: Target): void => {
        if (!isObject(node) && !Array.isArray(node)) return
        for (const [key, value] of Object.entries(node)) {
          if (--left < 0) return
          if ((key === '$ref' || key === '$dynamicRef') && typeof value === 'string') {
            const found = find(value, from)
            if (!found || seen.has(found.name)) continue
            seen.add(found.name)
            if (small.get(found.name) === false) left = -1
            count(found.raw, found)
          } else if (!DATA.has(key)) count(value, from)
        }
      }
      count(target.raw, target)
      small.set(target.name, left >= 0)
      return left >= 0
    },
    needsPlain(target) {
      const before = plain.get(target.name)
      if (before !== undefined) return before
      let found = false
      for (const node of nodesIn(target.raw)) if ('unevaluatedProperties' in node || 'unevaluatedItems' in node) found = true
      plain.set(target.name, found)
      return found
    },
  }
}

const SAME_VALUE_LISTS = ['allOf', 'anyOf', 'oneOf'] as const
const SAME_VALUE = ['not', 'if', 'then', 'else'] as const
const closures = new WeakMap<Targets, Map<string, ReadonlySet<string>>>()

/** The names of all schemas that check the same value as this one, through any number of references. */
export function sameValueRefs(target: Target, targets: Targets): ReadonlySet<string> {
  const all = closures.get(targets) ?? new Map<string, ReadonlySet<string>>()
  closures.set(targets, all)
  const before = all.get(target.name)
  if (before) return before
  const found = new Set<string>()
  const visit = (node: unknown, from: Target): void => {
    if (!isObject(node)) return
    const ref = node.$ref ?? node.$dynamicRef
    const next = typeof ref === 'string' ? targets.find(ref, from) : undefined
    if (next && !found.has(next.name)) {
      found.add(next.name)
      visit(next.raw, next)
    }
    for (const key of SAME_VALUE_LISTS) if (Array.isArray(node[key])) for (const one of node[key]) visit(one, from)
    for (const key of SAME_VALUE) visit(node[key], from)
    if (isObject(node.dependentSchemas)) for (const one of Object.values(node.dependentSchemas)) visit(one, from)
  }
  visit(target.raw, target)
  all.set(target.name, found)
  return found
}

function keysOf(pointer: string): string[] {
  return pointer.split('/').map((part) => {
    try {
      return keyOf(decodeURIComponent(part))
    } catch {
      return keyOf(part)
    }
  })
}

function walk(value: unknown, keys: readonly string[]): unknown {
  let found = value
  for (const key of keys) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined
    found = (found as Record<string, unknown>)[key]
  }
  return found
}

/** A schema and everything inside it that is no data. */
function* nodesIn(node: unknown): Generator<object> {
  if (typeof node !== 'object' || node === null) return
  yield node
  for (const [key, value] of Object.entries(node)) if (!DATA.has(key)) yield* nodesIn(value)
}
