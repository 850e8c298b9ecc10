import type { Entities } from '../entities/entities.ts'
import type { Events } from '../generated/transitions.ts'
import { WorldError } from './world-error.ts'

/** Collections whose `status` changes only by a transition table. */
export type MachineKind = keyof Events

/** The events of a kind. */
export type EventOf<K extends MachineKind> = Events[K]

/** One row of `specs/transitions.yaml`. `from: none`: the event creates the entity. */
export interface Transition {
  readonly from: string
  readonly event: string
  readonly to: string
  readonly about?: string
  readonly 'x-source'?: readonly string[]
  readonly 'x-evidence'?: string
}

/** The transition tables as plain data: `machines` of `specs/transitions.yaml`. A kind without a table cannot change its state. */
export type Machines = { readonly [K in MachineKind]?: readonly Transition[] }

/** The event is not possible in the present state. `allowed` lists the events that are. */
export class IllegalTransition extends WorldError {
  readonly kind: MachineKind
  readonly id: string
  readonly from: string
  readonly event: string
  readonly allowed: readonly string[]

  constructor(about: { kind: MachineKind; id: string; from: string; event: string; allowed: readonly string[] }) {
    const { kind, id, from, event, allowed } = about
    super(
      'transition.illegal',
      `${kind} ${id} ${from === 'none' ? 'does not exist' : `is ${from}`}: "${event}" is not possible. Possible: ${allowed.join(', ') || 'nothing'}.`,
    )
    this.name = 'IllegalTransition'
    this.kind = kind
    this.id = id
    this.from = from
    this.event = event
    this.allowed = allowed
  }
}

/** The transition tables, indexed for look-up. */
export interface MachineTable {
  /** The state that the event leads to, or undefined when it is not possible. */
  next<K extends MachineKind>(kind: K, from: string, event: string): Entities[K]['status'] | undefined
  /** The events that are possible in a state. */
  events(kind: MachineKind, from: string): readonly string[]
}

/**
 * Indexes the rows.
 * @throws WorldError `machine.ambiguous` when one event leads from one state to two states
 */
export function readMachines(machines: Machines): MachineTable {
  const known = READ.get(machines)
  if (known) return known
  const table = new Map<string, Map<string, string>>()
  for (const [kind, rows] of Object.entries(machines)) {
    for (const { from, event, to } of rows) {
      const key = `${kind} ${from}`
      const events = table.get(key) ?? new Map<string, string>()
      table.set(key, events)
      if (events.has(event)) throw new WorldError('machine.ambiguous', `transitions: ${kind}, from ${from}: "${event}" is given twice.`)
      events.set(event, to)
    }
  }
  const read: MachineTable = {
    // The table is data from outside. Its state names are trusted here; a test compares them with the types.
    next: <K extends MachineKind>(kind: K, from: string, event: string) =>
      table.get(`${kind} ${from}`)?.get(event) as Entities[K]['status'] | undefined,
    events: (kind, from) => [...(table.get(`${kind} ${from}`)?.keys() ?? [])],
  }
  READ.set(machines, read)
  return read
}

/** Cache: all worlds of a sandbox share the same tables. */
const READ = new WeakMap<Machines, MachineTable>()
