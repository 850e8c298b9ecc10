import { beforeEach, describe, expect, test } from 'vitest'
import { builtInBundle, specsOf } from '../../../src/spec/schema/cache.ts'
import { bssShop } from './bss-shop.ts'

type Shop = ReturnType<typeof bssShop>
let shop: Shop
beforeEach(() => {
  shop = bssShop({ witness: true })
})

const renew = (id: string, more: object = {}) =>
  shop.ask('RenewalResources', { body: { resource_ids: [id], period_type: 2, period_num: 1, expire_policy: 0, ...more } })
const unsubscribe = (id: string, more: object = {}) =>
  shop.ask('CancelResourcesSubscription', { body: { resource_ids: [id], unsubscribe_type: 1, ...more } })
const cancel = (order_id: string) => shop.ask('CancelCustomerOrder', { body: { order_id } })
const autoRenewal = (resource_id: string, on = true, period_type?: string) =>
  shop.ask(on ? 'AutoRenewalResources' : 'CancelAutoRenewalResources', {
    path: { resource_id },
    ...(period_type === undefined ? {} : { body: { period_type } }),
  })

/** A resource in another state than buying leads to. */
const inState = (event: 'freeze' | 'expire' | 'close') => shop.world.transition('resources', shop.bought(), event).id
const attached = () => {
  const main = shop.bought()
  return shop.world.resources.put({ ...shop.world.resources.get(main)!, id: 'disk', mainResourceId: main }).id
}
const combined = () => shop.place('vm-month', { combinedId: 'CS2601010800COMBI' }).id
const others = () => shop.place('vm-month', { customerId: shop.who('other').id }).id
const paid = () => {
  const { id } = shop.place()
  shop.pay(id)
  return id
}
const late = () => {
  const { id } = shop.place()
  shop.world.clock.advance('P8D')
  return id
}
const cancelled = () => {
  const { id } = shop.place()
  cancel(id)
  return id
}
const poor = (id: string) => {
  shop.world.accounts.change(shop.buyer().id, { balance: 0 })
  return id
}
/** Does something first, then hands the resource on. */
const having = (id: string, first: (id: string) => unknown) => {
  first(id)
  return id
}
const details = (order_id: string, more: object = {}) => shop.ask('ShowCustomerOrderDetails', { path: { order_id }, ...more })

