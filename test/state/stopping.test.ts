import { afterEach, expect, test } from 'vitest'
import { openSeller } from '../marketplace/seller.ts'
import { goodAnswer } from '../marketplace/shop.ts'
import { endAll, freshFolder, serve, settleServed } from './served.ts'

afterEach(endAll)

/** What waits until it is told to go on. */
function createGate() {
  let open = () => {}
  const passed = new Promise<void>((resolve) => {
    open = resolve
  })
  return { passed, open: () => open() }
}

const PRODUCT = { product: 'crm-basic-month' }

test('a restart while sellers are being called loses nothing, and what was cut off is called again', async () => {
  const answers = createGate()
  await using seller = await openSeller(async (call) => {
    await answers.passed
    return goodAnswer(call)
  })
  const folder = freshFolder()
  const first = await serve(['--state', folder, '--drain', '0'])
  await settleServed(first, seller.url)
  const ids: string[] = []
  const purchase = async ({ ask }: typeof first) => ids.push((await ask('POST', '/console/orders', PRODUCT)).body.order.id)
  for (let n = 0; n < 3; n++) await purchase(first)
  await expect.poll(() => seller.calls.length).toBe(3)
  // Nobody waits for the end before the next start.
  const ended = first.end()
  const second = await serve(['--state', folder, '--drain', '0'])
  expect(second.url, second.said()).toBeDefined()
  expect(await ended).toBe(0)
  answers.open()
  for (let n = 0; n < 10; n++) await purchase(second)
  await expect
    .poll(async () => (await second.ask('GET', '/deliveries?status=succeeded')).body.count, { timeout: 10_000 })
    .toBeGreaterThanOrEqual(13)
  const { deliveries } = (await second.ask('GET', '/deliveries?limit=200')).body
  const again = deliveries.filter(
    ({ orderId, operation }: { orderId: string; operation: string }) => ids.slice(0, 3).includes(orderId) && /newInstance/.test(operation),
  )
  expect(again.map(({ status, attempts }: { status: string; attempts: number }) => [status, attempts])).toEqual(
    Array(3).fill(['succeeded', 2]),
  )
  expect(await second.end()).toBe(0)

  const third = await serve(['--state', folder])
  expect(third.url, third.said()).toBeDefined()
  for (const id of ids) expect((await third.ask('GET', `/console/orders/${id}`)).status, id).toBe(200)
  expect(await third.end()).toBe(0)
}, 60_000)
