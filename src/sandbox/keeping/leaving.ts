import type { World } from '../../world/world-api.ts'

/** Who is told when a world ends, or leaves memory. */
export interface Leaving {
  /** The returned function takes that back. */
  on(world: World, listener: () => void): () => void
  left(world: World): void
}

export function createLeaving(): Leaving {
  const all = new WeakMap<World, Set<() => void>>()
  return {
    on(world, listener) {
      const listeners = all.get(world) ?? new Set()
      all.set(world, listeners.add(listener))
      return () => void listeners.delete(listener)
    },
    left(world) {
      for (const listener of all.get(world) ?? []) listener()
      all.delete(world)
    },
  }
}
