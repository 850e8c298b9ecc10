import { didYouMean } from '../../language/did-you-mean.ts'
import type { MachineKind, Machines, Transition } from '../../world/engine/machines.ts'
import { WorldError } from '../../world/engine/world-error.ts'
import type { World } from '../../world/world-api.ts'
import { createSearch, moveOf, type StateSet, statusOf } from './set-state.ts'

/** One event that the table knows in the present state. */
export interface Step {
  readonly event: string
  readonly to: string
  readonly about?: string
  /** Why the step cannot be taken now; absent where it can. */
  readonly refused?: string
}

/** What is meant: the event of one entity. */
interface Meant {
  readonly kind: MachineKind
  readonly id: string
  readonly event: string
  readonly reason?: string
}

/** Thrown to take a trial back. */
class Trial extends Error {}

/**
 * Every event of the table in the present state, with the reason where it cannot be taken now. Each one is tried in a transaction that is
 * rolled back: the rules themselves answer, and the world stays as it is.
 */
export function stepsOf(world: World, machines: Machines, kind: MachineKind, id: string): readonly Step[] {
  const status = statusOf(world, kind, id)
  return (machines[kind] ?? [])
    .filter(({ from }) => from === status)
    .map(({ event, to, about }) => {
      const refused = whyNot(world, machines, { kind, id, event })
      return { event, to, ...(about === undefined ? {} : { about }), ...(refused === undefined ? {} : { refused }) }
    })
}

function whyNot(world: World, machines: Machines, meant: Meant): string | undefined {
  try {
    world.transaction(() => {
      walk(world, machines, meant)
      throw new Trial()
    })
  } catch (error) {
    if (error instanceof Trial) return undefined
    // Reasons are written to follow the name of a step.
    if (error instanceof WorldError) return error.message.charAt(0).toUpperCase() + error.message.slice(1)
    throw error
  }
}

/**
 * Takes one step of the transition table with everything that it implies. All or nothing. Records `entity.put` at the end.
 * @throws WorldError `step.unknown` for an event that the table does not know in the present state, `put.refused` and others with the reason
 */
export function takeStep(world: World, machines: Machines, meant: Meant): StateSet {
  return world.transaction(() => {
    const taken = walk(world, machines, meant)
    world.emit({ type: 'entity.put', kind: meant.kind, entityId: meant.id, was: taken.was, status: taken.status })
    return taken
  })
}

function walk(world: World, machines: Machines, { kind, id, event, reason }: Meant): StateSet {
  const was = statusOf(world, kind, id)
  if (was === undefined) throw new WorldError('entity.unknown', `There is no "${id}" among the ${kind}.`)
  const rows = (machines[kind] ?? []).filter(({ from }) => from === was)
  const row = rows.find((one) => one.event === event)
  if (!row) throw unknownStep(kind, id, was, event, rows)
  const move = moveOf(kind, row)
  if (!move)
    throw new WorldError(
      'put.refused',
      `Nobody takes the step "${event}" directly: it follows from another call, or from the clock. Make that call, or move the clock.`,
    )
  move(createSearch(world, machines, reason, []).context, id)
  const status = statusOf(world, kind, id) ?? was
  if (status !== row.to)
    throw new WorldError('put.refused', `"${event}" leads from ${was} to ${row.to}, but here it ends at ${status}. Set that state instead.`)
  return { was, status, path: [event] }
}

function unknownStep(kind: MachineKind, id: string, was: string, event: string, rows: readonly Transition[]): WorldError {
  const events = rows.map((row) => row.event)
  const there = events.length > 0 ? `Steps from there: ${events.join(', ')}.` : `Nothing follows ${was}.`
  return new WorldError('step.unknown', `${kind} ${id} is ${was}, which has no step "${event}".${didYouMean(event, events)} ${there}`)
}
