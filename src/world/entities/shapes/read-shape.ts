import { didYouMean } from '../../../language/did-you-mean.ts'
import { addPeriod, parseMoment } from '../../engine/calendar.ts'
import type { Json } from '../../engine/json.ts'
import type { Kind } from '../entities.ts'
import type { Field, Nested, Shape } from './shape.ts'
import { StartFault } from './shape-fault.ts'

/** Context for reading one starting world. */
export interface StartReading {
  /** The world's start, from which durations count. */
  readonly start: number
  /** The id for `@ref` or a literal id. Throws when nothing of that kind has it. */
  resolve(kind: Kind, text: string, where: string): string
}

/** A parsed object of a starting world. */
export type Raw = Readonly<Record<string, Json | undefined>>

/**
 * Reads an object member by member. Refuses unknown members, missing members and values of the wrong type, naming the member.
 * @param defaults what members have that are not given
 */
export function readShape(
  raw: Json | undefined,
  shape: Shape,
  where: string,
  reading: StartReading,
  defaults: Raw = NONE,
): Record<string, unknown> {
  const from = objectOf(raw, where)
  for (const name of Object.keys(from)) {
    if (!Object.hasOwn(shape, name)) throw malformed(where, `there is no member "${name}".${didYouMean(name, Object.keys(shape))}`, name)
  }
  const read: Record<string, unknown> = {}
  for (const { name, field, optional } of fieldsOf(shape)) {
    const given = from[name] === undefined ? defaults[name] : from[name]
    // Most members are optional and not given.
    if (given === undefined && optional) continue
    const value = readField(given, field, `${where}.${name}`, reading)
    if (value !== undefined) read[name] = value
  }
  return read
}

const NONE: Raw = {}

/** One member of a shape. An object instead of a tuple: every start reads thousands, before its code is optimized. */
interface Member {
  readonly name: string
  readonly field: Field
  readonly optional: boolean
}

/** The members of each shape, in its order. */
const fields = new WeakMap<Shape, readonly Member[]>()

function fieldsOf(shape: Shape): readonly Member[] {
  const known = fields.get(shape)
  if (known) return known
  const list = Object.entries(shape).map(([name, field]) => ({
    name,
    field,
    optional: typeof field === 'string' ? field.endsWith('?') : field.optional === true,
  }))
  fields.set(shape, list)
  return list
}

/**
 * The value as an object.
 * @throws StartFault `start.malformed`
 */
export function objectOf(raw: Json | undefined, where: string): Raw {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) throw malformed(where, 'must be an object.')
  return raw as Raw
}

/** `"128.00"` yuan -> 12800 fen. Numbers are refused: 128 could mean either unit, and 0.1 is not exactly a tenth. */
function fenOf(value: Json, where: string): number {
  const parts = typeof value === 'string' ? /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(value) : null
  if (!parts) throw malformed(where, `money is written as yuan in quotation marks, such as "128.00", not ${JSON.stringify(value)}.`)
  const fen = Number(parts[2]) * 100 + Number((parts[3] ?? '').padEnd(2, '0'))
  return parts[1] && fen !== 0 ? -fen : fen
}

/** The error for a place in a starting world. `key` is the wrong member of it, when the message is about the whole. */
export function malformed(where: string, what: string, key?: string): StartFault {
  return new StartFault(where, what, key)
}

function readField(raw: Json | undefined, field: Field, where: string, reading: StartReading): unknown {
  if (typeof field !== 'string') return readNested(raw, field, where, reading)
  const optional = field.endsWith('?')
  if (raw === undefined) {
    if (optional) return undefined
    throw malformed(where, 'is missing.')
  }
  return readScalar(raw, optional ? field.slice(0, -1) : field, where, reading)
}

function readNested(raw: Json | undefined, field: Nested, where: string, reading: StartReading): unknown {
  if (raw === undefined) {
    if (field.optional) return undefined
    // A missing list is an empty list; everything else is required.
    if ('list' in field) return []
    throw malformed(where, 'is missing.')
  }
  if ('object' in field) return readShape(raw, field.object, where, reading)
  if ('list' in field) {
    if (!Array.isArray(raw)) throw malformed(where, 'must be a list.')
    return raw.map((item: Json, index) => readField(item, field.list, `${where}[${index}]`, reading))
  }
  if (!field.oneOf.some((value) => value === raw)) {
    const known = field.oneOf.map(String)
    throw malformed(where, `must be one of ${known.join(', ')}, not ${JSON.stringify(raw)}.${didYouMean(String(raw), known)}`)
  }
  return raw
}

function readScalar(raw: Json, kind: string, where: string, reading: StartReading): unknown {
  if (kind === 'open') return raw
  if (kind === 'fen') return fenOf(raw, where)
  if (kind === 'number' || kind === 'flag') {
    // A number too large for a double (1e999) is parsed as infinity, which no file can hold.
    if (typeof raw !== (kind === 'number' ? 'number' : 'boolean') || raw === Number.POSITIVE_INFINITY || raw === Number.NEGATIVE_INFINITY)
      throw malformed(where, `must be a ${kind}, not ${JSON.stringify(raw)}.`)
    return raw
  }
  if (typeof raw !== 'string') throw malformed(where, `must be a text, not ${JSON.stringify(raw)}. Put it in quotation marks.`)
  if (kind === 'text') return raw
  // All other kinds begin with @: a reference.
  return kind === 'time' ? timeOf(raw, where, reading.start) : reading.resolve(kind.slice(1) as Kind, raw, where)
}

/** `-P3D` = three days before the start; `2026-01-01T00:00:00Z` = that moment. */
function timeOf(text: string, where: string, start: number): number {
  const at = parseMoment(text)
  if (at !== undefined) return at
  try {
    return addPeriod(start, text)
  } catch {
    throw malformed(where, `a time is written as a distance from the start (-P3D, P1M, PT0S) or like 2026-01-01T00:00:00Z, not "${text}".`)
  }
}
