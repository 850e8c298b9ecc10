import type { Schema } from '../document/model.ts'
import { memberByPattern } from '../patterns/members.ts'
import type { Check } from '../schema/checks.ts'
import { type Alternative, alternativesOf, type Kind } from './alternatives.ts'
import { coerceTo, REFUSED } from './coerce.ts'
import type { Pair } from './styles.ts'

/** What was sent under one name, before its type is known: its texts in order, and what was sent in brackets below it. */
export interface Sent {
  readonly texts: string[]
  members?: Map<string, Sent>
}

/** Deepest nesting of names such as `filter[a][b]`: no style of OpenAPI nests, but clients use one or two levels. */
const DEEPEST = 8

/** Turns texts into values by their schemas. Where a schema allows several types, the first value that is valid is taken. */
export interface Typing {
  alternatives(schema: Schema): readonly Alternative[]
  /** A single text. `REFUSED` where no type of the schema takes it. */
  text(schema: Schema, text: string): unknown
  /** The items of a list. A text that is not of the item's type stays a text, and the check reports it. */
  items(list: Schema, texts: readonly string[]): unknown[]
  /** The members of an object; texts stay texts as above. */
  members(object: Schema, pairs: readonly Pair[]): object
  /** Whatever was sent under names with brackets. */
  tree(schema: Schema, sent: Sent): unknown
  /** The schema of one member of an object: `{}` where none is known. */
  member(object: Schema, name: string): Schema
  /** The first value that is valid; else the first one. */
  choose(schema: Schema, values: readonly unknown[]): unknown
}

export function createTyping(schemas: Readonly<Record<string, Schema>>, compile: (schema: Schema) => Check, loose: boolean): Typing {
  const known = new WeakMap<Schema, readonly Alternative[]>()
  const alternatives = (schema: Schema) => {
    if (typeof schema !== 'object' || schema === null) return alternativesOf({}, schemas)
    const before = known.get(schema)
    if (before) return before
    const made = alternativesOf(schema, schemas)
    known.set(schema, made)
    return made
  }

  const choose = (schema: Schema, values: readonly unknown[]): unknown => {
    if (values.length < 2) return values[0]
    const check = compile(schema)
    return values.find((value) => check(value).length === 0) ?? values[0]
  }

  const text = (schema: Schema, sent: string): unknown => {
    const cases = alternatives(schema)
    if (cases.length === 1) return coerceTo(scalarOf((cases[0] as Alternative).kind), sent, loose)
    const values: unknown[] = []
    for (const { kind } of cases) {
      const value = kind === 'array' || kind === 'object' ? REFUSED : coerceTo(scalarOf(kind), sent, loose)
      if (value !== REFUSED && !values.includes(value)) values.push(value)
    }
    return values.length === 0 ? REFUSED : choose(schema, values)
  }

  const kept = (schema: Schema, sent: string): unknown => {
    const value = text(schema, sent)
    return value === REFUSED ? sent : value
  }

  const member = (object: Schema, name: string): Schema => {
    const own = Object.hasOwn(object.properties ?? {}, name) ? object.properties?.[name] : memberByPattern(object, name)
    const { additionalProperties: more } = object
    const found = own ?? (typeof more === 'object' ? (more as Schema | null) : undefined)
    return typeof found === 'object' && found !== null ? found : {}
  }

  const item = (list: Schema, index: number): Schema => {
    const { prefixItems } = list as { prefixItems?: readonly Schema[] }
    const found = (Array.isArray(prefixItems) ? prefixItems[index] : undefined) ?? list.items
    return typeof found === 'object' && found !== null ? found : {}
  }

  const items = (list: Schema, texts: readonly string[]) => texts.map((one, i) => kept(item(list, i), one))

  const members = (object: Schema, pairs: readonly Pair[]): object => {
    const made = {}
    for (const [name, value] of pairs) define(made, name, kept(member(object, name), value))
    return made
  }

  const tree = (schema: Schema, sent: Sent): unknown => {
    if (!sent.members && sent.texts.length === 1) {
      const [only = ''] = sent.texts
      const lists = alternatives(schema).filter(({ kind }) => kind === 'array')
      if (lists.length === 0) return kept(schema, only)
    }
    const values: unknown[] = []
    for (const { kind, schema: one } of alternatives(schema)) {
      if (kind === 'object' || (kind === 'any' && sent.members)) {
        if (sent.members) values.push(objectOf(one, sent.members))
      } else if (kind === 'array') values.push(...listsOf(one, sent))
      else if (!sent.members) {
        const value = coerceTo(scalarOf(kind), sent.texts[sent.texts.length - 1] ?? '', loose)
        if (value !== REFUSED) values.push(value)
      }
    }
    return values.length > 0 ? choose(schema, values) : sent.members ? objectOf({}, sent.members) : sent.texts[sent.texts.length - 1]
  }

  const objectOf = (object: Schema, sent: ReadonlyMap<string, Sent>): object => {
    const made = {}
    for (const [name, below] of sent) define(made, name, tree(member(object, name), below))
    return made
  }

  /** `a[]=1`, `a[0]=1` and `a=1&a=2` mean the same; commas inside of one text are the last reading. */
  const listsOf = (list: Schema, sent: Sent): readonly unknown[] => {
    if (!sent.members) {
      const joined = sent.texts.some((one) => one.includes(','))
        ? [
            items(
              list,
              sent.texts.flatMap((one) => one.split(',')),
            ),
          ]
        : []
      return [...(sent.texts.length === 1 && sent.texts[0] === '' ? [[]] : []), items(list, sent.texts), ...joined]
    }
    const names = [...sent.members.keys()]
    if (!names.every((name) => name === '' || /^\d+$/.test(name))) return []
    const inOrder = [...sent.members].sort(([a], [b]) => Number(a || Number.MAX_SAFE_INTEGER) - Number(b || Number.MAX_SAFE_INTEGER))
    const parts = inOrder.flatMap(([name, below]) =>
      name === '' && !below.members ? below.texts.map((one): Sent => ({ texts: [one] })) : [below],
    )
    return [parts.map((part, i) => tree(item(list, i), part))]
  }

  return { alternatives, text, items, members, tree, member, choose }
}

/** A text is a string unless its type says otherwise. */
const scalarOf = (kind: Kind): Kind => (kind === 'any' ? 'string' : kind)

/** Sets a member of any name: `__proto__` is one like others. */
function define(object: object, name: string, value: unknown): void {
  if (name !== '__proto__') (object as Record<string, unknown>)[name] = value
  else Object.defineProperty(object, name, { value, enumerable: true, writable: true, configurable: true })
}

/** The keys of a name such as `filter[a][b]` below its first part; `undefined` where it has no brackets or nests too deep. */
export function keysIn(name: string): { readonly base: string; readonly keys: readonly string[] } | undefined {
  const open = name.indexOf('[')
  if (open < 1 || !name.endsWith(']')) return undefined
  const keys = name.slice(open + 1, -1).split('][')
  return keys.length > DEEPEST ? undefined : { base: name.slice(0, open), keys }
}

/** Adds a text below a name. */
export function put(sent: Sent, keys: readonly string[], text: string): void {
  let at = sent
  for (const key of keys) {
    at.members ??= new Map()
    const below: Sent = at.members.get(key) ?? { texts: [] }
    at.members.set(key, below)
    at = below
  }
  at.texts.push(text)
}
