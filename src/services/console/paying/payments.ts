import type { operations } from '../../../spec/generated/console.ts'
import type { Account, Order } from '../../../world/entities.ts'
import { recharge } from '../../ordering/account.ts'
import { quote } from '../../ordering/quote.ts'
import { fen, yuan } from '../money.ts'
import { orderState } from '../order-state.ts'
import type { ConsoleBehaviours, ConsoleScene } from '../scene.ts'
import { orderOf } from '../subjects.ts'
import { checkTogether, payableTogether } from './payable-together.ts'
import { askForContract, reductionsOf, settle } from './settle.ts'
import { checkCode } from './verification.ts'

type Paying = ConsoleScene<operations['PayOrders']>
type Asking = Pick<ConsoleScene, 'world' | 'fail'>

/** Contracting parties (签约主体) that can be paid online; an account that names none has the first (S-14). */
const ONLINE_PARTIES = ['华为云计算技术有限公司', '华为软件技术有限公司']

/** The payment page: one order or several together (S-11, S-12, S-13, S-14). */
export const payments: ConsoleBehaviours<'PayOrders' | 'FinishPayment'> = {
  PayOrders(scene) {
    const { world, input, fail } = scene
    const { by = 'balance', outsideContract } = input.body
    const orders = askForContract(scene, payableTogether(scene, input.body.orders), outsideContract)
    const [first] = orders
    const buyer = world.accounts.get(first?.customerId ?? '')
    if (!buyer) return fail('unknown-account', 'The orders belong to nobody.')
    const how = reductionsOf(scene, buyer.id, input.body)
    const due = quote(world, orders, how)
    const part = by === 'balance-and-online' ? fen(input.body.balance ?? yuan(Math.max(0, Math.min(buyer.balance, due)))) : 0
    if (part > due) return fail('payment-refused', `${yuan(part)} yuan from the balance is more than the ${yuan(due)} to pay.`)
    const shares = { balance: by === 'balance' ? due : part, online: by === 'online' || by === 'balance-and-online' ? due - part : 0 }
    checkWay(scene, buyer, shares)
    // Without an online part there is nothing to wait for.
    const now = by === 'balance' || (by === 'balance-and-online' && shares.online === 0)
    const after = now ? settle(scene, orders, how) : begin(scene, buyer, orders, shares.online)
    return {
      payment: {
        by,
        status: now ? 'paid' : by === 'partner' ? 'waiting-partner' : 'waiting-online',
        due: yuan(due),
        balance: yuan(shares.balance),
        online: yuan(shares.online),
      },
      orders: after.map((order) => orderState(world, order)),
    }
  },

  FinishPayment(scene) {
    const { world, input, fail } = scene
    const order = orderOf(scene, input.path.orderId)
    const { paying } = order
    if (!paying) return fail('not-being-paid', `Nothing runs for order ${order.id}, which is ${order.status}.`)
    const orders = (paying.orders ?? [order.id]).map((id) => orderOf(scene, id))
    const waiting = orders.map(({ id }) => world.orders.change(id, { paying: undefined }))
    if (input.body.result === 'failed') return { orders: waiting.map((one) => orderState(world, one)) }
    checkTogether(scene, waiting)
    const { couponIds, discountId } = paying
    const how = reductionsOf(scene, order.customerId, { coupons: couponIds, discount: discountId })
    if (paying.by === 'partner') fromPartner(scene, order, paying.payerId ?? '', quote(world, waiting, how))
    else receive(scene, order.customerId, paying.online ?? 0)
    return { orders: settle(scene, waiting, how).map((one) => orderState(world, one)) }
  },
}

/** What each way of paying wants of the account. */
function checkWay(
  { input, world, fail }: Paying,
  buyer: Account,
  { balance, online }: { readonly balance: number; readonly online: number },
) {
  const { by = 'balance', coupons = [], verificationCode } = input.body
  const { contractParty = ONLINE_PARTIES[0] as string } = buyer
  if (by === 'partner') {
    if (buyer.partnerId === undefined) fail('no-partner', `${buyer.name} has no partner who could pay.`)
    if (coupons.length > 0) fail('coupons-with-partner', '客户申请由合作伙伴提交并支付订单时,不能使用自己账号下的优惠券。')
    return
  }
  if (by !== 'balance' && !ONLINE_PARTIES.includes(contractParty))
    fail(
      'online-unavailable',
      `The contracting party of ${buyer.name} is ${contractParty}: only ${ONLINE_PARTIES.join(' and ')} can be paid online.`,
    )
  if (balance > buyer.balance)
    fail('balance-insufficient', `The balance of ${yuan(buyer.balance)} yuan is less than ${yuan(balance)}. RechargeAccount puts money in.`)
  if (by === 'balance-and-online' && balance > 0 && online > 0 && buyer.operationProtection === true)
    checkCode({ world, fail }, buyer, input.body.orders, verificationCode)
}

/** Writes into every order that its payment runs. Tells `order.payment-started` or `order.partner-asked`. */
function begin({ world, input }: Paying, buyer: Account, orders: readonly Order[], online: number): readonly Order[] {
  const { by = 'online', coupons, discount } = input.body
  const way = by === 'balance' ? 'online' : by
  const type = way === 'partner' ? 'order.partner-asked' : 'order.payment-started'
  return orders.map(({ id }) => {
    const paying = {
      by: way,
      since: world.clock.now(),
      orders: orders.map((order) => order.id),
      ...(way === 'partner' ? { payerId: buyer.partnerId ?? '' } : { online }),
      ...(coupons === undefined ? {} : { couponIds: coupons }),
      ...(discount === undefined ? {} : { discountId: discount }),
    }
    const started = world.orders.change(id, { paying })
    world.tell({ type, orderId: id, customerId: buyer.id })
    return started
  })
}

/** Money that came in from outside stands on the account for the moment in which the order is paid with it (inferred). */
function receive({ world }: Asking, accountId: string, amount: number): void {
  if (amount !== 0) recharge(world, accountId, amount)
}

/** The partner's money goes to the customer, who pays with it; the partner's balance has to reach. */
function fromPartner(scene: Asking, order: Order, payerId: string, due: number): void {
  const { world, fail } = scene
  const partner = world.accounts.get(payerId)
  if (!partner || partner.balance < due) {
    fail('balance-insufficient', `The balance of the partner (${yuan(partner?.balance ?? 0)} yuan) is less than ${yuan(due)}.`)
    return
  }
  if (due > 0) {
    world.accounts.change(payerId, { balance: partner.balance - due })
    world.tell({ type: 'account.charged', accountId: payerId, amount: due })
  }
  receive(scene, order.customerId, due)
}
