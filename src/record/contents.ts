import type { Kind } from '../world/entities/entities.ts'
import { INDEXES } from '../world/entities/indexes.ts'
import type { Worlds } from '../world/worlds-api.ts'

/** The number of facts, and of entities of each kind, in each world. */
export function contentsOf(worlds: Worlds): Record<string, Record<string, number>> {
  return Object.fromEntries(
    worlds.list().flatMap(({ name }) => {
      const world = worlds.get(name)
      if (!world) return []
      const counted = (Object.keys(INDEXES) as Kind[]).map((kind) => [kind, world[kind].size] as const)
      return [[name, { now: world.clock.now(), facts: world.facts.count, ...Object.fromEntries(counted.filter(([, size]) => size > 0)) }]]
    }),
  )
}
