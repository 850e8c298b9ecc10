import { expect } from 'vitest'
import { worldTest as test } from '../helpers/audited.ts'

test('an order bought by hand is paid, opened, renewed and given back in a line each', async ({ sandbox }) => {
  const order = await sandbox.buy('crm-basic-month', { pay: false, period: { num: 2 } })
  expect(order).toMatchObject({ status: 'pending-payment', payable: '398.00' })
  expect(await sandbox.pay(order)).toMatchObject([{ id: order.id, status: 'processing' }])
  await sandbox.clock.advance('1m')

  const [resource] = sandbox.world.resources.where('order', order.id)
  expect(sandbox.deliveries.of(order)).toEqual([])
  expect(await sandbox.renew(resource!, { period: { type: 'month' } })).toMatchObject({ type: 'renewal', payable: '199.00' })
  await sandbox.clock.advance('1m')
  expect(await sandbox.unsubscribe(resource!, { renewalsOnly: true })).toMatchObject({ type: 'unsubscribe', payable: '-199.00' })
})

test('a refusal rejects with the code of the console and leaves everything as it was', async ({ sandbox }) => {
  const order = await sandbox.buy('crm-basic-month', { quantity: 1000, pay: false })
  const before = sandbox.facts.count
  await expect(sandbox.pay(order)).rejects.toMatchObject({
    code: 'balance-insufficient',
    message: expect.stringContaining('PayOrders was refused:'),
  })
  await expect(sandbox.accept(order)).rejects.toMatchObject({ code: 'not-supervised' })
  expect([sandbox.facts.count, sandbox.world.orders.get(order.id)?.status]).toEqual([before, 'pending-payment'])
})

test('each world is spoken to as if there were no other', async ({ sandbox }) => {
  const mine = sandbox.inWorld('mine')
  const order = await mine.buy('crm-basic-month')
  await mine.clock.advance('P1D')

  expect((await mine.call('bss.ShowCustomerOrderDetails', { path: { order_id: order.id } })).status).toBe(200)
  expect(await mine.waitFor('order.paid', { orderId: order.id })).toMatchObject({ type: 'order.paid' })
  expect(mine.credentials.buyer!.ak).not.toBe(sandbox.credentials.buyer!.ak)
  expect([sandbox.facts.count, sandbox.clock.iso()]).toEqual([0, '2026-01-01T00:00:00Z'])
  mine.reset()
  expect(mine.facts.count).toBe(0)
})
