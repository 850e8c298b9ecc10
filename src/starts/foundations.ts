import type { Layer, World } from '../world/world-api.ts'

/** What starting worlds look like when nothing has happened yet, each made once and shared by all worlds that begin so. */
export interface Foundations {
  /**
   * The frozen start of that name for a world that begins at `at`, epoch ms. The same layer while it is no older than a minute: worlds
   * that live begin now, and what lies minutes ahead of a start should still lie ahead.
   */
  layer(start: string, at: number): Layer
}

const MINUTE = 60_000

/** @param makeWorld makes a world that begins at a moment and fills it; nobody else sees it afterwards */
export function createFoundations(makeWorld: (start: string, at: number) => World): Foundations {
  const made = new Map<string, { readonly at: number; readonly layer: Layer }>()
  return {
    layer(start, at) {
      const known = made.get(start)
      if (known && at >= known.at && at - known.at < MINUTE) return known.layer
      // A world that stands on it is nobody's fork.
      const { world: _world, ...layer } = makeWorld(start, at).snapshot()
      made.set(start, { at, layer })
      return layer
    },
  }
}
