import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../src/index.ts'
import { encode, happyRequest } from '../helpers/happy-request.ts'
import { rawHttp } from '../helpers/raw-http.ts'

const LIST = '/v2/orders/customer-orders'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())
beforeEach(() => sandbox.reset())

const get = (target: string) => rawHttp(sandbox.url, { target, headers: { 'X-Auth-Token': sandbox.credentials.buyer!.token } })

describe('item 9 of the checklist: settings', () => {
  test.each([10, 20] as const)('bss.rate %d: more calls in a second are answered by the gateway with 429', async (rate) => {
    sandbox.world.set('bss.rate', rate)
    // As many as fill two seconds, should the clock of the machine turn over meanwhile.
    const answers = await Promise.all(
      Array.from({ length: 2 * rate + 5 }, () => sandbox.call('bss.ListServiceTypes', { query: { limit: 1 } })),
    )
    const excess = answers.filter(({ status }) => status === 429)
    expect(excess.length).toBeGreaterThanOrEqual(5)
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(rate)
    expect(excess[0]).toMatchObject({
      headers: { 'x-request-id': excess[0]!.body.request_id },
      body: {
        error_code: 'APIGW.0308',
        error_msg: `The throttling threshold has been reached: policy ListServiceTypes over ratelimit,limit:${rate},time:1 second`,
      },
    })
    expect(await sandbox.call('bss.ListCustomerOrders')).toMatchObject({ status: 200 })
  })

  test.each([
    ['P7D', 7],
    ['P1D', 1],
  ])('bss.paymentDeadline %s: an order not paid by then is cancelled', async (deadline, days) => {
    sandbox.world.set('bss.paymentDeadline', deadline)
    const order = happyRequest(sandbox, sandbox.specs.operation('workspace.CreateSubnetBandwidthChangeOrder'))
    const placed = await rawHttp(sandbox.url, encode(sandbox, order))
    expect(placed.status).toBe(200)
    const status = async () => (await get(`${LIST}?order_id=${placed.json().order_id}`)).json().order_infos[0].status
    sandbox.clock.advance((days * 24 - 1) * 3_600_000)
    expect(await status()).toBe(6)
    sandbox.clock.advance(2 * 3_600_000)
    expect(await status()).toBe(4)
  })

  test('bss.unsupportedPresence: strict refuses what the table calls not supported, lenient reads it as absent', async () => {
    const ask = async () => (await get(`${LIST}?status=""&order_type=null`)).status
    expect(await ask()).toBe(400)
    sandbox.world.set('bss.unsupportedPresence', 'lenient')
    expect(await ask()).toBe(200)
  })
})
