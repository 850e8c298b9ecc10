import { beginAdded } from '../services/index.ts'
import { extendWorld } from '../starts/start.ts'
import type { Kind } from '../world/entities/entities.ts'
import { SHAPES } from '../world/entities/shapes/entity-shapes.ts'
import type { World } from '../world/world-api.ts'
import type { Controls } from './control-behaviour.ts'
import { factsSince } from './tell-facts.ts'

const KINDS = Object.keys(SHAPES) as Kind[]

/** A piece of configuration for a world that lives already. */
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
      // What it implies is planned, as for a starting world.
      beginAdded(world, added)
      return added
    })
    return { world: world.name, added, facts: factsSince(world, facts) }
  },
}

const idsOf = (world: World, kinds: readonly Kind[]) =>
  new Map(kinds.map((kind) => [kind, new Set([...world[kind].all()].map(({ id }) => id))]))
