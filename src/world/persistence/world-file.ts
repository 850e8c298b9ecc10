import { formatMoment } from '../engine/calendar.ts'
import type { SavedWorld } from '../engine/change-log.ts'
import type { ClockMode } from '../engine/clock-api.ts'
import type { Json } from '../engine/json.ts'
import type { SettingValue } from '../engine/settings-api.ts'
import type { Kind } from '../entities/entities.ts'
import { SHAPES } from '../entities/shapes/entity-shapes.ts'
import type { Shape } from '../entities/shapes/shape.ts'
import { writeShape } from './write-shape.ts'

/** A whole world as one readable file: plain JSON, times as UTC moments, money as yuan, everything by its id. */
export interface WorldFile extends Partial<Record<Kind, Record<string, Json>[]>> {
  /** A newer format is refused with a message that names it. */
  readonly format: 1
  /** The world it was written from. */
  readonly name: string
  /** The seed of all its generated values. */
  readonly seed: string
  readonly clock: { readonly mode: ClockMode; readonly now: string }
  /** Settings that differ from their defaults or were set. */
  readonly settings: Readonly<Record<string, SettingValue>>
  /** The counters of counted ids. */
  readonly counters: Readonly<Record<string, number>>
  /** Planned work in order of time. */
  readonly plans: readonly Record<string, Json>[]
  /** Facts, numbered from 1. */
  readonly facts: readonly Record<string, Json>[]
}

/** Amounts and line ids, which a starting world may leave to be computed, are required here. */
const strict = (shape: Shape): Shape =>
  Object.fromEntries(
    Object.entries(shape).map(([name, field]) => {
      if (name === 'amounts' && typeof field === 'object' && 'object' in field) return [name, { object: whole(field.object) }]
      if (name === 'lines' && typeof field === 'object' && 'list' in field && typeof field.list === 'object' && 'object' in field.list)
        return [name, { list: { object: { ...strict(field.list.object), id: 'text' } } }]
      return [name, field]
    }),
  )

const whole = (shape: Shape): Shape =>
  Object.fromEntries(Object.entries(shape).map(([name, field]) => [name, field === 'fen?' ? ('fen' as const) : field]))

/** Written form of each kind in such a file. */
export const FILE_SHAPES: Readonly<Record<Kind, Shape>> = { ...SHAPES, orders: strict(SHAPES.orders) }

/** Written form of plans in such a file. */
export const PLAN_SHAPE: Shape = { id: 'text', at: 'time', work: 'text', about: 'open' }

/** Writes a saved world as a file. `readWorldFile` reads the same world from it. */
export function writeWorldFile({ name, seed, clock, settings, counters, entities, plans, facts }: SavedWorld): WorldFile {
  const sorted = <T>(record: Readonly<Record<string, T>>) => Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)))
  const collections = Object.entries(FILE_SHAPES).map(([kind, shape]) => [
    kind,
    (entities[kind] ?? []).map((entity, index) => writeShape(entity as object, shape, `${kind}[${index}]`)),
  ])
  return {
    format: 1,
    name,
    seed,
    clock: { mode: clock.mode, now: formatMoment(clock.now) },
    settings: sorted(settings),
    counters: sorted(counters),
    ...(Object.fromEntries(collections) as Partial<Record<Kind, Record<string, Json>[]>>),
    plans: plans.map((plan, index) => writeShape(plan, PLAN_SHAPE, `plans[${index}]`)),
    // A fact is flat; only its time is written in another form than it is stored.
    facts: facts.map((fact) => {
      const { id: _id, n, at, type, ...about } = fact as typeof fact & { readonly id?: string }
      return { n, at: formatMoment(at), type, ...about } as unknown as Record<string, Json>
    }),
  }
}
