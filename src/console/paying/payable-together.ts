import { orderRefusal, type PayRefusal } from '../../commerce/payment/may-pay.ts'
import type { Order, OrderStatus } from '../../world/entities/entities.ts'
import type { CheckContext } from '../console-behaviour.ts'
import { orderOf } from '../subjects.ts'

/** 合并支付勾选的订单数最多不能超过30个 (S-12). */
const TOGETHER = 30

/** The orders with these numbers, if they belong to one buyer and can be paid together now; else the vendor's refusal (S-12). */
export function payableTogether(context: CheckContext, numbers: readonly string[]): readonly Order[] {
  if (numbers.length > TOGETHER) context.fail('too-many-orders', `合并支付勾选的订单数最多不能超过30个。 (${numbers.length} were given.)`)
  const orders = numbers.map((number) => orderOf(context, number))
  if (new Set(orders.map((order) => order.customerId)).size > 1)
    context.fail('different-customers', 'Orders that are paid together belong to one buyer; these belong to several.', {
      orders: [...numbers],
    })
  checkTogether(context, orders)
  return orders
}

/** The same check for orders that were already looked up. */
export function checkTogether({ world, fail }: CheckContext, orders: readonly Order[]): void {
  const siblings = orders.flatMap(({ combinedId, customerId }) =>
    combinedId === undefined ? [] : [...world.orders.where('combined', combinedId)].filter((order) => order.customerId === customerId),
  )
  const all = [...new Map([...orders, ...siblings].map((order) => [order.id, order])).values()]
  const refuse = (key: string, text: string, among: readonly Order[], statuses: readonly OrderStatus[]) => {
    const numbers = among.filter(({ status }) => statuses.includes(status)).map((order) => order.id)
    if (numbers.length > 0) fail(key, `${text} (${numbers.join(', ')})`, { orders: numbers })
  }
  // An order of the same combined purchase blocks the payment while it is under review, even when it was not selected.
  refuse('order-to-review', TO_REVIEW, all, ['to-review', 'to-approve'])
  refuse('order-to-confirm', TO_CONFIRM, all, ['to-confirm'])
  const hindered = orderRefusal(world, orders)
  if (!hindered) return
  const numbers = (hindered.blocking ?? orders).map((order) => order.id)
  const [key, text] = PROBLEM[hindered.refused] ?? CHANGED
  fail(key, `${text} (${numbers.join(', ')})`, { orders: numbers })
}

const CHANGED = ['order-changed', '订单状态已变更的订单不能再进行支付。'] as const
const PROBLEM: Readonly<Partial<Record<PayRefusal, readonly [key: string, text: string]>>> = {
  combined: ['bought-together', '商品组合购买生成的多个订单,需要一同支付。 Missing:'],
  'being-paid': ['being-paid', 'A payment is on its way. FinishPayment says how it ended.'],
}

const TO_REVIEW = '以下订单需要通过审核才能支付,请耐心等待审核,审核通过后我们将发送通知您账号绑定的手机和邮件,收到通知后您可以继续支付订单'
const TO_CONFIRM = '订单待确认。如果是客户,请联系客户经理到CRM系统确认订单;如果是客户经理,则可单击“返回CRM”确认订单。'
