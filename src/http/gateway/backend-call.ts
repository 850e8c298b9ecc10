import type { ApiBackend } from '../../world/entities/entities.ts'
import type { ForwardedCall } from '../sellers.ts'

/** What a buyer's call brings: the path below the product's, its query, its headers and its body. */
export interface BroughtCall {
  readonly method: string
  readonly path: string
  readonly query: string
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: Uint8Array
}

/** What a gateway keeps to itself: of one connection, or meant for it alone. */
const OWN =
  /^(connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|host|content-length|accept-encoding|expect|x-apig-appcode|x-sandbox-.*)$/

/**
 * A call as the backend gets it. Behind an Agents gateway it carries the headers that its seller laid down, or a token for the seller's key; what
 * the caller sent under those names does not pass.
 */
export function backendCall(
  { url, appKey, appSecret, constants = [] }: ApiBackend,
  call: BroughtCall,
  told: Readonly<Record<string, string>>,
): ForwardedCall {
  const kept = Object.entries(call.headers).flatMap(([name, value]) => (value === undefined || OWN.test(name) ? [] : [[name, value]]))
  const own = Object.entries({ ...told, ...Object.fromEntries(constants.map(({ name, value }) => [name, value])) })
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

/** Who calls, as backends of Agents gateways are told (UM/sp_topic_0000236). */
export const customerHeaders = ({ id, name }: { readonly id: string; readonly name: string }): Record<string, string> => ({
  'X-Customer-Id': id,
  'X-Customer-Name': encodeURIComponent(name),
})
