import { expect } from 'vitest'
import type { Sandbox } from '../../src/index.ts'
import type { Account } from '../../src/world/entities/entities.ts'
import { worldTest as test } from '../helpers/audited.ts'
import { buy, click } from './click.ts'

type Paid = {
  readonly payment: Readonly<Record<string, string>>
  readonly orders: readonly { readonly status: string; readonly paying?: unknown }[]
}
/** The usual buyer, changed. */
const buyerIs = ({ world }: Sandbox, more: Partial<Account>) =>
  world.accounts.change(world.accounts.where('name', 'chengming_tech').first()!.id, more)
const waiting = async (sandbox: Sandbox, more: object = {}) => (await buy(sandbox, 'sms-package', { pay: false, ...more })).id
const pay = async (sandbox: Sandbox, id: string, more: object) =>
  (await click(sandbox, 'PayOrders', { body: { orders: [id], ...more } })) as unknown as Paid
const finish = async (sandbox: Sandbox, orderId: string, result: string, reason?: string) =>
  (await click(sandbox, 'FinishPayment', { path: { orderId }, body: { result, ...(reason ? { reason } : {}) } })) as unknown as Paid

test.for([
  ['alipay', 'qr-code'],
  ['wechat', 'qr-code'],
  ['huawei-pay', 'qr-code'],
  ['unionpay', 'unionpay-page'],
  ['personal-bank', 'unionpay-page'],
  ['enterprise-bank', 'bank-page'],
] as const)('%s pays online, by way of the %s, and is told in the fact (S-66)', async ([method, leadsTo], { sandbox }) => {
  const id = await waiting(sandbox)
  const { payment, orders } = await pay(sandbox, id, { by: 'online', method })

  expect(payment).toMatchObject({ status: 'waiting-online', due: '360.00', online: '360.00', method, leadsTo })
  expect(orders[0]).toMatchObject({ status: 'pending-payment', paying: { by: 'online', method } })
  expect(sandbox.facts.of('order.payment-started')).toMatchObject([{ orderId: id, method }])
  expect((await finish(sandbox, id, 'paid')).orders[0]).toMatchObject({ status: 'processing' })
})

test.for([
  ['华为云计算技术有限公司', 'huawei-pay', 200, undefined],
  ['华为软件技术有限公司', 'huawei-pay', 409, 'method-unavailable'],
  ['华为软件技术有限公司', 'wechat', 200, undefined],
  ['华为云国际有限公司', 'huawei-pay', 409, 'online-unavailable'],
  ['华为云国际有限公司', 'alipay', 409, 'online-unavailable'],
] as const)('with %s as contracting party %s answers %s (S-14, S-66)', async ([contractParty, method, status, code], { sandbox }) => {
  buyerIs(sandbox, { contractParty })
  const id = await waiting(sandbox)
  const answer = await sandbox.call('console.PayOrders', { body: { orders: [id], by: 'online', method } })
  expect([answer.status, answer.body.code]).toEqual([status, code])
})

test.for<[when: string, more: object, code: string]>([
  ['a part of the price comes from the balance and nothing online', { balance: '100.00' }, 'online-part-needed'],
  ['nothing comes from the balance and nothing online', { balance: '0' }, 'online-part-needed'],
  ['more than the price comes from the balance', { balance: '360.01' }, 'payment-refused'],
  ['a balance goes with an online payment', { by: 'online', balance: '1.00' }, 'payment-refused'],
  ['a balance goes with a request to the partner', { by: 'partner', balance: '1.00' }, 'payment-refused'],
  ['a method goes with the balance', { method: 'alipay' }, 'payment-refused'],
  ['the bank page of enterprises is for an individual', { by: 'online', method: 'enterprise-bank' }, 'method-unavailable'],
])('a payment is refused when %s, and nothing is paid (S-66, S-67)', async ([_when, more, code], { sandbox }) => {
  if (code === 'method-unavailable') buyerIs(sandbox, { customerType: 'individual' })
  const id = await waiting(sandbox)
  const facts = sandbox.facts.count
  const answer = await sandbox.call('console.PayOrders', { body: { orders: [id], ...more } })

  expect(answer).toMatchObject({ status: 409, body: { code } })
  expect([sandbox.facts.count, sandbox.world.orders.get(id)?.status]).toEqual([facts, 'pending-payment'])
})

