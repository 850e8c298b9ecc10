import type { Layer } from '../world-api.ts'

/** A layer that a world stands on as its family's: with the parent that `base` speaks of, whoever the layer was taken of. */
export function withParentOf(layer: Layer, base: Layer): Layer {
  if (layer.world === base.world) return layer
  const { world: _world, ...rest } = layer
  return base.world === undefined ? rest : { ...rest, world: base.world }
}
