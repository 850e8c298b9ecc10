import type { KeyFailures } from '../world/entities/entities.ts'
import type { World } from '../world/world-api.ts'

/** Five failures lock an access key for five minutes (gateway error table, bss-and-auth.md 6.4), counted in world time. */
export const LOCK_AFTER = 5
export const LOCK_FOR = 5 * 60_000

/** The wrong signatures of an access key since its last good one. */
export function failuresOf(world: World, id: string): KeyFailures {
  return world.failures.get(id) ?? { id, count: 0 }
}

/** Counts one wrong signature; the fifth locks the key. A lock that has passed starts a new count. */
export function recordFailure(world: World, id: string): void {
  const before = failuresOf(world, id)
  const over = before.lockedUntil !== undefined && before.lockedUntil <= world.clock.now()
  const count = over ? 1 : before.count + 1
  world.transaction(() => {
    if (count < LOCK_AFTER) {
      world.failures.put({ id, count })
      return
    }
    const until = world.clock.now() + LOCK_FOR
    world.failures.put({ id, count, lockedUntil: until })
    world.emit({ type: 'key.locked', keyId: id, until })
  })
}

/** A correct signature clears the count of wrong ones. */
export function forgive(world: World, id: string): void {
  if (world.failures.has(id)) world.transaction(() => world.failures.delete(id))
}
