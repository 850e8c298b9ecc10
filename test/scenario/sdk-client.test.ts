import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type PrintedCredentials, type Sandbox, startSandbox } from '../../src/index.ts'
import { huaweiClient } from '../helpers/huawei-client.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())
beforeEach(() => sandbox.reset())

const buyer = () => sandbox.credentials.buyer as PrintedCredentials
const statusOf = (error: unknown): number | undefined => (error as { httpStatusCode?: number }).httpStatusCode

/**
 * The usual retry around a client: asks again, at most four times, after what may pass. `unknown` says what to do when the answer of a
 * write was lost. A real client waits in between, two seconds and then longer.
 */
async function retrying<T>(
  ask: () => Promise<T>,
  means: { readonly unauthorised?: () => Promise<void>; readonly lost?: () => Promise<T> } = {},
): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await ask()
    } catch (error) {
      const status = statusOf(error) ?? 0
      if (tries === 4) throw error
      if (status === 401 && means.unauthorised) await means.unauthorised()
      else if ((status === 0 || status >= 500) && means.lost) return await means.lost()
      else if (status !== 429 && status < 500) throw error
    }
  }
}

const LIST = { method: 'GET', url: '/v2/orders/customer-orders', queryParams: { limit: 5 } }

test("a client of the vendor's SDK with a usual retry meets throttled-then-fine and gets its list", async () => {
  const send = huaweiClient(sandbox.url, buyer())
  sandbox.scenarios.start('throttled-then-fine')

  const list = await retrying(() => send(LIST))

  expect(list.httpStatusCode).toBe(200)
  expect(
    sandbox.journal
      .entries()
      .slice(-3)
      .map(({ reply }) => reply.status),
  ).toEqual([429, 429, 200])
  expect(sandbox.scenarios.status()).toMatchObject([{ state: 'finished' }])
})

test('it meets token-dies-midway, asks for one new token and ends right', async () => {
  const send = huaweiClient(sandbox.url, buyer())
  let token = buyer().token
  const { userName, password, name } = [...sandbox.world.accounts.all()].find(({ print }) => print === 'buyer') ?? {}
  const login = async () => {
    const { headers, status } = await sandbox.call('iam.KeystoneCreateUserTokenByPassword', {
      body: {
        auth: {
          identity: { methods: ['password'], password: { user: { name: userName, password, domain: { name } } } },
          scope: { domain: { name } },
        },
      },
    })
    expect(status).toBe(201)
    token = headers['x-subject-token'] ?? ''
  }
  sandbox.scenarios.start('token-dies-midway')

  const pages: number[] = []
  for (let page = 0; page < 3; page++) {
    const list = await retrying(() => send({ ...LIST, headers: { 'X-Auth-Token': token } }), { unauthorised: login })
    pages.push(list.httpStatusCode)
  }

  expect(pages).toEqual([200, 200, 200])
  expect(sandbox.world.tokens.size).toBe(4)
  expect(sandbox.scenarios.status()).toMatchObject([{ state: 'finished' }])
})

test('it meets paid-but-answer-lost, looks at the order and pays once', async () => {
  const send = huaweiClient(sandbox.url, buyer())
  const order = await sandbox.buy('crm-basic-month', { pay: false })
  sandbox.scenarios.start('paid-but-answer-lost')
  const body = { order_id: order.id, use_coupon: 'NO', use_discount: 'NO' }

  const answer = await retrying(() => send({ method: 'POST', url: '/v3/orders/customer-orders/pay', data: body }), {
    lost: () => send({ method: 'GET', url: `/v2/orders/customer-orders/details/${order.id}` }),
  })

  expect((answer['order_info'] as { status: number }).status).not.toBe(6)
  const payments = sandbox.facts.since(0).filter((fact) => fact.type === 'order.paid')
  expect(payments).toHaveLength(1)
  expect(sandbox.journal.entries().filter(({ operation }) => operation === 'bss.PayOrders')).toHaveLength(1)
})
