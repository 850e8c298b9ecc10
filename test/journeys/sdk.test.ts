import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../src/index.ts'
import { huaweiClient } from '../helpers/huawei-client.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())

const buyer = () => sandbox.credentials.buyer!
const pendingOrders = {
  method: 'GET',
  url: '/v2/orders/customer-orders',
  queryParams: { status: 6, limit: 10, offset: 0, order_by: '-createTime' },
}

test('the vendor’s Node SDK lists, looks up, pays and cancels over plain http, signing with AK and SK', async () => {
  const call = huaweiClient(sandbox.url, buyer())

  const list = (await call(pendingOrders)) as {
    httpStatusCode: number
    total_count: number
    order_infos: { order_id: string; status: number }[]
  }
  expect(list.httpStatusCode).toBe(200)
  expect(list.total_count).toBeGreaterThanOrEqual(2)
  const alone: string[] = []
  for (const { order_id } of list.order_infos) if (!sandbox.world.orders.get(order_id)?.combinedId) alone.push(order_id)
  const [paid, cancelled] = alone as [string, string]

  const details = await call({ method: 'GET', url: '/v2/orders/customer-orders/details/{order_id}', pathParams: { order_id: paid } })
  expect(details).toMatchObject({ httpStatusCode: 200, order_info: { order_id: paid, status: 6 } })

  const payment = { order_id: paid, use_coupon: 'NO', use_discount: 'NO' }
  expect((await call({ method: 'POST', url: '/v3/orders/customer-orders/pay', data: payment })).httpStatusCode).toBe(204)
  expect((await call({ method: 'PUT', url: '/v2/orders/customer-orders/cancel', data: { order_id: cancelled } })).httpStatusCode).toBe(204)

  sandbox.clock.advance('1h')
  const after = async (order_id: string) => {
    const { order_infos } = (await call({ ...pendingOrders, queryParams: { order_id } })) as unknown as {
      order_infos: { status: number }[]
    }
    return order_infos[0]?.status
  }
  expect([await after(paid), await after(cancelled)]).toEqual([5, 4])
})

test('the SDK understands a refusal: class, code, text and request id', async () => {
  const call = huaweiClient(sandbox.url, buyer())
  const refused = call({ method: 'PUT', url: '/v2/orders/customer-orders/cancel', data: { order_id: 'CS2601010000ZZZZZ' } })
  await expect(refused).rejects.toMatchObject({
    httpStatusCode: 400,
    errorCode: expect.stringMatching(/^CBC\./),
    requestId: expect.stringMatching(/^[0-9a-f]{32}$/),
  })
})

test('a client built with a region finds its domain and project ids through the sandbox’s own IAM', async () => {
  const list = await huaweiClient(sandbox.url, buyer(), { byRegion: true })(pendingOrders)
  expect(list.httpStatusCode).toBe(200)

  const estimate = huaweiClient(sandbox.url, buyer(), { byRegion: true, project: true })
  const refused = estimate({ method: 'POST', url: '/v2/{project_id}/periodic/change/batch-order', data: { type: 'RESIZE' } })
  await expect(refused).rejects.toMatchObject({ httpStatusCode: 400 })
  expect(sandbox.journal.entries().map(({ operation }) => operation)).toEqual(
    expect.arrayContaining(['iam.KeystoneListAuthDomains', 'iam.KeystoneListProjects']),
  )
})

test('temporary keys sign with their security token, and no longer once their life is over', async () => {
  const made = await sandbox.call('iam.CreateTemporaryAccessKeyByToken', {
    body: { auth: { identity: { methods: ['token'], token: { duration_seconds: 900 } } } },
  })
  expect(made.status).toBe(201)
  const { access, secret, securitytoken } = made.body.credential
  const call = huaweiClient(sandbox.url, { ...buyer(), ak: access, sk: secret }, { securityToken: securitytoken })

  expect((await call(pendingOrders)).httpStatusCode).toBe(200)
  sandbox.clock.advance('16m')
  await expect(call(pendingOrders)).rejects.toMatchObject({ httpStatusCode: 401, errorCode: 'APIGW.0301' })
})
