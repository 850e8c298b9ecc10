import { createByHand } from './by-hand.ts'
import type { CallInput, CallResult } from './call.ts'
import { printedCredentials } from './http/control/printed-credentials.ts'
import { createDeliveries } from './marketplace/deliveries.ts'
import type { Marketplace } from './marketplace/marketplace.ts'
import type { InWorld } from './sandbox-api.ts'
import { waitFor } from './world/wait-for.ts'
import { wire } from './world/wire.ts'
import type { Worlds } from './world/worlds.ts'

/** All that a sandbox does, in the world of a name. It is looked up anew each time: a reset puts another in its place. */
export function createInWorld(
  name: string,
  house: {
    readonly worlds: Worlds
    readonly marketplace: Pick<Marketplace, 'restart' | 'trigger' | 'operations'>
    call(operation: string, input: CallInput): Promise<CallResult>
  },
): InWorld {
  const world = () => house.worlds.open(name)
  const call = async (operation: string, input: CallInput = {}) => {
    if (name === 'default' || input.world !== undefined) return house.call(operation, input)
    house.worlds.open(name)
    return house.call(operation, { ...input, world: name })
  }
  return {
    get credentials() {
      return printedCredentials(world())
    },
    get world() {
      return world()
    },
    get clock() {
      return world().clock
    },
    get facts() {
      return world().facts
    },
    deliveries: createDeliveries(world, house.marketplace),
    call,
    ...createByHand(call),
    waitFor: (type, match, how) => waitFor(world(), wire, type, match, how),
    reset: () => {
      house.worlds.reset(name)
    },
  }
}
