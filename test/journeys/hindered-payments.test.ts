import { expect } from 'vitest'
import type { Sandbox } from '../../src/index.ts'
import { auditedTest as test } from '../helpers/audited.ts'

const write = (sandbox: Sandbox, kind: string, id: string, members: object) =>
  sandbox.call('sandbox.ChangeEntity', { path: { kind, id, world: 'default' }, body: members })

/** What a tester writes into a running sandbox, and what paying says then. */
test.for<[what: string, kind: 'accounts' | 'products', members: object, back: object, code: string, consoleCode: string]>([
  ['a budget that is too small', 'accounts', { budget: '1.00' }, { budget: null }, 'CBC.99003198', 'payment-refused'],
  ['an account without a tax rate', 'accounts', { taxRate: 'unknown' }, { taxRate: null }, 'CBC.99006093', 'payment-refused'],
  ['an account whose payments are used up', 'accounts', { paymentsPerDay: 0 }, { paymentsPerDay: null }, 'CBC.99008056', 'payment-refused'],
  ['an account without money', 'accounts', { balance: '0.00' }, { balance: '900.00' }, 'CBC.99005003', 'balance-insufficient'],
  ['a product that is sold out', 'products', { stock: 0 }, { stock: 1 }, 'CBC.99003141', 'payment-refused'],
])('%s is written over the control API: both ways to pay are refused, until it is written back', async (row, { sandbox }) => {
  const [, kind, members, back, code, consoleCode] = row
  const bought = await sandbox.call('console.BuyProduct', { body: { product: 'crm-basic-month', pay: false } })
  const order = sandbox.world.orders.get((bought.body as { order: { id: string } }).order.id)!
  const id = { accounts: order.customerId, products: order.lines[0]!.productId }[kind]
  const pay = () => sandbox.call('bss.PayOrders', { body: { order_id: order.id, use_coupon: 'NO', use_discount: 'NO' } })

  expect(await write(sandbox, kind, id, members)).toMatchObject({ status: 200 })
  expect(await pay()).toMatchObject({ status: 400, body: { error_code: code } })
  const byHand = await sandbox.call('console.PayOrders', { body: { orders: [order.id] } })
  expect(byHand).toMatchObject({ status: 409, body: { code: consoleCode } })

  expect(await write(sandbox, kind, id, back)).toMatchObject({ status: 200 })
  expect((await pay()).status).toBe(204)
})
