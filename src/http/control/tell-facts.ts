import type { NumberedFact } from '../../world/facts.ts'
import type { World } from '../../world/world.ts'

/** Facts numbered above `n`, with times as the control API writes them. */
export function factsSince(world: World, n: number) {
  return world.facts.since(n).map(tellFact)
}

/** One fact for the wire: ISO time, no book-keeping of the store. */
export function tellFact({ id: _id, n, at, type, ...about }: NumberedFact & { readonly id?: string }) {
  return { n, at: new Date(at).toISOString(), type, ...about }
}
