import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../src/index.ts'
import { watchedOptions } from '../helpers/audited.ts'
import { watchSteps } from '../helpers/model.ts'
import { createSeeded, type Seeded } from '../helpers/seeded.ts'
import { sendSigned } from '../helpers/signed-call.ts'

const SEED = Number(process.env['SEED'] ?? 20260101)
const CALLS = 500

const options = watchedOptions()
let sandbox: Sandbox
let watched: ReturnType<typeof watchSteps>[] = []
beforeAll(async () => {
  sandbox = await startSandbox({
    onWorld(world) {
      options.onWorld(world)
      watched.push(watchSteps(world))
    },
  })
})
afterAll(() => sandbox.close())
beforeEach(() => {
  watched = []
  sandbox.reset()
})

const ORDERS = '/v2/orders/customer-orders'
const PAYMENTS = '/_sandbox/console/payments'
const json = { 'Content-Type': 'application/json' }
const post = (target: string, body: object, method = 'POST') => ({ method, target, body: JSON.stringify(body), headers: json })

type Act = 'pay' | 'pay-legacy' | 'pay-by-hand' | 'cancel' | 'list' | 'details'

/** One call of each kind on an order, as a client would send it. */
const REQUESTS: Readonly<Record<Act, (id: string) => ReturnType<typeof post> | { readonly method: string; readonly target: string }>> = {
  pay: (order_id) => post('/v3/orders/customer-orders/pay', { order_id, use_coupon: 'NO', use_discount: 'NO' }),
  'pay-legacy': (order_id) => post('/v2/orders/customer-orders/pay', { order_id }),
  'pay-by-hand': (id) => post(PAYMENTS, { orders: [id] }),
  cancel: (order_id) => post(`${ORDERS}/cancel`, { order_id }, 'PUT'),
  list: (id) => ({ method: 'GET', target: `${ORDERS}?order_id=${id}` }),
  details: (id) => ({ method: 'GET', target: `${ORDERS}/details/${id}` }),
}

/** Writes that succeed, and what those that come too late are told. */
const WON = { pay: 204, 'pay-legacy': 204, 'pay-by-hand': 200, cancel: 204 } as const
const LATE: Readonly<Record<keyof typeof WON, string>> = {
  pay: 'CBC.99003106',
  'pay-legacy': 'CBC.99003106',
  'pay-by-hand': 'order-changed',
  cancel: 'CBC.99005010',
}

async function storm(id: string, random: Seeded, acts: readonly Act[]) {
  const keys = sandbox.credentials.buyer!
  const chosen = Array.from({ length: CALLS }, () => random.pick(acts))
  return Promise.all(
    chosen.map(async (act) => {
      const { status, body } = await sendSigned(sandbox.url, REQUESTS[act](id), keys)
      return { act, status, body: body === '' ? undefined : JSON.parse(body) }
    }),
  )
}

test.each<[string, Act[]]>([
  ['pay, cancel and query', ['pay', 'pay-legacy', 'pay-by-hand', 'cancel', 'list', 'details']],
  ['only pay', ['pay', 'pay-legacy', 'pay-by-hand']],
  ['mostly cancel', ['cancel', 'cancel', 'cancel', 'pay', 'list']],
])(`five hundred calls at once that %s leave exactly one winner (SEED=${SEED})`, { timeout: 60_000 }, async (_what, acts) => {
  const bought = await sandbox.call('console.BuyProduct', { body: { product: 'crm-basic-month', pay: false } })
  const { id, resources } = (bought.body as { order: { id: string; resources: object[] } }).order
  const { customerId } = sandbox.world.orders.get(id)!
  const balance = () => sandbox.world.accounts.get(customerId)!.balance
  const [before, facts] = [balance(), sandbox.facts.count]

  const answers = await storm(id, createSeeded(SEED), acts)

  const writes = answers.filter((one): one is typeof one & { act: keyof typeof WON } => Object.hasOwn(WON, one.act))
  const [winner, ...others] = writes.filter(({ act, status }) => status === WON[act])
  expect(others).toEqual([])
  const losers = writes.filter((one) => one !== winner)
  expect(losers.length).toBeGreaterThan(100)
  const told = losers.map(({ act, body }) => `${act}: ${body.error_code ?? body.code}`)
  expect(told.filter((one, i) => one !== `${losers[i]!.act}: ${LATE[losers[i]!.act]}`)).toEqual([])

  // Those who only looked saw it before or after, and nothing in between.
  const after = winner!.act === 'cancel' ? 4 : 3
  const seen = answers.flatMap(({ act, body }) =>
    act === 'list' ? body.order_infos[0].status : act === 'details' ? body.order_info.status : [],
  )
  expect(seen.filter((status) => status !== 6 && status !== after)).toEqual([])

  const order = sandbox.world.orders.get(id)!
  const left = { order: order.status, spent: before - balance(), resources: order.resourceIds.length }
  const PAID = { order: 'processing', spent: order.amounts.afterDiscount, resources: 1 }
  const CANCELLED = { order: 'cancelled', spent: 0, resources: 0 }
  expect(resources).toEqual([])
  expect(left).toEqual(winner!.act === 'cancel' ? CANCELLED : PAID)
  const ends = [...sandbox.facts].slice(facts).filter(({ type }) => type === 'order.paid' || type === 'order.cancelled')
  expect(ends).toHaveLength(1)
  expect(watched.flatMap(({ illegal }) => illegal)).toEqual([])
})

test('while an online payment runs the billing API does not pay the order a second time; once it failed, it does', async () => {
  const keys = sandbox.credentials.buyer!
  const bought = await sandbox.call('console.BuyProduct', { body: { product: 'crm-basic-month', pay: false } })
  const { id } = (bought.body as { order: { id: string } }).order
  const begun = await sandbox.call('console.PayOrders', { body: { orders: [id], by: 'online' } })
  expect(begun).toMatchObject({ status: 200, body: { payment: { status: 'waiting-online' } } })

  const answer = await sendSigned(sandbox.url, REQUESTS.pay(id), keys)
  expect([answer.status, answer.json().error_code]).toEqual([400, 'CBC.99000088'])

  await sandbox.call('console.FinishPayment', { path: { orderId: id }, body: { result: 'failed' } })
  expect((await sendSigned(sandbox.url, REQUESTS.pay(id), keys)).status).toBe(204)
})
