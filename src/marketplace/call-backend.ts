import { backendToken } from '../signing/index.ts'
import type { SystemClock } from '../world/engine/system-clock.ts'
import type { Dialling, HttpClient, OutgoingRequest } from './http-client.ts'

/** A call of a buyer for the seller's backend; with a key, the gateway authenticates itself to the backend. */
export interface BackendCall extends OutgoingRequest {
  readonly key?: { readonly id: string; readonly secret: string }
}

/** Calls backends of sellers. The page of the gateway names no header for its token: Authorization is inferred. */
export function createBackendCalls(
  send: HttpClient,
  systemClock: SystemClock,
): (call: BackendCall, how: Dialling) => ReturnType<HttpClient> {
  return ({ key, ...request }, how) => {
    if (!key) return send(request, how)
    const token = backendToken(key.id, key.secret, systemClock.now())
    return send({ ...request, headers: { ...request.headers, authorization: token } }, how)
  }
}
