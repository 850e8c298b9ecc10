import type { Layer, World } from '../world/world-api.ts'

/** Frozen starting worlds. Each is made once and shared by all worlds that begin with it. */
export interface Foundations {
  /**
   * The frozen start of that name for a world that begins at `at`, epoch ms. A layer is reused for one minute: live worlds begin now, and
   * events planned a few minutes after a start must still be in the future.
   */
  layer(start: string, at: number): Layer
}

const MINUTE = 60_000

/** @param makeWorld makes a world that begins at a moment and fills it; it is not used for anything else afterwards */
export function createFoundations(makeWorld: (start: string, at: number) => World): Foundations {
  const made = new Map<string, { readonly at: number; readonly layer: Layer }>()
  return {
    layer(start, at) {
      const known = made.get(start)
      if (known && at >= known.at && at - known.at < MINUTE) return known.layer
      // Without `world`, so that worlds over it do not count as forks.
      const { world: _world, ...layer } = makeWorld(start, at).snapshot()
      made.set(start, { at, layer })
      return layer
    },
  }
}
