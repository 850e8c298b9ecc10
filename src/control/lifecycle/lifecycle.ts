import { stepsOf, takeStep } from '../../console/state-changes/steps.ts'
import type { MachineKind } from '../../world/engine/machines.ts'
import type { Controls } from '../control-behaviour.ts'
import { machinesOf, meant, statusAndStates, written } from '../entities/entities.ts'
import { factsSince } from '../shown-facts.ts'
import { relatedTo } from './related.ts'
import { wayOf } from './way.ts'

/** One entity with its transition table, the way it came, and its next steps. */
export const lifecycle: Pick<Controls, 'ShowLifecycle' | 'TakeStep' | 'ListRelated'> = {
  ShowLifecycle(context) {
    const { server, world, input } = context
    const { kind, id } = meant(context, input.path)
    const machines = machinesOf(server)
    const rows = machines[kind as MachineKind] ?? []
    return {
      world: world.name,
      kind,
      id,
      now: new Date(world.clock.now()).toISOString(),
      ...statusAndStates(machines, world, kind, id),
      transitions: rows.map(({ from, event, to, about, ...sources }) => ({
        from,
        event,
        to,
        ...(about === undefined ? {} : { about }),
        ...(sources['x-source'] === undefined ? {} : { sources: [...sources['x-source']] }),
        ...(sources['x-evidence'] === undefined ? {} : { evidence: sources['x-evidence'] }),
      })),
      way: wayOf(kind, world[kind].get(id) as never, rows, rows.length === 0 ? [] : world.facts.about(id)),
      steps: stepsOf(world, machines, kind as MachineKind, id).map(({ refused, ...step }) => ({
        ...step,
        allowed: refused === undefined,
        ...(refused === undefined ? {} : { refused }),
      })),
    }
  },

  TakeStep(context) {
    const { server, world, input, fail } = context
    const { kind, id } = meant(context, input.path)
    const machines = machinesOf(server)
    if (machines[kind as MachineKind] === undefined) fail('bad-request', `${kind} have no states.`, Object.keys(machines))
    const { event, reason } = input.body
    const before = world.facts.count
    const taken = takeStep(world, machines, { kind: kind as MachineKind, id, event, ...(reason === undefined ? {} : { reason }) })
    return {
      world: world.name,
      kind,
      was: taken.was,
      status: taken.status,
      path: [...taken.path],
      entity: written(world, kind, id),
      facts: factsSince(world, before),
    }
  },

  ListRelated(context) {
    const { kind, id } = meant(context, context.input.path)
    const related = relatedTo(context.world, kind, id)
    return {
      world: context.world.name,
      kind,
      id,
      count: related.length,
      related: related.map((one) => ({ ...one, entities: [...one.entities] })),
    }
  },
}
