import { join } from 'node:path'
import { MatchersV3, PactV4 } from '@pact-foundation/pact'
import { expect, test } from 'vitest'
import { createSellerSoftware } from './seller-software.ts'

const { eachLike, fromProviderState, like, regex } = MatchersV3

const pact = new PactV4({ consumer: 'my-software', provider: 'koogallery', dir: join(import.meta.dirname, 'pacts'), logLevel: 'error' })
const software = (url: string) => createSellerSoftware({ url, access: 'AK', secret: 'SK', key: 'my-key' })

const API = '/api/mkp-openapi-public/global/v1'
const ORDER = 'CS2601010800AAAAA'
const INSTANCE = '7f141bf1-aec8-4859-8323-fb3a8ad50721'
const LICENCE = 'PL5Q7ZK2M9X4T8R1'

/**
 * Signatures are others in every run, so the pact says how they look and holds an example that never changes. When the pact is
 * verified, each request is signed again with a key that the marketplace knows.
 */
const AKSK = {
  Authorization: regex(
    /^SDK-HMAC-SHA256 Access=\w+, SignedHeaders=host;x-sdk-date, Signature=[0-9a-f]{64}$/,
    `SDK-HMAC-SHA256 Access=AK, SignedHeaders=host;x-sdk-date, Signature=${'0'.repeat(64)}`,
  ),
  'X-Sdk-Date': regex(/^\d{8}T\d{6}Z$/, '20260101T000000Z'),
}
const PUSH = {
  ts: regex(/^\d{13}$/, '1709690865879'),
  nonce: regex(/^[0-9a-f]{8}$/, '6c63c221'),
  signature: regex(/^[A-Za-z0-9+/]{43}=$/, `${'A'.repeat(43)}=`),
}

test('asks what was ordered', () =>
  pact
    .addInteraction()
    .given('the seller sold an instance')
    .uponReceiving('the query of an order')
    // Numbers that a state has made: the mock sees `ORDER`, the marketplace the real one.
    .withRequest('GET', `${API}/order/query`, (request) =>
      // The types of `query` do not know this matcher, Pact does.
      request.query({ orderId: fromProviderState('${orderId}', ORDER) as unknown as string }).headers(AKSK),
    )
    .willRespondWith(200, (response) =>
      response.jsonBody({
        resultCode: 'MKT.0000',
        orderInfo: { orderType: 'NEW', orderLine: eachLike({ productInfo: eachLike({ productId: like('OFFI461867333479178240') }) }) },
      }),
    )
    .executeTest(async ({ url }) => {
      expect(await software(url).orderOf(ORDER)).toEqual({ orderType: 'NEW', productIds: ['OFFI461867333479178240'] })
    }))

test('pushes usage', () => {
  const record = {
    metering_sn: 'sn-0001',
    begin_time: '20260115T144700Z',
    end_time: '20260115T145200Z',
    record_time: '20260115T145300Z',
    usage_value: '99',
  }
  return pact
    .addInteraction()
    .given('the seller sold an instance', { product: 'sms' })
    .uponReceiving('a push of usage')
    .withRequest('POST', `${API}/isv/usage-data`, (request) =>
      request.headers(PUSH).jsonBody({ usage_records: [{ ...record, instance_id: fromProviderState('${instanceId}', INSTANCE) }] }),
    )
    .willRespondWith(200, (response) => response.jsonBody({ error_code: 'MKT.0000', error_msg: like('Success') }))
    .executeTest(({ url }) => software(url).pushUsage([{ ...record, instance_id: INSTANCE }]))
})

test('activates a licence', () =>
  pact
    .addInteraction()
    .given('the buyer took a licence')
    .uponReceiving('the activation of a licence')
    .withRequest('POST', `${API}/license/activate`, (request) =>
      request.headers(AKSK).jsonBody({ license: fromProviderState('${licence}', LICENCE) }),
    )
    .willRespondWith(200, (response) => response.jsonBody({ error_code: '92020000', data: { license_code_info: like('what it allows') } }))
    .executeTest(async ({ url }) => {
      expect(await software(url).activate(LICENCE)).toBe('what it allows')
    }))
