import { expect } from 'vitest'
import type { Sandbox } from '../../src/index.ts'
import { worldTest as test } from '../helpers/audited.ts'
import { click } from './click.ts'

type Bought = { readonly combinedId: string; readonly orders: readonly { readonly id: string; readonly status: string }[] }
const together = async (sandbox: Sandbox, products: readonly string[], more: object = {}) =>
  (await click(sandbox, 'BuyTogether', { body: { items: products.map((product) => ({ product })), ...more } })) as unknown as Bought
const byApi = (sandbox: Sandbox, order_id: string) =>
  sandbox.call('bss.PayOrders', { body: { order_id, use_coupon: 'NO', use_discount: 'NO' } })
const statusesOf = ({ world }: Sandbox, { orders }: Bought) => orders.map(({ id }) => world.orders.get(id)?.status)

test('several goods are bought together: an order each under one number, paid at once (S-12)', async ({ sandbox }) => {
  const bought = await together(sandbox, ['crm-basic-month', 'sms-package', 'env-setup'])

  expect(bought.orders).toMatchObject([1, 2, 3].map(() => ({ status: 'processing', combinedId: bought.combinedId })))
  const { body } = await sandbox.call('bss.ListCustomerOrders', { query: { order_id: bought.combinedId } })
  const [shown] = body.order_infos as { order_id: string; sub_order_infos: { order_id: string }[] }[]
  expect(shown?.order_id).toBe(bought.combinedId)
  expect(shown?.sub_order_infos.map(({ order_id }) => order_id).sort()).toEqual(bought.orders.map(({ id }) => id).sort())
})

test('none is paid alone, by hand or by API; the combined number and all numbers together pay them (S-12)', async ({ sandbox }) => {
  const bought = await together(sandbox, ['crm-basic-month', 'sms-package'], { pay: false })
  const [first] = bought.orders
  expect(await sandbox.call('console.PayOrders', { body: { orders: [first!.id] } })).toMatchObject({ body: { code: 'bought-together' } })
  expect(await byApi(sandbox, first!.id)).toMatchObject({ status: 400, body: { error_code: 'CBC.99000089' } })
  expect((await byApi(sandbox, bought.combinedId)).status).toBe(204)
  expect(statusesOf(sandbox, bought)).toEqual(['processing', 'processing'])

  const again = await together(sandbox, ['crm-basic-month', 'sms-package'], { pay: false })
  await click(sandbox, 'PayOrders', { body: { orders: again.orders.map(({ id }) => id) } })
  expect(statusesOf(sandbox, again)).toEqual(['processing', 'processing'])
})

test('while one waits for its review none is paid; after it all are (S-12)', async ({ sandbox }) => {
  await click(sandbox, 'RechargeAccount', { path: { account: 'chengming_tech' }, body: { amount: '100000' } })
  const bought = await together(sandbox, ['sms-package', 'crm-group-year'])
  const ids = bought.orders.map(({ id }) => id)
  expect(statusesOf(sandbox, bought)).toEqual(['pending-payment', 'to-review'])
  expect(await sandbox.call('console.PayOrders', { body: { orders: ids } })).toMatchObject({
    body: { code: 'order-to-review', orders: [ids[1]] },
  })
  expect(await byApi(sandbox, bought.combinedId)).toMatchObject({ status: 400, body: { error_code: 'CBC.99003106' } })

  await click(sandbox, 'ReviewOrder', { path: { orderId: ids[1]! }, body: { pass: true } })
  await click(sandbox, 'PayOrders', { body: { orders: ids } })
  expect(statusesOf(sandbox, bought)).toEqual(['processing', 'processing'])
})

test('a balance that is enough for one of them pays none (S-12)', async ({ sandbox }) => {
  const buyer = sandbox.world.accounts.where('name', 'chengming_tech').first()!
  await sandbox.call('sandbox.ChangeEntity', {
    path: { kind: 'accounts', id: buyer.id, world: sandbox.world.name },
    body: { balance: '400.00' },
  })
  const orders = sandbox.world.orders.size
  const answer = await sandbox.call('console.BuyTogether', {
    body: { items: [{ product: 'sms-package' }, { product: 'crm-basic-month' }] },
  })
  expect(answer).toMatchObject({ status: 409, body: { code: 'balance-insufficient' } })
  expect([sandbox.world.orders.size, sandbox.world.accounts.get(buyer.id)?.balance]).toEqual([orders, 40_000])
})

test('two images for one server are refused, and so is one item alone (S-12, S-44)', async ({ sandbox }) => {
  const server = [...sandbox.world.resources.all()].find(({ name }) => name === 'web-01')!.id
  const image = { product: 'image-month', server }
  const ask = (items: readonly object[]) => sandbox.call('console.BuyTogether', { body: { items } })
  expect(await ask([image, image])).toMatchObject({ status: 409, body: { code: 'server-taken' } })
  expect(await ask([image])).toMatchObject({ status: 400, body: { code: 'bad-request' } })
})

test('cancelled or past its deadline, the whole purchase is (S-12)', async ({ sandbox }) => {
  const first = await together(sandbox, ['sms-package', 'crm-basic-month'], { pay: false })
  expect((await sandbox.call('bss.CancelCustomerOrder', { body: { order_id: first.combinedId } })).status).toBe(204)
  const second = await together(sandbox, ['sms-package', 'crm-basic-month'], { pay: false })
  sandbox.world.clock.advance('P7D')
  expect([...statusesOf(sandbox, first), ...statusesOf(sandbox, second)]).toEqual(['cancelled', 'cancelled', 'cancelled', 'cancelled'])
})
