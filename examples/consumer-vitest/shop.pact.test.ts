import { join } from 'node:path'
import { MatchersV3, PactV4 } from '@pact-foundation/pact'
import { expect, test } from 'vitest'
import { createShop } from './shop.ts'

const { eachLike, fromProviderState, like, number, regex } = MatchersV3

/** `hwc-bss` is the name under which the sandbox speaks for the billing API. */
const pact = new PactV4({ consumer: 'my-shop', provider: 'hwc-bss', dir: join(import.meta.dirname, 'pacts'), logLevel: 'error' })

/** Any token will do here: when the pact is verified, a good one takes its place. */
const token = 'a-token'
const ORDER = 'CS2601010800AAAAA'

test('lists the completed orders', () =>
  pact
    .addInteraction()
    .given('the buyer has orders', { count: 2 })
    .uponReceiving('a request for the completed orders')
    .withRequest('GET', '/v2/orders/customer-orders', (request) =>
      request.query({ status: '5', limit: '10', offset: '0' }).headers({ 'X-Auth-Token': token }),
    )
    .willRespondWith(200, (response) =>
      response.jsonBody({
        total_count: 2,
        // Only what the shop reads: whatever else there is may come and go.
        order_infos: eachLike({ order_id: regex(/^CS\w+$/, ORDER), status: 5, amount_after_discount: number(199.5) }, 2),
      }),
    )
    .executeTest(async ({ url }) => {
      const orders = await createShop({ url, token }).completedOrders()
      expect(orders).toHaveLength(2)
      expect(orders[0]).toEqual({ order_id: ORDER, status: 5, amount_after_discount: 199.5 })
    }))

/** The order's number is one that the state has made: the mock sees `ORDER`, the marketplace the real one. */
const payment = () => ({ order_id: fromProviderState('${orderId}', ORDER), use_coupon: 'NO', use_discount: 'NO' })

test('pays an order', () =>
  pact
    .addInteraction()
    .given('the buyer has an order to pay')
    .uponReceiving('the payment of an order')
    .withRequest('POST', '/v3/orders/customer-orders/pay', (request) => request.headers({ 'X-Auth-Token': token }).jsonBody(payment()))
    .willRespondWith(204)
    .executeTest(({ url }) => createShop({ url, token }).pay(ORDER)))

test('hears when there is no money', () =>
  pact
    .addInteraction()
    .given('the buyer has an order to pay')
    .given('the buyer has no money')
    .uponReceiving('the payment of an order without money')
    .withRequest('POST', '/v3/orders/customer-orders/pay', (request) => request.headers({ 'X-Auth-Token': token }).jsonBody(payment()))
    .willRespondWith(400, (response) => response.jsonBody({ error_code: 'CBC.99005003', error_msg: like('Insufficient balance.') }))
    .executeTest(({ url }) => expect(createShop({ url, token }).pay(ORDER)).rejects.toMatchObject({ code: 'CBC.99005003' })))
