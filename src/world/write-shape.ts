import type { Entities, Kind } from './entities.ts'
import { SHAPES } from './entity-shapes.ts'
import type { Json } from './json.ts'
import type { Field, Nested, Shape } from './shape.ts'

/**
 * An entity as it is written in starting worlds and configurations: money as yuan in quotation marks, moments as ISO 8601 with
 * milliseconds, everything else as it is.
 */
export function writeEntity<K extends Kind>(kind: K, entity: Entities[K]): Readonly<Record<string, Json>> {
  return writeShape(entity as unknown as Readonly<Record<string, unknown>>, SHAPES[kind])
}

/** 12850 fen -> `"128.50"`. */
export function yuanOf(fen: number): string {
  const digits = `${Math.abs(fen)}`.padStart(3, '0')
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

function writeShape(from: Readonly<Record<string, unknown>>, shape: Shape): Readonly<Record<string, Json>> {
  const written: Record<string, Json> = {}
  for (const [name, field] of Object.entries(shape)) if (from[name] !== undefined) written[name] = writeField(from[name], field)
  return written
}

function writeField(value: unknown, field: Field): Json {
  if (typeof field !== 'string') return writeNested(value, field)
  if (field.startsWith('fen')) return yuanOf(value as number)
  if (field.startsWith('time')) return new Date(value as number).toISOString()
  return value as Json
}

function writeNested(value: unknown, field: Nested): Json {
  if ('object' in field) return writeShape(value as Readonly<Record<string, unknown>>, field.object)
  if ('list' in field) return (value as readonly unknown[]).map((one) => writeField(one, field.list))
  return value as Json
}
