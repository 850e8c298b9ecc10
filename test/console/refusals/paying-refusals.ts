import type { Sandbox } from '../../../src/index.ts'
import { buy, click } from '../click.ts'
import { about, buyerIs, NO_COUPON, pay, waiting } from './buying-refusals.ts'
import type { RefusalRow } from './refusals.ts'

/** An order whose online payment has begun. */
async function begun(sandbox: Sandbox, more: object = {}): Promise<string> {
  const id = await waiting(sandbox)
  await click(sandbox, 'PayOrders', pay([id], { by: 'online', ...more }))
  return id
}

const PAID = { result: 'paid' }

/** What can be wrong with orders that are to be paid, alone or together. */
const TOGETHER = [
  ...['unknown-order', 'too-many-orders', 'different-customers', 'bought-together'],
  ...['order-to-review', 'order-to-confirm', 'order-changed', 'being-paid'],
]
const causeOf = (code: string) => PAYMENT.find(([, refusal]) => refusal === code)![2]

/** Every refusal of the payment page by its natural cause (S-11 to S-14, S-66, S-67). */
const PAYMENT: readonly RefusalRow[] = [
  ['PayOrders', 'unknown-order', async () => pay(['CS1'])],
  ['PayOrders', 'too-many-orders', async () => pay(Array.from({ length: 31 }, (_, n) => `CS${n}`))],
  [
    'PayOrders',
    'different-customers',
    async (sandbox) => pay([await waiting(sandbox), await waiting(sandbox, 'sms-package', { customer: 'jinli_catering' })]),
  ],
  [
    'PayOrders',
    'unknown-account',
    async (sandbox) => {
      const id = await waiting(sandbox, 'sms-package', { customer: 'sunyue_studio' })
      // As in a starting world that holds orders of somebody who has left.
      sandbox.world.accounts.delete(sandbox.world.orders.get(id)!.customerId)
      return pay([id])
    },
  ],
  [
    'PayOrders',
    'bought-together',
    async (sandbox) => {
      const [first, second] = [await waiting(sandbox), await waiting(sandbox)]
      for (const id of [first, second]) sandbox.world.orders.change(id, { combinedId: 'CB-1' })
      return pay([first])
    },
  ],
  ['PayOrders', 'order-to-review', async (sandbox) => pay([(await buy(sandbox, 'crm-group-year')).id])],
  ['PayOrders', 'order-to-confirm', async (sandbox) => pay([(await buy(sandbox, 'crm-framework-year')).id])],
  ['PayOrders', 'order-changed', async (sandbox) => pay([(await buy(sandbox, 'sms-package')).id])],
  ['PayOrders', 'being-paid', async (sandbox) => pay([await begun(sandbox)])],
  [
    'PayOrders',
    'outside-contract',
    async (sandbox) => {
      const id = await waiting(sandbox)
      buyerIs(sandbox, { contractProducts: [sandbox.world.orders.get(id)!.lines[0]!.productId] })
      return pay([id])
    },
  ],
  [
    'PayOrders',
    'online-unavailable',
    async (sandbox) => {
      buyerIs(sandbox, { contractParty: '华为云国际有限公司' })
      return pay([await waiting(sandbox)], { by: 'online' })
    },
  ],
  ['PayOrders', 'online-part-needed', async (sandbox) => pay([await waiting(sandbox)], { balance: '1.00' })],
  [
    'PayOrders',
    'method-unavailable',
    async (sandbox) => {
      buyerIs(sandbox, { contractParty: '华为软件技术有限公司' })
      return pay([await waiting(sandbox)], { by: 'online', method: 'huawei-pay' })
    },
  ],
  ['PayOrders', 'no-partner', async (sandbox) => pay([await waiting(sandbox)], { by: 'partner' })],
  [
    'PayOrders',
    'coupons-with-partner',
    async (sandbox) => {
      const id = await waiting(sandbox, 'sms-package', { customer: 'jiangcheng_edu' })
      const [coupon] = [...sandbox.world.coupons.where('customer', sandbox.world.orders.get(id)!.customerId)]
      return pay([id], { by: 'partner', coupons: [coupon!.id] })
    },
  ],
  [
    'PayOrders',
    'verification-needed',
    async (sandbox) => {
      buyerIs(sandbox, { operationProtection: true })
      return pay([await waiting(sandbox)], { by: 'balance-and-online', balance: '1.00' })
    },
  ],
  ['PayOrders', 'reduction-refused', async (sandbox) => pay([await waiting(sandbox)], NO_COUPON)],
  [
    'PayOrders',
    'balance-insufficient',
    async (sandbox) => {
      buyerIs(sandbox, { balance: 0 })
      return pay([await waiting(sandbox)])
    },
  ],
  [
    'PayOrders',
    'payment-refused',
    async (sandbox) => {
      buyerIs(sandbox, { budget: 0 })
      return pay([await waiting(sandbox)])
    },
  ],

  ['FinishPayment', 'unknown-order', async () => about('CS1', PAID)],
  ['FinishPayment', 'not-being-paid', async (sandbox) => about(await waiting(sandbox), PAID)],
  ['FinishPayment', 'wrong-state', async (sandbox) => about(await begun(sandbox), { result: 'declined' })],
  [
    'FinishPayment',
    'order-changed',
    async (sandbox) => {
      const id = await begun(sandbox)
      await sandbox.clock.advance(sandbox.world.setting('bss.paymentDeadline'))
      return about(id, PAID)
    },
  ],
  [
    'FinishPayment',
    'balance-insufficient',
    async (sandbox) => {
      const id = await waiting(sandbox, 'sms-package', { customer: 'jinli_catering' })
      await click(sandbox, 'PayOrders', pay([id], { by: 'partner' }))
      buyerIs(sandbox, { balance: 0 }, 'yuntu_digital')
      return about(id, PAID)
    },
  ],
  [
    'FinishPayment',
    'reduction-refused',
    async (sandbox) => {
      const coupons = [[...sandbox.world.coupons.all()].find(({ code }) => code === 'CP260101000002CASH')!.id]
      const id = await begun(sandbox, { coupons })
      await buy(sandbox, 'crm-basic-month', { coupons })
      return about(id, PAID)
    },
  ],
  [
    'FinishPayment',
    'payment-refused',
    async (sandbox) => {
      const id = await begun(sandbox)
      buyerIs(sandbox, { budget: 0 })
      return about(id, PAID)
    },
  ],
]

/** The same of requests for funds, which look at the orders as payments do (S-65). */
export const PAYING_REFUSALS: readonly RefusalRow[] = [
  ...PAYMENT,
  ['RequestFunds', 'not-enterprise', async (sandbox) => pay([await waiting(sandbox, 'sms-package', { customer: 'sunyue_studio' })])],
  [
    'RequestFunds',
    'funds-requested',
    async (sandbox) => {
      const id = await waiting(sandbox)
      await click(sandbox, 'RequestFunds', pay([id]))
      return pay([id])
    },
  ],
  ['RequestFunds', 'reduction-refused', async (sandbox) => pay([await waiting(sandbox)], { discount: 'nothing' })],
  // What stands in the way of the orders themselves stands in the way of a request for their money.
  ...['unknown-account', ...TOGETHER].map((code): RefusalRow => ['RequestFunds', code, causeOf(code)]),
]
