import type { Sandbox } from '../../../src/index.ts'
import type { Account } from '../../../src/world/entities/entities.ts'
import { buy, click } from '../click.ts'
import { rich, walk } from '../supervision-walk.ts'
import type { RefusalRow } from './refusals.ts'

/** The usual buyer, changed. */
export const buyerIs = ({ world }: Sandbox, more: Partial<Account>, name = 'chengming_tech') =>
  world.accounts.change(world.accounts.where('name', name).first()!.id, more)
const CRM = ['40', '41', '42', '43'].map((digits) => `OFFI4618673334791782${digits}`)
export const NO_COUPON = { coupons: ['nothing'] }

/** What can be in the way of paying at once, whatever is bought: what is true, and what is picked. */
const PAYING: readonly (readonly [code: string, cause: (sandbox: Sandbox) => unknown, picked?: object])[] = [
  ['balance-insufficient', (sandbox) => buyerIs(sandbox, { balance: 0 })],
  ['payment-refused', (sandbox) => buyerIs(sandbox, { budget: 0 })],
  ['outside-contract', (sandbox) => buyerIs(sandbox, { contractProducts: CRM })],
  ['reduction-refused', () => undefined, NO_COUPON],
  // Its deadline is the moment in which it was placed.
  ['order-changed', (sandbox) => sandbox.world.set('bss.paymentDeadline', 'PT0S')],
]

const own = async (sandbox: Sandbox, product: string, more: object = {}) => (await buy(sandbox, product, more, true)).resources[0]!.id
export const waiting = async (sandbox: Sandbox, product = 'sms-package', more: object = {}) =>
  (await buy(sandbox, product, { pay: false, ...more })).id
const of = (resourceId: string, body: object = {}) => ({ path: { resourceId }, body })
export const about = (orderId: string, body?: object) => ({ path: { orderId }, ...(body ? { body } : {}) })
export const pay = (orders: readonly string[], more: object = {}) => ({ body: { orders, ...more } })
const cloudServer = ({ world }: Sandbox) => [...world.resources.all()].find(({ name }) => name === 'web-01')!.id

/** A resource with a renewal that waits for its payment. */
async function busy(sandbox: Sandbox): Promise<string> {
  const resourceId = await own(sandbox, 'crm-basic-month')
  await click(sandbox, 'RenewResource', { path: { resourceId }, body: { pay: false } })
  return resourceId
}

const BUYING: readonly RefusalRow[] = [
  ['ListProducts', 'unknown-account', async () => ({ query: { seller: 'nobody' } })],
  ['ListOrders', 'unknown-account', async () => ({ query: { customer: 'nobody' } })],
  ['RechargeAccount', 'unknown-account', async () => ({ path: { account: 'nobody' }, body: { amount: '1.00' } })],
  ['BuyProduct', 'unknown-account', async () => ({ body: { product: 'crm-basic-month', customer: 'nobody' } })],
  ['BuyProduct', 'unknown-product', async () => ({ body: { product: 'nothing' } })],
  ['BuyProduct', 'not-on-sale', async () => ({ body: { product: 'crm-classic-month' } })],
  ['BuyProduct', 'period-not-offered', async () => ({ body: { product: 'crm-basic-month', period: { type: 'day' } } })],
  ['BuyProduct', 'too-many-packages', async () => ({ body: { product: 'sms-package', quantity: 31 } })],
  ['BuyProduct', 'server-needed', async () => ({ body: { product: 'image-month' } })],
  ['BuyProduct', 'unknown-resource', async () => ({ body: { product: 'image-month', server: 'nothing' } })],
  [
    'BuyProduct',
    'server-taken',
    async (sandbox) => {
      const server = cloudServer(sandbox)
      await buy(sandbox, 'image-month', { server })
      return { body: { product: 'image-month', server } }
    },
  ],
  ['BuyProduct', 'wrong-state', async () => ({ body: { product: 'crm-basic-month', startsAt: '2025-01-01T00:00:00Z' } })],
]

/** The same for several goods at once: one item that cannot be bought, and the whole purchase is refused. */
const TOGETHER: readonly RefusalRow[] = [
  ...BUYING.filter(([operation]) => operation === 'BuyProduct').map(
    ([, code, cause]): RefusalRow => [
      'BuyTogether',
      code,
      async (sandbox) => {
        const { customer, startsAt: _, ...item } = (await cause(sandbox)).body as { customer?: string; startsAt?: string }
        const wrong = code === 'wrong-state' ? { enterpriseProject: 'nothing' } : customer === undefined ? {} : { customer }
        return { body: { items: [{ product: 'sms-package' }, item], ...wrong } }
      },
    ],
  ),
  ...PAYING.map(
    ([code, cause, picked]): RefusalRow => [
      'BuyTogether',
      code,
      async (sandbox) => {
        cause(sandbox)
        return { body: { items: [{ product: 'sms-package' }, { product: 'crm-basic-month' }], ...picked } }
      },
    ],
  ),
]

