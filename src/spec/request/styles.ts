import type { ParameterDoc, Schema } from '../document/model.ts'
import { memberByPattern } from '../patterns/members.ts'
import { coerce, REFUSED, resolveSchema } from './coerce.ts'

/** Deepest nesting of names such as `filter[a][b]`: no style of OpenAPI nests, but clients use one or two levels. */
const DEEPEST = 8

type Schemas = Readonly<Record<string, Schema>>

/** The separator between the items of a list that is written as one text; `undefined` where each item is sent under its own name. */
export function delimiterOf({ in: where, style, explode }: ParameterDoc): string | undefined {
  if (where === 'path' || where === 'header') return ','
  if (style === 'spaceDelimited') return ' '
  if (style === 'pipeDelimited') return '|'
  return explode === false ? ',' : undefined
}

/** The items of a list that is written as one text. The path styles `label` and `matrix` begin with a prefix character. */
export function itemsOf(p: ParameterDoc, text: string): readonly string[] {
  const delimiter = delimiterOf(p) ?? ','
  const bare = p.style === 'label' ? text.slice(1) : p.style === 'matrix' ? text.replace(/^;[^=]*=?/, '') : text
  if (bare === '') return []
  if (p.explode && p.style === 'label') return bare.split('.')
  if (p.explode && p.style === 'matrix') return bare.split(new RegExp(`;${p.name.replace(/\W/g, '\\$&')}=`))
  return bare.split(delimiter).map((item) => (p.in === 'header' ? item.trim() : item))
}

/** The member of an object parameter that a query name means: `filter[state]`, or only `state`. */
export function memberNamed(p: ParameterDoc, name: string): readonly string[] | undefined {
  if (p.style === 'deepObject') {
    if (!name.startsWith(`${p.name}[`) || !name.endsWith(']')) return undefined
    const keys = name.slice(p.name.length + 1, -1).split('][')
    return keys.length > DEEPEST ? undefined : keys
  }
  const spread = p.explode !== false && (p.style ?? 'form') === 'form'
  return spread && (Object.hasOwn(p.schema.properties ?? {}, name) || memberByPattern(p.schema, name)) ? [name] : undefined
}

/** The object that a text means: `R,100,G,200`, or `R=100,G=200` where the style joins names and values by `=`. */
export function objectOf(p: ParameterDoc, text: string, schemas: Schemas): object {
  const items = text === '' ? [] : text.split(delimiterOf(p) ?? ',')
  const pairs =
    p.explode && p.in !== 'query'
      ? items.map((item) => item.split(/=(.*)/s).slice(0, 2))
      : items.flatMap((item, i) => (i % 2 === 0 ? [[item, items[i + 1] ?? '']] : []))
  const made: Record<string, unknown> = Object.create(null)
  for (const [name = '', value = ''] of pairs) put(made, [name], value, p.schema, schemas)
  return { ...made }
}

/** Sets one member of an object, typed by its schema. Text that cannot be converted stays text, and the check reports it. */
export function put(made: Record<string, unknown>, keys: readonly string[], text: string, schema: Schema, schemas: Schemas): void {
  const [key = '', ...rest] = keys
  const whole = resolveSchema(schema, schemas)
  const own = Object.hasOwn(whole.properties ?? {}, key) ? whole.properties?.[key] : memberByPattern(whole, key)
  const { additionalProperties: more } = whole
  const known = resolveSchema(own ?? (typeof more === 'object' ? (more as Schema | null) : undefined) ?? {}, schemas)
  if (rest.length > 0) {
    const before = Object.hasOwn(made, key) ? made[key] : undefined
    const below = before && typeof before === 'object' ? (before as Record<string, unknown>) : Object.create(null)
    Object.defineProperty(made, key, { value: below, enumerable: true, writable: true, configurable: true })
    put(below, rest, text, known, schemas)
    return
  }
  const read = coerce(text, known)
  Object.defineProperty(made, key, { value: read === REFUSED ? text : read, enumerable: true, writable: true, configurable: true })
}
