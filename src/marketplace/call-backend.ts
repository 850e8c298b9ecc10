import { backendToken } from '../signing/index.ts'
import type { SystemClock } from '../world/engine/system-clock.ts'
import type { HttpClient } from './http-client.ts'
import type { SellerCalls } from './marketplace-api.ts'

/** Calls backends of sellers. The page of the gateway names no header for its token: Authorization is inferred. */
export function createBackendCalls(send: HttpClient, systemClock: SystemClock): SellerCalls['callBackend'] {
  return ({ key, ...request }, terms) => {
    if (!key) return send(request, terms)
    const token = backendToken(key.id, key.secret, systemClock.now())
    return send({ ...request, headers: { ...request.headers, authorization: token } }, terms)
  }
}
