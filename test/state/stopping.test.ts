import { afterEach, expect, test } from 'vitest'
import { startSandbox } from '../../src/index.ts'
import { systemClock } from '../../src/world/engine/system-clock.ts'
import { openSeller } from '../marketplace/seller.ts'
import { buy, goodAnswer, settle } from '../marketplace/shop.ts'
import { createGate, endAll, freshFolder, type Served, serve, settleServed } from './served.ts'

afterEach(endAll)

const purchase = async ({ ask }: Served): Promise<string> =>
  (await ask('POST', '/console/orders', { product: 'crm-basic-month' })).body.order.id

interface Listed {
  readonly orderId: string
  readonly status: string
  readonly attempts: number
  readonly repeats?: number
}

test('a restart while sellers are being called loses nothing, and what was cut off is called again', async () => {
  const gate = createGate()
  await using seller = await openSeller(async (call) => {
    await gate.passed
    return goodAnswer(call)
  })
  const folder = freshFolder()
  const first = await serve(['--state', folder, '--drain', '0'])
  await settleServed(first, seller.url)
  const ids: string[] = []
  for (let n = 0; n < 3; n++) ids.push(await purchase(first))
  await expect.poll(() => seller.calls.length).toBe(3)
  // Nobody waits for the end before the next start.
  const ended = first.end()
  const second = await serve(['--state', folder, '--drain', '0'])
  expect(second.url, second.said()).toBeDefined()
  expect(await ended, first.said()).toBe(0)
  gate.open()
  for (let n = 0; n < 10; n++) ids.push(await purchase(second))
  const listed = async () => (await second.ask('GET', '/deliveries?limit=200')).body.deliveries as Listed[]
  const done = async () => (await listed()).filter(({ status }) => status === 'succeeded').length
  await expect.poll(done).toBeGreaterThanOrEqual(13)
  const again = (await listed()).filter(({ orderId, attempts }) => ids.slice(0, 3).includes(orderId) && attempts === 2)
  expect(again).toHaveLength(3)
  const [{ id }] = again as unknown as [{ id: string }]
  expect((await second.ask('GET', `/deliveries/${id}`)).body.attempts).toMatchObject([{ number: 2, repeats: 1, passed: true }])
  expect(await second.end(), second.said()).toBe(0)

  const third = await serve(['--state', folder])
  expect(third.url, third.said()).toBeDefined()
  for (const id of ids) expect((await third.ask('GET', `/console/orders/${id}`)).status, id).toBe(200)
  expect(await third.end()).toBe(0)
}, 60_000)

test('told to stop while sixty calls get no answer, it ends when the drain is over, and calls nobody any more', async () => {
  await using seller = await openSeller(() => 'silence')
  const served = await serve(['--drain', '1s'])
  await settleServed(served, seller.url)
  // Beyond the time limit of this test: it is the drain that ends what waits.
  expect(await served.ask('PATCH', '/settings', { 'production.answerTimeout': 'PT10M' })).toMatchObject({ status: 200 })
  await Promise.all(Array.from({ length: 60 }, () => purchase(served)))
  // No more than sixteen at once go to one address.
  await expect.poll(() => seller.calls.length).toBe(16)
  const began = systemClock.monotonic()
  expect(await served.end(), served.said()).toBe(0)
  expect(systemClock.monotonic() - began).toBeGreaterThanOrEqual(900)
  expect(seller.calls).toHaveLength(16)
}, 60_000)

test('a second signal ends the drain', async () => {
  await using seller = await openSeller(() => 'silence')
  const served = await serve(['--drain', '10m'])
  await settleServed(served, seller.url)
  await purchase(served)
  await expect.poll(() => seller.calls.length).toBe(1)
  served.child.kill('SIGINT')
  // Whoever stops takes nobody new in.
  await expect.poll(() => served.ask('GET', '/ready').catch(() => 'refused')).toBe('refused')
  expect(await served.end('SIGINT'), served.said()).toBe(0)
}, 60_000)

test('what is under way when a sandbox closes is answered, and nothing after it', async () => {
  await using seller = await openSeller(() => 'silence')
  const sandbox = await startSandbox({ drain: 60_000 })
  settle(sandbox, seller.url)
  const advance = { method: 'POST', body: '{"by":"1h"}', headers: { 'content-type': 'application/json' } }
  buy(sandbox)
  const waiting = Array.from({ length: 50 }, () => fetch(`${sandbox.url}/_sandbox/clock/advance`, advance))
  await expect.poll(() => seller.calls.length).toBe(1)
  // Whoever came later was answered: the fifty are in.
  await fetch(`${sandbox.url}/_sandbox/ready`)
  const hurry = new AbortController()
  const closed = sandbox.close({ hurry: hurry.signal })
  await expect.poll(() => fetch(`${sandbox.url}/_sandbox/ready`).catch(() => 'refused')).toBe('refused')
  await seller.close()
  const statuses = await Promise.all(waiting.map(async (one) => (await one).status))
  expect(statuses).toEqual(Array(50).fill(409))
  await closed
  expect(seller.calls).toHaveLength(1)
  expect(() => buy(sandbox), 'the world is still there to look at').not.toThrow()
  await systemClock.wait(50)
  expect(seller.calls).toHaveLength(1)
})
