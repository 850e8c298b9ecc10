import { expect } from 'vitest'
import { type Placement, placeOrder } from '../../../src/commerce/ordering/place.ts'
import type { Coupon, Order } from '../../../src/world/entities/entities.ts'
import { type Asked, bssWorld } from './bss-world.ts'

/** What a buyer does all day, each in one word. */
export function bssShop(options?: { readonly witness?: boolean }) {
  const server = bssWorld(options)
  const { world, who, thing } = server
  const ask = (id: string, asked?: Asked) => server.ask(id, asked)
  const buyer = () => who('buyer')

  /** An order for three months of a product, waiting for payment. */
  const place = (productId = 'vm-month', more: Partial<Placement> = {}): Order =>
    placeOrder(world, {
      customerId: buyer().id,
      type: 'new',
      serviceType: thing(productId).serviceType,
      lines: [{ productId, quantity: 1, periodType: 'month', periodNum: 3 }],
      ...more,
    })

  const pay = (order_id: string, more: object = {}) =>
    ask('PayOrders', { body: { order_id, use_coupon: 'NO', use_discount: 'NO', ...more } })

  /** An order as the list and the details show it, which must agree. */
  const shown = (order_id: string) => {
    const details = ask('ShowCustomerOrderDetails', { path: { order_id } }).body
    const [listed] = ask('ListCustomerOrders', { query: { order_id } }).body.order_infos
    const { enterprise_projects: _, sub_order_infos: __, ...common } = listed
    expect(details.order_info).toMatchObject(common)
    return { ...listed, items: details.order_line_items }
  }

  /** Buys, pays and waits until the resource is there; its id. */
  const bought = (productId?: string, more?: Partial<Placement>): string => {
    const { id } = place(productId, { autoPay: true, ...more })
    world.clock.advance('5s')
    return world.orders.get(id)?.resourceIds[0] ?? ''
  }

  const coupon = (id: string, type: Coupon['type'], balance: number, more: Partial<Coupon> = {}) =>
    world.coupons.put({
      ...{ id, code: id, customerId: buyer().id, type, faceValue: balance, balance, planName: '新客', planDesc: '满减', effectiveAt: 0 },
      ...{ expireAt: Date.UTC(2027, 0, 1), createdAt: 0, status: 'usable', version: 2, usage: '新购', limits: [], ...more },
    })

  const resources = (body: object = {}) => ask('ListPayPerUseCustomerResources', { body }).body
  return {
    world,
    who,
    lastTouched: server.lastTouched,
    lastAsked: server.lastAsked,
    ask,
    buyer,
    place,
    pay,
    shown,
    bought,
    coupon,
    resources,
  }
}
