import type { Schema } from '../document/model.ts'
import { memberByPattern } from '../patterns/members.ts'
import { shorten } from '../schema/checks.ts'
import { type Field, MANDATORY, type Reading, readContent, readingsOf, takeBest, takeText } from './field.ts'
import { readPresence } from './query.ts'
import type { Complain } from './report-problem.ts'
import type { SentField } from './sent-fields.ts'
import { explodes, type Pair } from './styles.ts'
import { keysIn, put, type Sent } from './typing.ts'

/** What is done about names; it differs between a query, cookies and a form. */
export interface FieldRules {
  readonly unknown: (last: SentField, values: Record<string, unknown>, complain: Complain) => void
  readonly repeated: (field: Field, count: number, complain: Complain) => void
  /** Of a form: names in brackets may belong to any list or object without a style, and members have names of their own only where the style says so. */
  readonly form?: boolean
  /** Whether names that no field has may belong to an object without listed members. */
  readonly open?: boolean
  /** The meaning of a text where the usual reading is not valid: JSON in a form, commas in a cookie. */
  readonly otherwise?: (field: Field, text: string) => readonly unknown[]
}

/** What was sent for one list or object, under all names that belong to it. */
interface Gathered {
  own?: SentField
  tree?: Sent
  pairs?: Pair[]
}

const STRUCTURED = new Set(['array', 'object'])

/**
 * Reads a query, a cookie header or a form: fields with names, of which some are lists or objects in one of OpenAPI's styles. Created once
 * per operation.
 */
export function createFieldsReader(fields: readonly Field[], reading: Reading, rules: FieldRules) {
  const { typing, loose } = reading
  const byName = new Map(fields.map((field) => [field.p.name, field]))
  const required = fields.filter(({ p }) => p.required)
  const defaults = fields.filter(({ byDefault }) => byDefault !== undefined)
  const isDeep = ({ p, cases, media }: Field) =>
    p.style === 'deepObject' || (rules.form === true && media === undefined && p.style === undefined && cases.some(({ kind }) => STRUCTURED.has(kind) || kind === 'any')) // biome-ignore format: one thought
  const deep = new Map(fields.filter(isDeep).map((field) => [field.p.name, field]))
  const spread = fields
    .filter(
      ({ media, p }) =>
        media === undefined && p.style !== 'deepObject' && explodes(p) && (!rules.form || p.style !== undefined || p.explode === true),
    )
    .flatMap((field) => objects(field).map((object) => ({ field, object })))
  const open = rules.open === true ? spread.find(({ object }) => isOpen(object))?.field : undefined
  const ownerOf = (name: string) => spread.find(({ object }) => names(object, name))?.field ?? open

  /** A list or an object, or a field with several types. */
  const take = (values: Record<string, unknown>, field: Field, gathered: Gathered, complain: Complain): void => {
    const { own, tree, pairs } = gathered
    if (field.media !== undefined && own) {
      readContent(field, own.value, values, complain)
      return
    }
    const readings: unknown[] = []
    if (tree) readings.push(typing.tree(field.p.schema, tree))
    if (pairs) for (const one of objects(field)) readings.push(typing.members(one, pairs))
    if (own) readings.push(...ownReadings(field, own, complain))
    takeBest(values, field, readings, own?.value ?? '', complain)
  }

  const ownReadings = (field: Field, own: SentField, complain: Complain): readonly unknown[] => {
    const lists = field.cases.filter(({ kind }) => kind === 'array')
    const several = own.count > 1 && lists.length > 0 && explodes(field.p)
    if (own.count > 1 && !several) rules.repeated(field, own.count, complain)
    // Of a list under several names, the last one alone is no reading of the list.
    const single = several ? { ...field, cases: field.cases.filter(({ kind }) => kind !== 'array') } : field
    const readings = [...readingsOf(single, own.raw, own.decode, reading), ...(rules.otherwise?.(single, own.value) ?? [])]
    if (!several) return readings
    const texts = occurrences(own)
    return [...lists.map(({ schema }) => typing.items(schema, texts)), ...readings]
  }

  return (items: ReadonlyMap<string, SentField>, values: Record<string, unknown>, lenient: boolean, complain: Complain): void => {
    let gathered: Map<Field, Gathered> | undefined
    const gather = (field: Field): Gathered => {
      gathered ??= new Map()
      const made = gathered.get(field) ?? {}
      gathered.set(field, made)
      return made
    }
    for (const [name, last] of items) {
      const field = byName.get(name)
      if (!field) {
        const inside = deep.size > 0 ? keysIn(name) : undefined
        const whole = inside && deep.get(inside.base)
        if (inside && whole) {
          const into = gather(whole)
          into.tree ??= { texts: [] }
          for (const text of occurrences(last)) put(into.tree, inside.keys, text)
          continue
        }
        const owner = spread.length > 0 ? ownerOf(name) : undefined
        if (owner) {
          const into = gather(owner)
          into.pairs ??= []
          into.pairs.push([name, last.value])
        } else rules.unknown(last, values, complain)
        continue
      }
      const { p, pointer, scalar } = field
      if (p.deprecated) complain('deprecated', pointer, 'another parameter, this one is deprecated', 'a value', p, 'deprecated')
      if (last.value === '' && p.allowEmptyValue) {
        if (field.cases.some(({ kind }) => kind === 'string' || kind === 'any')) values[name] = ''
      } else if (scalar === undefined) gather(field).own = last
      else {
        if (last.count > 1) rules.repeated(field, last.count, complain)
        const meaning = readPresence(last, p['x-presence'])
        if (meaning.kind === 'value') takeText(values, field, meaning.text, loose, complain)
        else if (meaning.kind === 'unsupported' && !lenient) complain('unsupported', pointer, 'no special form here', meaning.form, p)
        else if (p.required) complain('missing', pointer, MANDATORY, last.value === '' ? 'an empty value' : shorten(last.value), p)
      }
    }
    if (gathered) for (const [field, one] of gathered) take(values, field, one, complain)
    for (const field of required)
      if (!items.has(field.p.name) && !gathered?.has(field)) complain('missing', field.pointer, MANDATORY, 'nothing', field.p, 'required')
    for (const { p, byDefault } of defaults) if (!(p.name in values)) values[p.name] = byDefault
  }
}

const objects = ({ cases }: Field): readonly Schema[] => cases.flatMap(({ kind, schema }) => (kind === 'object' ? [schema] : []))

function names(object: Schema, name: string): boolean {
  return Object.hasOwn(object.properties ?? {}, name) || memberByPattern(object, name) !== undefined
}

/** Whether an object takes members of any name because its schema says so, or because it lists none. */
function isOpen({ properties, patternProperties, additionalProperties: more }: Schema): boolean {
  return more === undefined ? properties === undefined && patternProperties === undefined : more !== false
}

/** The texts of all fields with the same name, in order. */
function occurrences(last: SentField): string[] {
  const texts: string[] = []
  for (let at: SentField | undefined = last; at; at = at.before) texts.push(at.value)
  return texts.reverse()
}