const ROWS: [when: string, act: () => { status: number; body: unknown }, code: string][] = [
  ['details of an unknown order', () => details('CS0'), 'CBC.30000010'],
  ['details of another customer’s order', () => details(others()), 'CBC.30000010'],
  ['details with a strange reseller', () => details(shop.place().id, { query: { indirect_partner_id: 'x' } }), 'CBC.99000037'],
  [
    'refund of a strange reseller’s customer',
    () => shop.ask('ShowRefundOrderDetails', { query: { order_id: 'x', indirect_partner_id: 'x' } }),
    'CBC.99000037',
  ],
  ['paying an unknown order', () => shop.pay('CS0'), 'CBC.30000010'],
  ['paying another customer’s order', () => shop.pay(others()), 'CBC.30000010'],
  ['paying twice', () => shop.pay(paid()), 'CBC.99003106'],
  ['paying what was cancelled', () => shop.pay(cancelled()), 'CBC.99003106'],
  ['paying what is under review', () => shop.pay(shop.place('vm-month', { event: 'place-for-review' }).id), 'CBC.99003106'],
  ['paying what is to be confirmed', () => shop.pay(shop.place('vm-month', { event: 'place-for-confirmation' }).id), 'CBC.99003106'],
  ['paying after the deadline', () => shop.pay(late()), 'CBC.99003110'],
  ['paying more than there is', () => shop.pay(poor(shop.place().id)), 'CBC.99005003'],
  ['paying one of several bought together', () => shop.pay(combined()), 'CBC.99000089'],
  ['cancelling another customer’s order', () => cancel(others()), 'CBC.0100'],
  ['cancelling an unknown order', () => cancel('CS0'), 'CBC.0100'],
  ['cancelling a paid order', () => cancel(paid()), 'CBC.99005010'],
  ['cancelling twice', () => cancel(cancelled()), 'CBC.99005010'],
  ['cancelling one of several bought together', () => cancel(combined()), 'CBC.99000089'],
  ['discounts of an unknown order', () => shop.ask('ListOrderDiscounts', { query: { order_id: 'CS0' } }), 'CBC.30000010'],
  ['coupons of an unknown order', () => shop.ask('ListOrderCouponsByOrderId', { query: { order_id: 'CS0' } }), 'CBC.30000010'],
  ['refund of a purchase', () => shop.ask('ShowRefundOrderDetails', { query: { order_id: shop.place().id } }), 'CBC.99005026'],
  ['renewing what does not exist', () => renew('none'), 'CBC.99003016'],
  ['renewing what was given back', () => renew(inState('close')), 'CBC.99003016'],
  ['renewing an attached resource', () => renew(attached()), 'CBC.30010036'],
  ['renewing by the year what is sold by the month', () => renew(shop.bought('disk-month'), { period_type: 3 }), 'CBC.30010069'],
  ['renewing for four years', () => renew(shop.bought(), { period_type: 3, period_num: 4 }), 'CBC.99000092'],
  ['renewing twice without paying', () => renew(having(shop.bought(), renew)), 'CBC.99003100'],
  ['renewing while a renewal is in process', () => renew(having(shop.bought(), (id) => renew(id, { is_auto_pay: 1 }))), 'CBC.99003144'],
  ['renewing with automatic payment and no money', () => renew(poor(shop.bought()), { is_auto_pay: 1 }), 'CBC.30050006'],
  ['renewing the same resource twice at once', () => renew('a', { resource_ids: ['a', 'a'] }), 'CBC.0100'],
  ['unsubscribing what does not exist', () => unsubscribe('none'), 'CBC.99003012'],
  ['unsubscribing what was given back', () => unsubscribe(inState('close')), 'CBC.30000067'],
  ['unsubscribing an attached resource', () => unsubscribe(attached()), 'CBC.99003185'],
  ['unsubscribing a frozen resource', () => unsubscribe(inState('freeze')), 'CBC.99003656'],
  ['unsubscribing a KooGallery service', () => unsubscribe(shop.bought('crm-month')), 'CBC.99003650'],
  ['unsubscribing a trial', () => unsubscribe(shop.bought('vm-month', { type: 'trial' })), 'CBC.99003649'],
  ['unsubscribing with an unpaid renewal', () => unsubscribe(having(shop.bought(), renew)), 'CBC.99003100'],
  [
    'unsubscribing while a renewal is in process',
    () => unsubscribe(having(shop.bought(), (id) => renew(id, { is_auto_pay: 1 }))),
    'CBC.99003651',
  ],
  ['unsubscribing twice at once', () => unsubscribe(having(shop.bought(), unsubscribe)), 'CBC.99003651'],
  ['giving renewals back that are not there', () => unsubscribe(shop.bought(), { unsubscribe_type: 2 }), 'CBC.99003128'],
  ['automatic renewal of what does not exist', () => autoRenewal('none'), 'CBC.99003012'],
  ['automatic renewal of an expired resource', () => autoRenewal(inState('expire')), 'CBC.99003602'],
  ['automatic renewal of a frozen resource', () => autoRenewal(inState('freeze')), 'CBC.99003602'],
  ['switching off what does not exist', () => autoRenewal('none', false), 'CBC.99003012'],
  ['switching off what is not on', () => autoRenewal(shop.bought(), false), 'CBC.99003605'],
  ['a null list of ids, when the setting refuses it', () => nullIds('refused'), 'CBC.0100'],
  ['an empty service type', () => shop.ask('ListPayPerUseCustomerResources', { body: { service_type_code: '' } }), 'CBC.0100'],
  ...moreRows(),
]

/** Rules that starting worlds switch on. */
function moreRows(): typeof ROWS {
  const bundle = (first: (id: string) => { status: number; body: unknown }) => {
    const [one, other] = [shop.bought(), shop.bought()]
    for (const id of [one, other]) shop.world.resources.change(id, { bundleId: 'bundle-1' })
    return first(one)
  }
  const unreturnable = (why: 'package' | 'savings-plan' | 'devcloud-package') => {
    const id = shop.bought()
    shop.world.products.change('vm-month', { unreturnable: why })
    return unsubscribe(id)
  }
  const withAddOn = () => {
    const id = shop.bought()
    const main = shop.world.resources.get(id)!
    shop.world.resources.put({ ...main, id: 'add-on', instanceId: 'add-on', productId: 'disk-month', mainResourceId: id })
    shop.world.products.change('disk-month', { unreturnable: 'bandwidth-add-on' })
    renew(id, { is_auto_pay: 1 })
    shop.world.clock.advance('5s')
    return unsubscribe(id, { unsubscribe_type: 2 })
  }
  const invoiced = () => {
    const id = shop.bought()
    shop.world.orders.change(shop.world.resources.get(id)!.orderId, { invoiced: true })
    return unsubscribe(id)
  }
  const tooFar = () => {
    shop.world.set('bss.longestDuration', 'P1Y')
    return renew(shop.bought(), { period_num: 11 })
  }
  return [
    ['renewing one of a bundle', () => bundle(renew), 'CBC.99003634'],
    ['renewing further than is allowed', tooFar, 'CBC.99003154'],
    ['unsubscribing one of a bundle', () => bundle(unsubscribe), 'CBC.99003185'],
    ['unsubscribing a package without refund', () => unreturnable('package'), 'CBC.99003647'],
    ['unsubscribing a savings plan', () => unreturnable('savings-plan'), 'CBC.30000053'],
    ['unsubscribing a DevCloud package', () => unreturnable('devcloud-package'), 'CBC.99003652'],
    ['giving renewals back while a bandwidth add-on is attached', withAddOn, 'CBC.99003654'],
    ['automatic renewal for a period that is not sold', () => autoRenewal(shop.bought('disk-month'), true, 'YEAR'), 'CBC.0100'],
    ['unsubscribing what was invoiced', invoiced, 'CBC.99003643'],
    ['cancelling with a body that is none', () => shop.ask('CancelCustomerOrder', { body: {} }), 'CBC.0100'],
    ['refund of no order at all', () => shop.ask('ShowRefundOrderDetails'), 'CBC.0100'],
    ['unsubscribing nothing', () => unsubscribe('x', { resource_ids: [] }), 'CBC.0100'],
  ]
}

