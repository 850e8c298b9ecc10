import { type Pact, pactOf } from '../../src/contract/read-pact.ts'

// Pacts are loose JSON, and tests bend them.
// biome-ignore lint/suspicious/noExplicitAny: see above
export type Loose = any

export const TOKEN = { 'X-Auth-Token': 'a-token' }
const SIGNED = {
  Authorization: `SDK-HMAC-SHA256 Access=AK, SignedHeaders=host;x-sdk-date, Signature=${'0'.repeat(64)}`,
  'X-Sdk-Date': '20260101T000000Z',
}

/** Good interactions, written as version 3 writes them. Made anew each time, so that a test may bend its own. */
export const GOOD: Readonly<Record<string, () => Loose>> = {
  orders: () => ({
    description: 'a request for the order list',
    request: { method: 'GET', path: '/v2/orders/customer-orders', query: { limit: ['2'], status: [''] }, headers: { ...TOKEN } },
    response: {
      status: 200,
      headers: { 'Content-Type': 'application/json' },
      body: { total_count: 2, order_infos: [{ order_id: 'CS2601010800AAAAA', status: 5 }] },
      matchingRules: {
        body: {
          '$.total_count': { matchers: [{ match: 'integer' }] },
          '$.order_infos': { matchers: [{ match: 'type', min: 1 }] },
          '$.order_infos[*].order_id': { matchers: [{ match: 'regex', regex: '^CS\\w+$' }] },
        },
      },
    },
  }),
  refused: () => ({
    description: 'a request for too many orders',
    request: { method: 'GET', path: '/v2/orders/customer-orders', query: { limit: ['101'] }, headers: { ...TOKEN } },
    response: { status: 400, body: { error_code: 'CBC.0100', error_msg: 'Parameter error.' } },
  }),
  stranger: () => ({
    description: 'a request with an unknown token',
    request: { method: 'GET', path: '/v2/orders/customer-orders', headers: { ...TOKEN } },
    response: { status: 401, body: { error_code: 'APIGW.0301', error_msg: 'Incorrect IAM authentication information.' } },
  }),
  pay: () => ({
    description: 'a payment',
    request: {
      method: 'POST',
      path: '/v3/orders/customer-orders/pay',
      headers: { 'Content-Type': 'application/json', ...TOKEN },
      body: { order_id: 'CS2601010800AAAAA', use_coupon: 'NO', use_discount: 'NO' },
    },
    response: { status: 204 },
  }),
  query: () => ({
    description: 'a query of an order',
    request: {
      method: 'GET',
      path: '/api/mkp-openapi-public/global/v1/order/query',
      query: { orderId: ['CS2601010800AAAAA'] },
      headers: { ...SIGNED },
    },
    response: { status: 200, body: { resultCode: 'MKT.0000' } },
  }),
  usage: () => ({
    description: 'a push of usage',
    request: {
      method: 'POST',
      path: '/api/mkp-openapi-public/global/v1/isv/usage-data',
      headers: { 'Content-Type': 'application/json', signature: `${'A'.repeat(43)}=`, ts: '1709690865879', nonce: '6c63c221' },
      body: {
        usage_records: [
          {
            begin_time: '20220809T080000Z',
            end_time: '20220809T090000Z',
            instance_id: '7f141bf1-aec8-4859-8323-fb3a8ad50721',
            metering_sn: 'sn-0001',
            record_time: '20220809T091000Z',
            usage_value: '99',
          },
        ],
      },
    },
    response: { status: 200, body: { error_code: 'MKT.0000', error_msg: 'Success' } },
  }),
}

/** A pact of version 3 that holds these interactions. */
export function pactWith(...interactions: Loose[]): Pact {
  return pactOf('pacts/shop-app.json', documentWith(...interactions))
}

export function documentWith(...interactions: Loose[]) {
  return {
    consumer: { name: 'shop-app' },
    provider: { name: 'huawei-cloud' },
    interactions,
    metadata: { pactSpecification: { version: '3.0.0' } },
  }
}
