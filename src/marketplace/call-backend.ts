import { backendToken } from '../signing/index.ts'
import type { Wire } from '../world/engine/system-clock.ts'
import type { Dial, Dialled, Dialling } from './http-client.ts'

/** A call of a buyer for the seller's backend; with a key the gateway shows itself to the backend. */
export interface BackendCall extends Dialled {
  readonly key?: { readonly id: string; readonly secret: string }
}

/** Calls backends of sellers. The page of the gateway names no header for its token: Authorization is inferred. */
export function createBackendCalls(dial: Dial, wire: Wire): (call: BackendCall, how: Dialling) => ReturnType<Dial> {
  return ({ key, ...request }, how) => {
    if (!key) return dial(request, how)
    const token = backendToken(key.id, key.secret, wire.now())
    return dial({ ...request, headers: { ...request.headers, authorization: token } }, how)
  }
}
