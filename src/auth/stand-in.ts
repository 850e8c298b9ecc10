import type { Caller } from '../world/caller.ts'
import type { World } from '../world/world-api.ts'

/** By world object: a world that is reset is another one. */
const known = new WeakMap<World, Caller>()

/** Who calls an operation that knows no accounts of ours, such as one of a foreign document: some account of the world. */
export function standIn(world: World): Caller | undefined {
  const before = known.get(world)
  if (before) return before
  const [account] = world.accounts.all()
  if (!account) return undefined
  const caller: Caller = { account, via: 'none' }
  known.set(world, caller)
  return caller
}
