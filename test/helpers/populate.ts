import { fillFromStart } from '../../src/starts/start.ts'
import { issuePairs, type Pair } from '../../src/world/entities/credentials.ts'
import type { World } from '../../src/world/world-api.ts'

/** Fills a world from a starting world and issues the key pairs of its printed accounts. All or nothing. */
export function populate(world: World, data: unknown, starts: Parameters<typeof fillFromStart>[2] = {}): Pair[] {
  return world.transaction(() => {
    fillFromStart(world, data, starts)
    return issuePairs(world)
  })
}