const OWNED: readonly RefusalRow[] = [
  ['RenewResource', 'unknown-resource', async () => of('nothing')],
  ['RenewResource', 'unknown-product', async (sandbox) => of(cloudServer(sandbox))],
  ['RenewResource', 'period-not-offered', async (sandbox) => of(await own(sandbox, 'crm-basic-month'), { period: { type: 'day' } })],
  ['RenewResource', 'not-renewable', async (sandbox) => of(await own(sandbox, 'crm-buyout'))],
  ['RenewResource', 'order-in-the-way', async (sandbox) => of(await busy(sandbox))],
  ['ChangeResource', 'unknown-resource', async () => of('nothing')],
  ['ChangeResource', 'unknown-product', async (sandbox) => of(await own(sandbox, 'crm-basic-month'), { product: 'nothing' })],
  ['ChangeResource', 'not-changeable', async (sandbox) => of(await own(sandbox, 'crm-pro-month'), { product: 'crm-basic-month' })],
  ['ChangeResource', 'order-in-the-way', async (sandbox) => of(await busy(sandbox), { product: 'crm-pro-month' })],
  ['FormaliseTrial', 'unknown-resource', async () => of('nothing', { product: 'crm-basic-month' })],
  ['FormaliseTrial', 'unknown-product', async (sandbox) => of(await own(sandbox, 'crm-trial'), { product: 'nothing' })],
  ['FormaliseTrial', 'not-changeable', async (sandbox) => of(await own(sandbox, 'crm-basic-month'), { product: 'crm-pro-month' })],
  ['FormaliseTrial', 'not-on-sale', async (sandbox) => of(await own(sandbox, 'crm-trial'), { product: 'crm-classic-month' })],
  [
    'FormaliseTrial',
    'period-not-offered',
    async (sandbox) => of(await own(sandbox, 'crm-trial'), { product: 'crm-basic-month', period: { type: 'day' } }),
  ],
  [
    'FormaliseTrial',
    'order-in-the-way',
    async (sandbox) => {
      const resourceId = await own(sandbox, 'crm-trial')
      await click(sandbox, 'FormaliseTrial', of(resourceId, { product: 'crm-basic-month', pay: false }))
      return of(resourceId, { product: 'crm-basic-month' })
    },
  ],
  ['UnsubscribeResource', 'unknown-resource', async () => of('nothing')],
  ['UnsubscribeResource', 'not-returnable', async (sandbox) => of(cloudServer(sandbox))],
  ['UnsubscribeResource', 'order-in-the-way', async (sandbox) => of(await busy(sandbox))],
  [
    'UnsubscribeResource',
    'wrong-state',
    async (sandbox) => {
      const resourceId = await own(sandbox, 'crm-basic-month')
      await click(sandbox, 'UnsubscribeResource', of(resourceId))
      await sandbox.clock.advance('1m')
      return of(resourceId)
    },
  ],
  [
    'UnsubscribeResource',
    'code-taken',
    async (sandbox) => {
      const orderId = await walk(sandbox, 'gateway-year', 'activation')
      return of(sandbox.world.orders.get(orderId)!.resourceIds[0]!)
    },
  ],
  [
    'UnsubscribeResource',
    'returns-used-up',
    async (sandbox) => {
      await rich(sandbox)
      const agreed = async () => {
        const { id } = (await buy(sandbox, 'env-setup')).resources[0]!
        await click(sandbox, 'AgreeToUnsubscribe', { path: { resourceId: id }, body: {} })
        return of(id)
      }
      for (let n = 0; n < 10; n++) await click(sandbox, 'UnsubscribeResource', await agreed())
      return agreed()
    },
  ],
  [
    'UnsubscribeResource',
    'delivery-frozen',
    async (sandbox) => {
      const orderId = await walk(sandbox, 'env-setup', 'confirmation')
      await click(sandbox, 'AppealDelivery', { path: { orderId }, body: { by: 'buyer', reason: '商家长时间未处理' } })
      return of(sandbox.world.orders.get(orderId)!.resourceIds[0]!)
    },
  ],
]

/** Each operation that pays at once, in every way in which that can be refused. */
const AT_ONCE: readonly RefusalRow[] = PAYING.flatMap(([code, cause, picked]) => {
  const then = async (sandbox: Sandbox, resourceId: string, body: object = {}) => {
    cause(sandbox)
    return of(resourceId, { ...body, ...picked })
  }
  return [
    [
      'BuyProduct',
      code,
      async (sandbox) => {
        cause(sandbox)
        return { body: { product: 'crm-basic-month', ...picked } }
      },
    ],
    ['RenewResource', code, async (sandbox) => then(sandbox, await own(sandbox, 'crm-basic-month'))],
    ['ChangeResource', code, async (sandbox) => then(sandbox, await own(sandbox, 'crm-basic-month'), { product: 'crm-pro-month' })],
    ['FormaliseTrial', code, async (sandbox) => then(sandbox, await own(sandbox, 'crm-trial'), { product: 'crm-basic-month' })],
  ] satisfies RefusalRow[]
})

const ORDERS: readonly RefusalRow[] = [
  ['ShowOrder', 'unknown-order', async () => about('CS1')],
  ['ReviewOrder', 'unknown-order', async () => about('CS1', { pass: true })],
  ['ReviewOrder', 'wrong-state', async (sandbox) => about(await waiting(sandbox), { pass: true })],
  ['ConfirmOrder', 'unknown-order', async () => about('CS1', { confirm: true })],
  ['ConfirmOrder', 'wrong-state', async (sandbox) => about(await waiting(sandbox), { confirm: true })],
  ['FailOrder', 'unknown-order', async () => about('CS1', { reason: '资源开通失败' })],
  ['FailOrder', 'wrong-state', async (sandbox) => about(await waiting(sandbox), { reason: '资源开通失败' })],
  ['AnswerForSeller', 'unknown-order', async () => about('CS1', { resultCode: '000005' })],
  ['AnswerForSeller', 'wrong-state', async (sandbox) => about(await waiting(sandbox), { resultCode: '000005' })],
  [
    'AnswerForSeller',
    'instance-missing',
    async (sandbox) => about((await buy(sandbox, 'crm-basic-month')).id, { resultCode: '000000', instanceId: '03pf80c2' }),
  ],
]

/** Every refusal of buying, and of what was bought, by its natural cause. */
export const BUYING_REFUSALS: readonly RefusalRow[] = [...BUYING, ...TOGETHER, ...OWNED, ...AT_ONCE, ...ORDERS]
