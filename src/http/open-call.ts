import type { Credential } from '../auth/credential.ts'
import { hashHex } from '../world/engine/chance.ts'
import type { World } from '../world/world-api.ts'
import type { Opened, Received } from './exchange.ts'
import { mismatch, type SandboxRefusal } from './sandbox-refusals.ts'
import type { ServerContext } from './server-context.ts'

/** A call with a credential, in its world. */
export interface OpenedCall extends Opened {
  readonly credential: Credential
  /** The call created its world. */
  readonly born: boolean
  /** Why its world is unknown: the call is recorded in the default world, and refused. */
  readonly mismatch: SandboxRefusal | undefined
  /** How far a rule moves the service's clock for this call, milliseconds; set when its signature is first checked. */
  skew?: number
}

/**
 * Opens the world that a call names, else the one that issued its credential, else the default world, and runs the work that is due there.
 * @param asked the name in `X-Sandbox-World`
 * @param proves whether the credential's id alone shows to whom it belongs
 */
export function openCall(
  server: ServerContext,
  received: Received,
  credential: Credential,
  asked: string | undefined,
  proves: boolean,
): OpenedCall {
  const chosen = server.worlds.of(asked, credential.id, proves)
  const known = 'problem' in chosen ? undefined : chosen
  known?.world.clock.runDue()
  const world = known?.world ?? server.worlds.open('default')
  const { call, operation, values, findings, began } = received
  return {
    call,
    operation,
    values,
    findings,
    began,
    world,
    requestId: requestIdOf(received, world),
    credential,
    born: known?.born ?? false,
    mismatch: 'problem' in chosen ? mismatch(asked, chosen.problem) : undefined,
  }
}

/** A repeated read must give the same bytes, so its id is derived from the request and the state of the world. */
function requestIdOf({ call }: Received, world: World): string {
  const body = call.body.length === 0 ? '' : `${call.body.length} ${new TextDecoder('latin1').decode(call.body.subarray(0, 4096))}`
  return hashHex(32, world.seed, world.name, String(world.clock.now()), String(world.facts.count), call.method, call.path, call.query, body)
}
