import type { MachineKind, Machines, Transition } from '../../world/engine/machines.ts'
import { WorldError } from '../../world/engine/world-error.ts'
import type { Kind } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import type { ChangeContext, StateChange } from './change.ts'
import { STATE_CHANGES } from './changes.ts'
import { stateMeant } from './state-words.ts'

/** The result of setting a state. */
export interface StateSet {
  readonly was: string
  readonly status: string
  /** The applied events of the transition table, in order. Changes elsewhere are visible as facts. */
  readonly path: readonly string[]
}

/** A state cannot be reached. The message says why; `reachable` lists the states that can be, nearest first. */
export class UnreachableState extends WorldError {
  readonly reachable: readonly string[]

  constructor(message: string, reachable: readonly string[]) {
    super('put.unreachable', message)
    this.name = 'UnreachableState'
    this.reachable = reachable
  }
}

/** Names for states that the table has under another name. */
const ALIASES: Readonly<Record<string, { readonly status: string; readonly without: readonly string[] }>> = {
  // `released` means closed at the end of its period, not by a return.
  'resources released': { status: 'closed', without: ['close'] },
}

/**
 * Sets an entity to a state by the transition table: searches a path from the present state and applies it with everything that each step
 * implies. All or nothing. Records `entity.put` at the end. Does nothing when the entity is already in that state.
 * @param reason for states that are reached for several reasons, such as `violation` for a frozen resource
 * @throws UnreachableState, WorldError `put.state` for a state that the table does not contain, `entity.unknown`
 */
export function setState(
  world: World,
  machines: Machines,
  {
    kind,
    id,
    status: wanted,
    reason,
  }: { readonly kind: MachineKind; readonly id: string; readonly status: string; readonly reason?: string },
): StateSet {
  const was = statusOf(world, kind, id)
  if (was === undefined) throw new WorldError('entity.unknown', `There is no "${id}" among the ${kind}.`)
  const alias = ALIASES[`${kind} ${wanted}`]
  const status = alias?.status ?? wanted
  const known = statesOf(machines, kind)
  if (!known.includes(status))
    throw new WorldError('put.state', `${kind} have no state "${wanted}".${stateMeant(wanted, known)} There are: ${known.join(', ')}.`)
  const search = createSearch(world, machines, reason, alias?.without ?? [])
  return world.transaction(() => {
    if (!search.reach(kind, id, status)) throw refusal({ world, machines, kind, id, was, wanted, why: search.why })
    if (was !== status) world.emit({ type: 'entity.put', kind, entityId: id, was, status })
    return { was, status, path: search.path }
  })
}

/** The states of a table, in its order. */
export function statesOf(machines: Machines, kind: MachineKind): readonly string[] {
  return [...new Set((machines[kind] ?? []).flatMap(({ from, to }) => (from === 'none' ? [to] : [from, to])))]
}

/** States that the table leads to from one state, the nearest first, by changes that are possible here. */
export function statesFrom(machines: Machines, kind: MachineKind, from: string): readonly string[] {
  const found = [from]
  for (let i = 0; i < found.length; i++)
    for (const row of machines[kind] ?? []) if (row.from === found[i] && !found.includes(row.to) && moveOf(kind, row)) found.push(row.to)
  return found.slice(1)
}

/** The change behind an event, if there is one: events without one follow from something else. */
export const moveOf = (kind: MachineKind, { event }: Pick<Transition, 'event'>) =>
  (STATE_CHANGES[kind] as Readonly<Record<string, StateChange>> | undefined)?.[event]

export function statusOf(world: World, kind: Kind, id: string): string | undefined {
  return (world[kind].get(id) as { readonly status?: string } | undefined)?.status
}

/** A step that leads no further is rolled back with all its changes. */
class DeadEnd extends WorldError {}

/** Searches a way through the table, and walks it. Its `context` is what state changes need. */
export function createSearch(world: World, machines: Machines, reason: string | undefined, without: readonly string[]) {
  const why: string[] = []
  let path: string[] = []
  let depth = 0
  const reach = (kind: MachineKind, id: string, target: string, seen: ReadonlySet<string> = new Set()): boolean => {
    const from = statusOf(world, kind, id)
    if (from === target) return true
    if (from === undefined || seen.has(from)) return false
    const distance = distancesTo(machines[kind] ?? [], target)
    const rows = (machines[kind] ?? [])
      .filter((row) => row.from === from && row.to !== from && moveOf(kind, row) && distance.has(row.to))
      .filter((row) => depth > 0 || !without.includes(row.event))
      .sort((a, b) => (distance.get(a.to) ?? 0) - (distance.get(b.to) ?? 0))
    for (const row of rows) {
      const before = path
      try {
        world.transaction(() => {
          if (depth === 0) path = [...path, row.event]
          depth++
          try {
            moveOf(kind, row)?.(context, id)
          } finally {
            depth--
          }
          if (!reach(kind, id, target, new Set([...seen, from]))) throw new DeadEnd('put.dead-end', `${row.event} leads no further.`)
        })
        return true
      } catch (error) {
        if (!(error instanceof WorldError)) throw error
        path = before
        if (!(error instanceof DeadEnd)) why.push(`${row.event}: ${error.message}`)
      }
    }
    return false
  }
  const context: ChangeContext = {
    world,
    ...(reason === undefined ? {} : { reason }),
    reach(kind, id, target) {
      if (!reach(kind, id, target)) throw new WorldError('put.refused', `${kind} ${id} cannot be brought to ${target} from here.`)
    },
  }
  return {
    context,
    reach,
    why,
    get path() {
      return path
    },
  }
}

/** The number of events between each state and the target. */
function distancesTo(rows: readonly Transition[], target: string): ReadonlyMap<string, number> {
  const distance = new Map([[target, 0]])
  const next = [target]
  for (let at = next.shift(); at !== undefined; at = next.shift())
    for (const { from, to } of rows)
      if (to === at && !distance.has(from)) {
        distance.set(from, (distance.get(at) ?? 0) + 1)
        next.push(from)
      }
  return distance
}

function refusal(about: {
  readonly world: World
  readonly machines: Machines
  readonly kind: MachineKind
  readonly id: string
  readonly was: string
  readonly wanted: string
  readonly why: readonly string[]
}): UnreachableState {
  const { machines, kind, id, was, wanted, why } = about
  const reachable = statesFrom(machines, kind, was)
  const because = why.length > 0 ? ` ${[...new Set(why)].slice(0, 3).join(' ')}` : ' No way of the transition table leads there.'
  const instead = reachable.length > 0 ? ` From ${was}, nearest first: ${reachable.join(', ')}.` : ` Nothing follows ${was}.`
  return new UnreachableState(`${kind} ${id} is ${was} and cannot be put to ${wanted}.${because}${instead}`, reachable)
}
