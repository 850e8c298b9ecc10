import { VendorError } from '../spec/vendor-error.ts'
import type { Caller } from '../world/caller.ts'
import { WorldError } from '../world/engine/world-error.ts'
import type { Outcome } from './exchange.ts'
import type { OpenedCall } from './open-call.ts'
import { isNoRoom, noRoom, refusedBySandbox, SandboxRefused, unkept } from './sandbox-refusals.ts'
import type { ServerContext } from './server-context.ts'
import { refusedByVendor } from './vendor/vendor-refusal.ts'

/**
 * The answer to a call that was refused: a documented error, or a problem of the sandbox itself.
 * @throws what was thrown, where it is no refusal
 */
export function refuseCall(server: ServerContext, opened: OpenedCall, caller: Caller | undefined, thrown: unknown): Outcome {
  // A caller who fails authentication does not leave a new world behind.
  if (opened.born && !caller) server.worlds.drop(opened.world.name)
  if (thrown instanceof VendorError) {
    const outcome = refusedByVendor(opened, thrown, 'refused')
    return opened.fault ? { ...outcome, origin: 'scenario' } : outcome
  }
  if (thrown instanceof SandboxRefused) return refusedBySandbox(opened, thrown.refusal)
  if (isNoRoom(thrown)) return refusedBySandbox(opened, noRoom(thrown))
  if (thrown instanceof WorldError && thrown.code.startsWith('state.')) return refusedBySandbox(opened, unkept(thrown))
  throw thrown
}