test.for<[what: string, more: object, parts: object, status: string]>([
  ['all of it from the balance', { balance: '360.00' }, { balance: '360.00', online: '0.00' }, 'paid'],
  ['both parts', { by: 'balance-and-online', balance: '100.00' }, { balance: '100.00', online: '260.00' }, 'waiting-online'],
  ['all of it online', { by: 'balance-and-online', balance: '0' }, { balance: '0.00', online: '360.00' }, 'waiting-online'],
  ['no online part after all', { by: 'balance-and-online', balance: '360' }, { balance: '360.00', online: '0.00' }, 'paid'],
])('a payment is split: %s (S-14, S-67)', async ([_what, more, parts, status], { sandbox }) => {
  expect((await pay(sandbox, await waiting(sandbox), more)).payment).toMatchObject({ due: '360.00', ...parts, status })
})

test('an online payment that fails is a fact with its reason, and the order waits to be paid as before (S-14)', async ({ sandbox }) => {
  const id = await waiting(sandbox)
  const balance = () => sandbox.world.accounts.where('name', 'chengming_tech').first()?.balance
  const before = balance()
  await pay(sandbox, id, { by: 'online' })
  const [order] = (await finish(sandbox, id, 'failed', '银行卡余额不足')).orders

  expect(order).not.toHaveProperty('paying')
  expect(sandbox.facts.of('order.payment-failed')).toMatchObject([{ orderId: id, reason: '银行卡余额不足' }])
  expect(balance()).toBe(before)
  expect((await pay(sandbox, id, {})).payment).toMatchObject({ status: 'paid' })
})

test('a partner is asked to pay, gets a notice and declines; asked again, it pays (S-14, S-68)', async ({ sandbox }) => {
  const { world } = sandbox
  const partner = world.accounts.where('name', 'yuntu_digital').first()!
  const id = await waiting(sandbox, { customer: 'jinli_catering' })
  expect((await pay(sandbox, id, { by: 'partner' })).payment).toMatchObject({ status: 'waiting-partner' })
  expect(sandbox.facts.of('order.partner-asked')).toMatchObject([{ orderId: id, payerId: partner.id }])

  await finish(sandbox, id, 'declined', '超出代付额度')
  expect(sandbox.facts.of('order.partner-declined')).toMatchObject([{ orderId: id, reason: '超出代付额度' }])
  expect(world.accounts.get(partner.id)?.balance).toBe(partner.balance)

  await pay(sandbox, id, { by: 'partner' })
  expect((await finish(sandbox, id, 'paid')).orders[0]).toMatchObject({ status: 'processing' })
  expect(world.accounts.get(partner.id)?.balance).toBe(partner.balance - 36_000)
})

test('an enterprise asks for the money by an online contract, gets it and pays before its discount ends (S-65)', async ({ sandbox }) => {
  const { world } = sandbox
  const buyer = world.accounts.where('name', 'chengming_tech').first()!
  const endsAt = world.clock.now() + 86_400_000
  world.discounts.put({ id: 'D-1', customerId: buyer.id, type: 2, ratio: 0.5, endsAt })
  const id = await waiting(sandbox)
  const { request } = (await click(sandbox, 'RequestFunds', { body: { orders: [id], discount: 'D-1' } })) as unknown as { request: object }

  expect(request).toMatchObject({ amount: '180.00', customer: 'chengming_tech', discountUntil: new Date(endsAt).toISOString() })
  expect(sandbox.facts.of('order.funds-requested')).toMatchObject([{ orderId: id }])
  await click(sandbox, 'RechargeAccount', { path: { account: 'chengming_tech' }, body: { amount: '180.00' } })
  sandbox.world.clock.advance('P1D')
  const late = await sandbox.call('console.PayOrders', { body: { orders: [id], discount: 'D-1' } })
  expect(late).toMatchObject({ status: 409, body: { code: 'reduction-refused' } })
  world.discounts.change('D-1', { endsAt: endsAt + 86_400_000 })
  expect((await pay(sandbox, id, { discount: 'D-1' })).payment).toMatchObject({ status: 'paid', balance: '180.00' })
})
