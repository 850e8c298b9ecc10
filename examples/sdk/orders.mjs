/**
 * Lists orders, buys a certificate and pays for it, with Huawei Cloud's own Node SDK (`@huaweicloud/huaweicloud-sdk-core`).
 * npm has no `huaweicloud-sdk-bss`: the calls go through the core, as those of the generated clients do.
 *
 *   eval "$(npx koosandbox env --sdk node)" && node examples/sdk/orders.mjs
 */
import { GlobalCredentials } from '@huaweicloud/huaweicloud-sdk-core'
import { ClientBuilder } from '@huaweicloud/huaweicloud-sdk-core/ClientBuilder.js'

const { HUAWEICLOUD_SDK_AK: ak, HUAWEICLOUD_SDK_SK: sk, HUAWEICLOUD_SDK_DOMAIN_ID: domainId, KOOSANDBOX_URL: endpoint } = process.env
if (!endpoint || !ak) throw new Error('Run eval "$(npx koosandbox env)" first.')

// The core reads no HUAWEICLOUD_SDK_REGION_…: give it the endpoint. Plain http works.
const client = new ClientBuilder((core) => core).withEndpoint(endpoint).withCredential(new GlobalCredentials({ ak, sk, domainId })).build()

/** One call. The SDK throws what is refused, with `httpStatusCode`, `errorCode` and `errorMsg`. */
const call = (method, url, { query = {}, path = {}, body } = {}) =>
  client.sendRequest({ method, url, queryParams: query, pathParams: path, data: body, headers: {}, contentType: 'application/json' })

const list = await call('GET', '/v2/orders/customer-orders', { query: { limit: 3 } })
console.log(`${list.total_count} orders, the newest is ${list.order_infos[0].order_id}`)

const { order_id } = await call('POST', '/v3/scm/certificates/buy', {
  body: {
    cert_brand: 'GEOTRUST',
    cert_type: 'OV_SSL_CERT',
    domain_type: 'SINGLE_DOMAIN',
    effective_time: 1,
    domain_numbers: 1,
    order_number: 1,
    agree_privacy_protection: true,
  },
})
const show = async (what) => {
  const { order_info } = await call('GET', '/v2/orders/customer-orders/details/{order_id}', { path: { order_id } })
  console.log(`${what} ${order_id}: status ${order_info.status}, ${order_info.amount_after_discount} ${order_info.currency}`)
}
await show('bought')
await call('POST', '/v3/orders/customer-orders/pay', { body: { order_id, use_coupon: 'NO', use_discount: 'NO' } })
await show('paid')
