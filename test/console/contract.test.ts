import { expect } from 'vitest'
import type { Sandbox } from '../../src/index.ts'
import { worldTest as test } from '../helpers/audited.ts'
import { buy, click } from './click.ts'

/** An order of the usual buyer for something that its standard contract names, waiting for payment. */
async function overlapping(sandbox: Sandbox, more: object = {}) {
  const { world } = sandbox
  const buyer = world.accounts.where('name', 'chengming_tech').first()!
  const [named] = [...world.products.all()].filter(({ resourceSpec }) => resourceSpec.endsWith('crm-basic-month'))
  world.accounts.change(buyer.id, { contractProducts: [named!.id] })
  return (await buy(sandbox, 'crm-basic-month', { pay: false, ...more })).id
}
const byApi = (sandbox: Sandbox, order_id: string) =>
  sandbox.call('bss.PayOrders', { body: { order_id, use_coupon: 'NO', use_discount: 'NO' } })
const statusOf = ({ world }: Sandbox, id: string) => world.orders.get(id)?.status

test('what overlaps the standard contract is paid neither by hand nor by API before the buyer confirms (S-13)', async ({ sandbox }) => {
  const id = await overlapping(sandbox)

  expect(await sandbox.call('console.PayOrders', { body: { orders: [id] } })).toMatchObject({
    status: 409,
    body: { code: 'outside-contract' },
  })
  expect(await byApi(sandbox, id)).toMatchObject({ status: 403, body: { error_code: 'CBC.0155' } })
  const legacy = await sandbox.call('bss.PayOrdersLegacy', { body: { order_id: id } })
  expect(legacy).toMatchObject({ status: 403, body: { error_code: 'CBC.0155' } })
  expect(statusOf(sandbox, id)).toBe('pending-payment')

  await click(sandbox, 'PayOrders', { body: { orders: [id], outsideContract: true } })
  expect(statusOf(sandbox, id)).toBe('processing')
})

test('a word given at the purchase counts for the API as well (S-13)', async ({ sandbox }) => {
  const id = await overlapping(sandbox, { outsideContract: true })
  expect((await byApi(sandbox, id)).status).toBe(204)
})

test('a word given at the cash desk outlives a payment that fails (S-13)', async ({ sandbox }) => {
  const id = await overlapping(sandbox)
  await click(sandbox, 'PayOrders', { body: { orders: [id], by: 'online', outsideContract: true } })
  await click(sandbox, 'FinishPayment', { path: { orderId: id }, body: { result: 'failed' } })
  expect((await byApi(sandbox, id)).status).toBe(204)
})

test('the same specification for another period overlaps too, another one does not (S-13)', async ({ sandbox }) => {
  const [named] = [...sandbox.world.products.all()].filter(({ resourceSpec }) => resourceSpec.endsWith('crm-basic-month'))
  const [yearly] = [...sandbox.world.products.where('sku', named!.skuCode)].filter(({ periodType }) => periodType === 'year')
  await overlapping(sandbox)
  const id = (await buy(sandbox, yearly!.id, { pay: false })).id
  expect((await byApi(sandbox, id)).status).toBe(403)
  const other = (await buy(sandbox, 'sms-package', { pay: false })).id
  expect((await byApi(sandbox, other)).status).toBe(204)
})

test('an order that the vendor placed from the contract asks nothing (S-13)', async ({ sandbox }) => {
  const id = await overlapping(sandbox)
  sandbox.world.orders.change(id, { source: 3 })
  expect((await byApi(sandbox, id)).status).toBe(204)
})

test('automatic payment at placing leaves it to be paid, unless the setting says that the API pays (S-13)', async ({ sandbox }) => {
  const { world } = sandbox
  const [main] = [...world.resources.all()].filter(({ name }) => name === 'web-01')
  world.accounts.change(main!.customerId, { contractProducts: [main!.productId] })
  const renew = () =>
    sandbox.call('bss.RenewalResources', {
      body: { resource_ids: [main!.id], period_type: 2, period_num: 1, expire_policy: 0, is_auto_pay: 1 },
    })
  expect(await renew()).toMatchObject({ status: 400, body: { error_code: 'CBC.30050006' } })
  world.set('bss.contractOverlap', 'paid')
  const { status, body } = await renew()
  expect([status, statusOf(sandbox, (body as { order_ids: string[] }).order_ids[0]!)]).toEqual([200, 'processing'])
})
