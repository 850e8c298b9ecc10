import { formatMoment } from '../engine/calendar.ts'
import type { Json } from '../engine/json.ts'
import type { Entities, Kind } from '../entities/entities.ts'
import { SHAPES } from '../entities/shapes/entity-shapes.ts'
import type { Field, Nested, Shape } from '../entities/shapes/shape.ts'

type WriteTime = (at: number) => string

/**
 * An entity as it is written in starting worlds and configurations: money as yuan in quotation marks, moments as ISO 8601 with
 * milliseconds, everything else unchanged.
 */
export function writeEntity<K extends Kind>(kind: K, entity: Entities[K]): Readonly<Record<string, Json>> {
  return writeShape(entity, SHAPES[kind], kind, (at) => new Date(at).toISOString())
}

/**
 * Writes an object in the form that `readShape` reads: times as UTC moments, money as yuan, members in the order of the shape. Reading it
 * restores the exact object. Throws for a member that the shape does not know or that could not be read back, because that is a defect.
 */
export function writeShape(entity: object, shape: Shape, where: string, time: WriteTime = formatMoment): Record<string, Json> {
  const from = entity as Readonly<Record<string, unknown>>
  for (const name of Object.keys(from))
    if (!Object.hasOwn(shape, name)) throw unwritable(`${where}.${name}`, 'its shape has no such member')
  const written: Record<string, Json> = {}
  for (const [name, field] of Object.entries(shape)) {
    const value = from[name]
    if (value !== undefined) written[name] = writeField(value, field, `${where}.${name}`, time)
  }
  return written
}

function writeField(value: unknown, field: Field, where: string, time: WriteTime): Json {
  if (typeof field !== 'string') return writeNested(value, field, where, time)
  const kind = field.endsWith('?') ? field.slice(0, -1) : field
  if (kind !== 'time' && kind !== 'fen') return value as Json
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw unwritable(where, `${String(value)} is not a ${kind}`)
  return kind === 'time' ? time(value) : yuanOf(value)
}

function writeNested(value: unknown, field: Nested, where: string, time: WriteTime): Json {
  if ('oneOf' in field) return value as Json
  if ('list' in field) return (value as readonly unknown[]).map((item, index) => writeField(item, field.list, `${where}[${index}]`, time))
  return writeShape(value as object, field.object, where, time)
}

/** 12800 fen -> `"128.00"` */
function yuanOf(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, '0')
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

const unwritable = (where: string, why: string) => new Error(`${where} cannot be written: ${why}.`)
