import type { Entities } from '../entities/entities.ts'
import { WorldError } from './world-error.ts'

/** Collections whose `status` moves by a transition table only. */
export type MachineKind =
  | 'orders'
  | 'resources'
  | 'coupons'
  | 'certificates'
  | 'products'
  | 'licences'
  | 'supervisions'
  | 'usage'
  | 'sellerRequests'
  | 'filings'
  | 'deliveries'

/** One row of `specs/transitions.yaml`. `from: none` is birth: the event creates the entity. */
export interface Transition {
  readonly from: string
  readonly event: string
  readonly to: string
  readonly about?: string
  readonly 'x-source'?: readonly string[]
  readonly 'x-evidence'?: string
}

/** The transition tables, given from outside as plain data: `machines` of `specs/transitions.yaml`. What has no table cannot move. */
export type Machines = { readonly [K in MachineKind]?: readonly Transition[] }

/** An event that the present state does not know. `allowed` are the events it knows. */
export class IllegalTransition extends WorldError {
  readonly kind: MachineKind
  readonly id: string
  readonly from: string
  readonly event: string
  readonly allowed: readonly string[]

  constructor(about: { kind: MachineKind; id: string; from: string; event: string; allowed: readonly string[] }) {
    const { kind, id, from, event, allowed } = about
    const state = from === 'none' ? 'does not exist' : `is ${from}`
    super('transition.illegal', `${kind} ${id} ${state}: "${event}" is not possible. Possible: ${allowed.join(', ') || 'nothing'}.`)
    this.name = 'IllegalTransition'
    this.kind = kind
    this.id = id
    this.from = from
    this.event = event
    this.allowed = allowed
  }
}

/** The tables, fast to ask. */
export interface MachineTable {
  /** The state an event leads to, undefined when it is not possible. */
  next<K extends MachineKind>(kind: K, from: string, event: string): Entities[K]['status'] | undefined
  /** Events possible in a state. */
  events(kind: MachineKind, from: string): readonly string[]
}

/** Makes the rows fast to ask. Throws `machine.ambiguous` when one event leads from one state to two. */
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
    // The table is data from outside: its states are taken at their word, a test compares them with the types.
    next: <K extends MachineKind>(kind: K, from: string, event: string) =>
      table.get(`${kind} ${from}`)?.get(event) as Entities[K]['status'] | undefined,
    events: (kind, from) => [...(table.get(`${kind} ${from}`)?.keys() ?? [])],
  }
  READ.set(machines, read)
  return read
}

/** Tables that were read: every world of a sandbox has the same. */
const READ = new WeakMap<Machines, MachineTable>()
