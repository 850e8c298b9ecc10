import type { BackendCall } from '../../marketplace/marketplace-api.ts'
import type { Call } from '../../spec/call.ts'
import type { ApiBackend } from '../../world/entities/entities.ts'

/** A buyer's call: the path below the product's, its query, headers and body. */
export type BroughtCall = Omit<Call, 'host'>

/** Headers that the gateway does not forward: they belong to one connection, or are meant for the gateway. */
const OWN =
  /^(connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|host|content-length|accept-encoding|expect|x-apig-appcode|x-sandbox-.*)$/

/**
 * A call as the backend receives it. Behind an Agents gateway it carries the headers that its seller configured, or a token for the seller's key; headers
 * of the caller with those names are dropped.
 */
export function backendCall(
  { url, appKey, appSecret, constants = [] }: ApiBackend,
  call: BroughtCall,
  added: Readonly<Record<string, string>>,
): BackendCall {
  const kept = Object.entries(call.headers).flatMap(([name, value]) => (value === undefined || OWN.test(name) ? [] : [[name, value]]))
  const own = Object.entries({ ...added, ...Object.fromEntries(constants.map(({ name, value }) => [name, value])) })
  return {
    method: call.method === 'POST' ? 'POST' : 'GET',
    url: below(url, call.path, call.query),
    headers: { ...Object.fromEntries(kept), ...Object.fromEntries(own.map(([name, value]) => [name.toLowerCase(), value])) },
    body: new TextDecoder().decode(call.body),
    ...(appKey === undefined || appSecret === undefined ? {} : { key: { id: appKey, secret: appSecret } }),
  }
}

/** The address of the backend with the path of the call after its own, and both queries. */
function below(url: string, path: string, query: string): string {
  const { origin, pathname, search } = new URL(url)
  const asked = [search.slice(1), query].filter((one) => one !== '').join('&')
  return `${origin}${pathname.replace(/\/+$/, '')}${path}${asked === '' ? '' : `?${asked}`}`
}

/** The caller's identity as headers for backends of Agents gateways (UM/sp_topic_0000236). */
export const customerHeaders = ({ id, name }: { readonly id: string; readonly name: string }): Record<string, string> => ({
  'X-Customer-Id': id,
  'X-Customer-Name': encodeURIComponent(name),
})
