import { printedCredentials } from '../control/printed-credentials.ts'
import { createDeliveries } from '../marketplace/deliveries.ts'
import type { SellerCalls } from '../marketplace/marketplace-api.ts'
import type { Scenarios } from '../scenario/scenario-api.ts'
import { systemClock } from '../world/engine/system-clock.ts'
import { waitFor } from '../world/engine/wait-for.ts'
import type { Worlds } from '../world/worlds-api.ts'
import { createBuyerActions } from './buyer-actions.ts'
import type { CallInput, CallResult } from './call.ts'
import { createFaults } from './faults.ts'
import type { InWorld } from './sandbox-api.ts'

/** Everything a sandbox does, in the world of a name. The world is looked up each time: a reset replaces it. */
export function createInWorld(
  name: string,
  server: {
    readonly worlds: Worlds
    readonly marketplace: Pick<SellerCalls, 'restart' | 'hold' | 'release' | 'trigger' | 'resend'>
    readonly scenarios: Scenarios
    call(operation: string, input: CallInput): Promise<CallResult>
  },
): InWorld {
  const world = () => server.worlds.open(name)
  const call = async (operation: string, input: CallInput = {}) => {
    if (name === 'default' || input.world !== undefined) return server.call(operation, input)
    server.worlds.open(name)
    return server.call(operation, { ...input, world: name })
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
    deliveries: createDeliveries(world, server.marketplace),
    call,
    ...createFaults(server.scenarios, world),
    ...createBuyerActions(call),
    waitFor: (type, match, how) => waitFor(world(), systemClock, type, match, how),
    reset: () => {
      server.worlds.reset(name)
    },
  }
}
