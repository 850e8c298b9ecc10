import { beginAdded } from '../services/index.ts'
import { extendWorld } from '../starts/start.ts'
import type { Kind } from '../world/entities/entities.ts'
import { SHAPES } from '../world/entities/shapes/entity-shapes.ts'
import type { World } from '../world/world-api.ts'
import type { Controls } from './control-behaviour.ts'
import { factsSince } from './shown-facts.ts'

const KINDS = Object.keys(SHAPES) as Kind[]

/** Applies a configuration to an existing world. */
export const configuration: Pick<Controls, 'ApplyConfiguration'> = {
  ApplyConfiguration({ input, world }) {
    const facts = world.facts.count
    const before = idsOf(
      world,
      KINDS.filter((kind) => Object.hasOwn(input.body, kind)),
    )
    const added = world.transaction(() => {
      extendWorld(world, input.body)
      const added = Object.fromEntries(
        [...before].map(([kind, known]) => [kind, [...world[kind].all()].map(({ id }) => id).filter((id) => !known.has(id))]),
      )
      // Plan the work that the new entities imply, as for a starting world.
      beginAdded(world, added)
      return added
    })
    return { world: world.name, added, facts: factsSince(world, facts) }
  },
}

const idsOf = (world: World, kinds: readonly Kind[]) =>
  new Map(kinds.map((kind) => [kind, new Set([...world[kind].all()].map(({ id }) => id))]))
