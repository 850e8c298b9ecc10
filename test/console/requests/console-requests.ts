import type { Sandbox } from '../../../src/index.ts'
import { buy, type ConsoleRequest, click } from '../click.ts'
import { AFTER_BUYING_REQUESTS } from './after-buying-requests.ts'
import { FILING_REQUESTS } from './filing-requests.ts'
import { IMAGE_REQUESTS } from './image-requests.ts'
import { KIT_REQUESTS } from './kit-requests.ts'
import { REFUND_REQUESTS } from './refund-requests.ts'
import { SELLER_REQUESTS } from './seller-requests.ts'

export { buy, type ConsoleRequest, click } from '../click.ts'

type State = { readonly id: string; readonly resources: readonly { readonly id: string }[] }

const rich = async (sandbox: Sandbox) => {
  await click(sandbox, 'RechargeAccount', { path: { account: 'chengming_tech' }, body: { amount: '100000' } })
}

/** Everything up to the buyer's acceptance. */
export async function delivered(sandbox: Sandbox, more: object = {}): Promise<string> {
  const { id: orderId } = await buy(sandbox, 'env-setup', more)
  await click(sandbox, 'SubmitRequirement', { path: { orderId }, body: { requirement: '一套测试环境' } })
  await click(sandbox, 'ConfirmRequirement', { path: { orderId }, body: { confirm: true } })
  await click(sandbox, 'DeliverService', { path: { orderId }, body: { proof: { name: '交付验收文档.pdf' } } })
  return orderId
}

/** A coupon of the enablement cloud, as a starting world would hold it (S-38). */
export function enablementCoupon(sandbox: Sandbox): string {
  const { world } = sandbox
  const buyer = world.accounts.where('name', 'chengming_tech').first()!
  const [model] = [...world.coupons.where('customer', buyer.id)]
  const coupon = { ...model!, id: 'CP-ENABLEMENT', code: 'ENABLEMENT', type: 302, faceValue: 100_000, balance: 100_000 } as const
  const { usedByOrderId: _used, lastUsedAt: _last, ...fresh } = coupon
  return world.coupons.put({ ...fresh, status: 'usable', enablement: true, effectiveAt: 0, expireAt: 4e12, limits: [] }).id
}

const own = async (order: Promise<State>) => ({ path: { resourceId: (await order).resources[0]!.id } })
const at = async (order: Promise<State>, body?: unknown) => ({
  path: { orderId: (await order).id },
  ...(body === undefined ? {} : { body }),
})
const productOf = (sandbox: Sandbox) => sandbox.world.products.get('OFFI461867333479178240')!