describe('every natural refusal comes with the vendor’s code and changes nothing', () => {
  test.each(ROWS)('%s', (_, act, error_code) => {
    expect(act()).toMatchObject({ status: 400, body: { error_code } })
    expect(shop.lastTouched()).toBe(false)
  })

  test('a refused renewal of several places no order for the others', () => {
    const id = shop.bought()
    const before = shop.world.orders.size
    expect(renew(id, { resource_ids: [id, 'none'] })).toMatchObject({ status: 400, body: { error_code: 'CBC.99003016' } })
    expect(shop.world.orders.size).toBe(before)
  })

  test('what cannot become on-demand is told for each resource, with 200', () => {
    const [good, frozen] = [shop.bought(), inState('freeze')]
    const { status, body } = shop.ask('UpdatePeriodToOnDemand', { body: { operation: 'SET_UP', resource_ids: [good, frozen, 'none'] } })
    expect(status).toBe(200)
    expect(body.error_details).toEqual([
      { error_code: 'CBC.99003625', error_msg: 'The resource is frozen by the police.', id: frozen },
      { error_code: 'CBC.0100', error_msg: 'Parameter error.', id: 'none' },
    ])
  })
})

/** Defects of the vendor's, the door's own refusal, and codes whose meaning is not published. */
const ELSEWHERE = ['CBC.0999', 'CBC.0151', 'CBC.99006066', 'CBC.30010035', 'CBC.99003652', 'CBC.99003654']

test.each(['bss.CancelCustomerOrder', 'bss.RenewalResources', 'bss.CancelResourcesSubscription', 'bss.ShowRefundOrderDetails'])(
  'there is a way to every error that %s documents',
  (operation) => {
    const reached = new Set(ELSEWHERE)
    for (const [, act, code] of ROWS) {
      shop = bssShop()
      act()
      if (shop.lastAsked() === operation) reached.add(code)
    }
    expect([...specsOf(builtInBundle()).operation(operation).errors.keys()].filter((code) => !reached.has(code))).toEqual([])
  },
)

test('bundles are renewed and given back as long as they come whole', () => {
  const both = [shop.bought(), shop.bought()]
  for (const id of both) shop.world.resources.change(id, { bundleId: 'bundle-1' })
  expect(renew('', { resource_ids: both, is_auto_pay: 1 }).status).toBe(200)
  shop.world.clock.advance('5s')
  expect(unsubscribe('', { resource_ids: both }).status).toBe(200)
})

test('a frozen account changes nothing to on-demand', () => {
  const id = shop.bought()
  shop.world.accounts.change(shop.buyer().id, { frozen: true })
  const { body } = shop.ask('UpdatePeriodToOnDemand', { body: { operation: 'SET_UP', resource_ids: [id] } })
  expect(body.error_details).toMatchObject([{ error_code: 'CBC.99003626', id }])
})

const nullIds = (how: 'ignored' | 'refused') => {
  shop.world.set('bss.nullResourceIds', how)
  return shop.ask('ListPayPerUseCustomerResources', { body: { resource_ids: null } })
}

test('settings choose between the page and the SDK', () => {
  expect(nullIds('ignored').status).toBe(200)
  shop.world.set('bss.renewExpirePolicy', 'optional')
  expect(renew(shop.bought(), { expire_policy: undefined }).status).toBe(200)
  const use_no = { use_coupon: 'NO', coupon_infos: [{ id: 'x', type: 301 }] }
  shop.world.set('bss.payWithNo', 'refused')
  const { id } = shop.place()
  expect(shop.pay(id, use_no)).toMatchObject({ status: 400, body: { error_code: 'CBC.0100' } })
  shop.world.set('bss.payWithNo', 'ignored')
  expect(shop.pay(id, use_no).status).toBe(204)
  shop.world.set('bss.payDiscountTypes', 'sdk')
  shop.world.discounts.put({ id: 'D', customerId: shop.buyer().id, type: 609, off: 1000 })
  const second = shop.place().id
  expect(shop.pay(second, { use_discount: 'YES', discount_infos: [{ id: 'D', type: 609 }] }).status).toBe(204)
  expect(shop.shown(second)).toMatchObject({
    amount_after_discount: 290,
    amount_info: { discounts: [{ discount_type: '609', discount_amount: 10 }] },
  })
})
