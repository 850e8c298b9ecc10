import type { Layer } from '../world-api.ts'

/** A layer for a world over `base`: with the parent that `base` names, whichever world the layer was taken from. */
export function withParentOf(layer: Layer, base: Layer): Layer {
  if (layer.world === base.world) return layer
  const { world: _world, ...rest } = layer
  return base.world === undefined ? rest : { ...rest, world: base.world }
}