/** One way to let each operation of buying and delivery succeed in the world `default`: what has to be there first, and the request. */
export const CONSOLE_REQUESTS: Readonly<Record<string, (sandbox: Sandbox) => Promise<ConsoleRequest>>> = {
  ListProducts: async () => ({ query: { kind: 'licence' } }),
  ListUsageRecords: async () => ({ path: { seller: 'xinghai_soft' } }),
  BuyProduct: async () => ({ body: { product: 'crm-basic-month', period: { type: 'month', num: 3 } } }),
  BuyTogether: async () => ({ body: { items: [{ product: 'crm-basic-month' }, { product: 'sms-package' }] } }),
  ListOrders: async () => ({ query: { pending: 'true', limit: '2' } }),
  ShowOrder: (sandbox) => at(buy(sandbox, 'crm-basic-month', {}, true)),
  ReviewOrder: (sandbox) => at(buy(sandbox, 'crm-group-year'), { pass: true }),
  ConfirmOrder: (sandbox) => at(buy(sandbox, 'crm-framework-year'), { confirm: true }),
  FailOrder: (sandbox) => at(buy(sandbox, 'crm-basic-month'), { reason: '资源开通失败' }),
  AnswerForSeller: async (sandbox) => {
    const { sellerId = '' } = productOf(sandbox)
    const { world } = sandbox
    const address = world.addresses.put({ id: 'address-of-this-test', sellerId, use: 'basic', url: 'http://127.0.0.1:9/produce' })
    const { id: orderId } = await buy(sandbox, 'crm-basic-month')
    // The call itself is not meant here: what it would have brought is said by hand.
    world.unplan({ work: 'delivery.open' })
    world.addresses.delete(address.id)
    const body = {
      resultCode: '000000',
      instanceId: '03pf80c2bae96vc49b80b917bea776d7',
      frontEndUrl: 'https://crm.xinghai.example.com/chengming',
    }
    return { path: { orderId }, body }
  },
  PayOrders: async (sandbox) => ({ body: { orders: [(await buy(sandbox, 'sms-package', { pay: false })).id] } }),
  RequestFunds: async (sandbox) => ({ body: { orders: [(await buy(sandbox, 'sms-package', { pay: false })).id] } }),
  FinishPayment: async (sandbox) => {
    const { id } = await buy(sandbox, 'sms-package', { pay: false })
    await click(sandbox, 'PayOrders', { body: { orders: [id], by: 'online' } })
    return { path: { orderId: id }, body: { result: 'paid' } }
  },
  RenewResource: async (sandbox) => ({
    ...(await own(buy(sandbox, 'crm-basic-month', {}, true))),
    body: { period: { type: 'month', num: 1 } },
  }),
  ChangeResource: async (sandbox) => ({ ...(await own(buy(sandbox, 'crm-basic-month', {}, true))), body: { product: 'crm-pro-month' } }),
  FormaliseTrial: async (sandbox) => ({ ...(await own(buy(sandbox, 'crm-trial', {}, true))), body: { product: 'crm-basic-month' } }),
  UnsubscribeResource: async (sandbox) => ({ ...(await own(buy(sandbox, 'crm-basic-month', {}, true))), body: { reason: '不再需要' } }),
  ListSupervisions: async () => ({ query: { seller: 'xinghai_soft', limit: '2' } }),
  ShowSupervision: (sandbox) => at(buy(sandbox, 'site-build')),
  SubmitRequirement: (sandbox) => at(buy(sandbox, 'site-build'), { requirement: '20页官网需求.docx' }),
  ConfirmRequirement: async (sandbox) => {
    await rich(sandbox)
    const { id: orderId } = await buy(sandbox, 'erp-year')
    await click(sandbox, 'SubmitRequirement', { path: { orderId }, body: { requirement: '三个工厂' } })
    return { path: { orderId }, body: { confirm: true } }
  },
  DeliverService: (sandbox) => at(buy(sandbox, 'edge-box'), { logistics: { company: '顺丰速运', number: 'SF1390000000077' } }),
  TakeLicence: (sandbox) => at(buy(sandbox, 'gateway-year')),
  UploadProof: async (sandbox) => {
    const { id: orderId } = await buy(sandbox, 'gateway-year')
    await click(sandbox, 'TakeLicence', { path: { orderId } })
    const [licence] = [...sandbox.world.licences.where('order', orderId)]
    await activate(sandbox, licence!.id)
    return { path: { orderId }, body: { proof: { name: '交付证明.pdf', size: 482113 } } }
  },
  SubmitIdentification: (sandbox) => at(buy(sandbox, 'scada-year'), { identification: 'BFEBFBFF000906EA-0123456789' }),
  DeliverLicence: async (sandbox) => {
    const { id: orderId } = await buy(sandbox, 'scada-dongle')
    await click(sandbox, 'SubmitIdentification', { path: { orderId }, body: { identification: 'HASP-3F1C-77A0' } })
    return { path: { orderId }, body: { licence: 'XH-SCADA-500-2026-7F3A' } }
  },
  AcceptDelivery: async (sandbox) => ({ path: { orderId: await delivered(sandbox) }, body: {} }),
  ReturnDelivery: async (sandbox) => ({ path: { orderId: await delivered(sandbox) }, body: { reason: '首页未按需求制作' } }),
  ReviewDelivery: async (sandbox) => {
    const orderId = await delivered(sandbox, { coupons: [enablementCoupon(sandbox)] })
    await click(sandbox, 'AcceptDelivery', { path: { orderId }, body: {} })
    return { path: { orderId }, body: { pass: true } }
  },
  AppealDelivery: async (sandbox) => ({ path: { orderId: await delivered(sandbox) }, body: { reason: '用户未在约定时间内验收' } }),
  DecideAppeal: async (sandbox) => {
    const orderId = await delivered(sandbox)
    await click(sandbox, 'AppealDelivery', { path: { orderId }, body: { reason: '用户未在约定时间内验收' } })
    return { path: { orderId }, body: { uphold: true } }
  },
  ...FILING_REQUESTS,
  ...SELLER_REQUESTS,
  ...IMAGE_REQUESTS,
  ...KIT_REQUESTS,
  ...REFUND_REQUESTS,
  ...AFTER_BUYING_REQUESTS,
}

/** What the seller does through the open API: the delivery moves on by itself (S-26). */
export async function activate(sandbox: Sandbox, licenceId: string): Promise<void> {
  const { status, body } = await sandbox.call('koogallery.ActivateLicense', { body: { license: licenceId } })
  if (status !== 200) throw new Error(`${licenceId} was not activated: ${JSON.stringify(body)}`)
}
