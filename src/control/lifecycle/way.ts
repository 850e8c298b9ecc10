import type { Transition } from '../../world/engine/machines.ts'
import type { NumberedFact } from '../../world/entities/facts/facts.ts'
import { FACT_STATES, MEMBER_STATES } from './fact-states.ts'

/** One moment of the way that an entity came. */
export interface Moment {
  readonly at: string
  /** The state after it, where the facts leave no doubt. */
  readonly state?: string
  /** The event of the table that led there, where only one does. */
  readonly event?: string
  /** The fact that tells of it, or the member of the entity that holds its time. */
  readonly fact?: { readonly n: number; readonly type: string }
  readonly member?: string
}

interface Known extends Omit<Moment, 'at' | 'state'> {
  readonly at: number
  /** Which state it may have been. */
  readonly states: readonly string[]
}

type Loose = Readonly<Record<string, unknown>> & { readonly id: string }
type Table<T> = { readonly [kind: string]: T | undefined }

/**
 * The way of an entity through its table, from facts and from times that it holds itself. Only facts of its own tell a state; where a fact can
 * stand for several states, what came after it decides.
 */
export function wayOf(kind: string, entity: Loose, rows: readonly Transition[], facts: readonly NumberedFact[]): Moment[] {
  const told = facts.flatMap((fact) => toldBy(kind, entity.id, fact))
  const held = Object.entries((MEMBER_STATES as Table<Readonly<Record<string, readonly string[]>>>)[kind] ?? {})
    .map(([member, states]) => ({ member, at: Number(entity[member]), states: limited(states, rows) }))
    .filter(({ at, states }) => Number.isFinite(at) && !told.some((one) => one.at === at && (states.length === 0 || meets(one, states))))
  const noted = notedBy(entity, rows).filter(({ at, event }) => !told.some((one) => one.at === at && one.event === event))
  return resolve(
    [...told, ...held, ...noted].sort((a, b) => a.at - b.at),
    rows,
    String(entity.status ?? ''),
  )
}

/** Steps that the entity itself keeps, such as those of a supervised delivery. */
function notedBy({ steps }: Loose, rows: readonly Transition[]): Known[] {
  if (!Array.isArray(steps)) return []
  return (steps as readonly { readonly at: number; readonly event: string }[]).map(({ at, event }) => ({
    at,
    event,
    member: 'steps',
    states: [...new Set(rows.filter((row) => row.event === event).map(({ to }) => to))],
  }))
}

const limited = (states: readonly string[], rows: readonly Transition[]) => states.filter((state) => rows.some(({ to }) => to === state))
const meets = ({ states }: Known, others: readonly string[]) => states.some((state) => others.includes(state))

function toldBy(kind: string, id: string, fact: NumberedFact): Known[] {
  const { n, at, type } = fact
  const tells = { at, fact: { n, type } }
  if (fact.type === 'entity.put')
    return fact.kind === kind && fact.entityId === id && fact.status !== undefined ? [{ ...tells, states: [fact.status] }] : []
  if (kind === 'supervisions' && 'station' in fact)
    return [{ ...tells, states: [fact.station], ...(fact.event === undefined ? {} : { event: fact.event }) }]
  const states = (FACT_STATES as Table<Table<readonly string[]>>)[kind]?.[type]
  return states ? [{ ...tells, states }] : []
}

function resolve(known: readonly Known[], rows: readonly Transition[], status: string): Moment[] {
  const leads = (from: string, to: string) => from === to || rows.some((row) => row.from === from && row.to === to)
  // Backwards: the present state is certain.
  const states: (string | undefined)[] = []
  let next: string | undefined = status
  for (const { states: possible } of [...known].reverse()) {
    const after: string | undefined = next
    const fits: readonly string[] =
      possible.length === 1 ? possible : possible.filter((state) => after === undefined || leads(state, after))
    const certain: string | undefined = fits.length === 1 ? fits[0] : fits.find((state) => state === after)
    states.unshift(certain)
    next = certain
  }
  let before = 'none'
  return known.map(({ at, states: _possible, ...told }, i) => {
    const state = states[i]
    const between = state === undefined || state === before ? [] : rows.filter((row) => row.from === before && row.to === state)
    before = state ?? before
    const event = told.event ?? (between.length === 1 ? between[0]?.event : undefined)
    return { at: new Date(at).toISOString(), ...(state === undefined ? {} : { state }), ...(event === undefined ? {} : { event }), ...told }
  })
}
