import { EDITABLE, editEntity } from '../../console/state-changes/edit-entity.ts'
import { setState, statesFrom, statesOf, statusOf, UnreachableState } from '../../console/state-changes/set-state.ts'
import type { ServerContext } from '../../http/server-context.ts'
import { didYouMean } from '../../language/did-you-mean.ts'
import type { Json } from '../../world/engine/json.ts'
import type { MachineKind, Machines } from '../../world/engine/machines.ts'
import type { Kind } from '../../world/entities/entities.ts'
import { byName, namesOf } from '../../world/entities/named-entities.ts'
import { SHAPES } from '../../world/entities/shapes/entity-shapes.ts'
import { writeEntity } from '../../world/persistence/write-shape.ts'
import type { World } from '../../world/world-api.ts'
import type { CheckContext, Controls } from '../control-behaviour.ts'
import { factsSince } from '../shown-facts.ts'
import { listedEntities } from './listed-entities.ts'

export const KINDS = Object.keys(SHAPES) as Kind[]

/** The entities of a world: listing and showing them, setting their states, editing their members. */
export const entities: Pick<Controls, 'ListCollections' | 'ListEntities' | 'ShowEntity' | 'PutState' | 'ChangeEntity'> = {
  ListCollections({ server, world }) {
    const collections = KINDS.map((kind) => ({
      kind,
      count: world[kind].size,
      states: countStates(machinesOf(server), world, kind),
      editable: [...(EDITABLE[kind] ?? [])],
    }))
    return { world: world.name, count: collections.length, collections }
  },

  ListEntities(context) {
    const { world, input } = context
    const kind = kindOf(context, input.path.kind)
    const { offset = 0, limit = 20 } = input.query
    const found = listedEntities(world, kind, input.query)
    const page = found.slice(offset, offset + limit).map((entity) => written(world, kind, entity.id))
    return { world: world.name, kind, total: found.count, count: page.length, entities: page }
  },

  ShowEntity(context) {
    const { server, world, input } = context
    const { kind, id } = meant(context, input.path)
    const status = statusOf(world, kind, id)
    const rows = machinesOf(server)[kind as MachineKind]?.filter(({ from }) => from === status) ?? []
    return {
      world: world.name,
      kind,
      entity: written(world, kind, id),
      next: rows.map(({ event, to }) => ({ event, to })),
      reachable: status === undefined ? [] : [...statesFrom(machinesOf(server), kind as MachineKind, status)],
    }
  },

  PutState(context) {
    const { server, world, input, fail } = context
    const { kind, id } = meant(context, input.path)
    const machines = machinesOf(server)
    if (machines[kind as MachineKind] === undefined) fail('bad-request', `${kind} have no states.`, Object.keys(machines))
    const { status, reason } = input.body
    const before = world.facts.count
    try {
      const put = setState(world, machines, { kind: kind as MachineKind, id, status, ...(reason === undefined ? {} : { reason }) })
      const { was, path } = put
      return {
        world: world.name,
        kind,
        was,
        status: put.status,
        path: [...path],
        entity: written(world, kind, id),
        facts: factsSince(world, before),
      }
    } catch (error) {
      if (error instanceof UnreachableState) return fail('conflict', error.message, [...error.reachable])
      throw error
    }
  },

  ChangeEntity(context) {
    const { world, input } = context
    const { kind, id } = meant(context, input.path)
    const before = world.facts.count
    // Raw JSON; every member is checked against the shape of its kind.
    editEntity(world, kind, id, input.body as Readonly<Record<string, Json>>)
    return { world: world.name, kind, path: [], entity: written(world, kind, id), facts: factsSince(world, before) }
  },
}

/** A collection by its name in a path. */
export function kindOf({ fail }: Pick<CheckContext, 'fail'>, text: string): Kind {
  const kind = KINDS.find((one) => one === text)
  return kind ?? fail('unknown-entity', `There is no collection "${text}".${didYouMean(text, KINDS)}`, KINDS)
}

/** The entity that a path means, by id or name. */
export function meant(
  context: CheckContext,
  { kind: text, id: name }: { readonly kind: string; readonly id: string },
): { readonly kind: Kind; readonly id: string } {
  const { world, fail } = context
  const kind = kindOf(context, text)
  if (world[kind].has(name)) return { kind, id: name }
  const id = byName(world, kind, name.replace(/^@/, ''))
  return id === undefined
    ? fail('unknown-entity', `There is no "${name.slice(0, 80)}" among the ${kind} of world "${world.name}".${near(world, kind, name)}`)
    : { kind, id }
}

/** Most ids that are compared with a wrong one. */
const COMPARED = 2000

/** "Did you mean": by name where things have names, else by id. */
function near(world: World, kind: Kind, name: string): string {
  if (name.length > 80) return ''
  const named = namesOf(world, kind)
  if (named.length > 0) return didYouMean(name, named)
  const ids: string[] = []
  for (const { id } of world[kind].all()) if (ids.push(id) === COMPARED) break
  return didYouMean(name, ids)
}

export const machinesOf = (server: ServerContext) => server.specs.bundle.machines as unknown as Machines

/** An entity in the form of configurations. */
export function written(world: World, kind: Kind, id: string): { id: string } & Record<string, unknown> {
  const entity = world[kind].get(id)
  return { id, ...(entity ? writeEntity(kind, entity as never) : {}) }
}

/** The state of an entity, and all states of its table. */
export function statusAndStates(machines: Machines, world: World, kind: Kind, id: string) {
  const status = statusOf(world, kind, id)
  return { ...(status === undefined ? {} : { status }), states: [...statesOf(machines, kind as MachineKind)] }
}

function countStates(machines: Machines, world: World, kind: Kind): Record<string, number> {
  const states = Object.fromEntries(statesOf(machines, kind as MachineKind).map((state) => [state, 0]))
  if (Object.keys(states).length === 0) return states
  for (const entity of world[kind].all()) {
    const { status } = entity as { readonly status?: string }
    if (status !== undefined) states[status] = (states[status] ?? 0) + 1
  }
  return states
}
