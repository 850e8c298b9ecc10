import { expect, test } from 'vitest'
import type { Coupon, Discount } from '../../src/world/entities/entities.ts'
import { forSeeds, type Seeded } from '../helpers/seeded.ts'
import { bssShop } from '../services/bss/bss-shop.ts'

type Shop = ReturnType<typeof bssShop>
interface Priced {
  readonly official_amount: number
  readonly amount_after_discount: number
  readonly amount_info: {
    readonly discounts: readonly { readonly discount_amount: number }[]
    readonly coupon_amount: number
    readonly flexipurchase_coupon_amount: number
    readonly stored_card_amount: number
  }
}

const fen = (yuan: number) => {
  const cents = Math.round(yuan * 100)
  // No answer carries fractions of a fen.
  expect(Math.abs(yuan * 100 - cents)).toBeLessThan(1e-6)
  return cents
}
const total = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0)
const coupons = ({ amount_info: info }: Priced) =>
  fen(info.coupon_amount) + fen(info.flexipurchase_coupon_amount) + fen(info.stored_card_amount)

/** official - discounts = after discount, and coupons pay no more than that. Returns what is left for cash. */
function cashOf(one: Priced): number {
  const off = total(one.amount_info.discounts.map(({ discount_amount }) => fen(discount_amount)))
  expect(fen(one.official_amount) - off).toBe(fen(one.amount_after_discount))
  expect(coupons(one)).toBeLessThanOrEqual(fen(one.amount_after_discount))
  return fen(one.amount_after_discount) - coupons(one)
}

/** An order of some lines, which with luck is a part of a combined transaction, and with what it is paid. */
function shopping(shop: Shop, random: Seeded) {
  const products = ['vm-month', 'disk-month']
  for (const id of products) shop.world.products.change(id, { price: 1 + random.int(12_345) })
  const together = random.int(3) === 0 ? 'CS2601010800COMBI' : undefined
  const orders = Array.from({ length: together ? 3 : 1 }, () =>
    shop.place('vm-month', {
      lines: Array.from({ length: 1 + random.int(4) }, () => {
        return {
          productId: random.pick(products),
          quantity: 1 + random.int(9),
          periodType: 'month',
          periodNum: 1 + random.int(11),
        } as const
      }),
      ...(together ? { combinedId: together } : {}),
    }),
  )
  const kinds: readonly Omit<Discount, 'id' | 'customerId' | 'type'>[] = [{ ratio: (1 + random.int(999)) / 1000 }, { off: random.int(9999) }, { fixed: 777 }] // biome-ignore format: one thought
  const discount = random.int(2) === 0 ? shop.world.discounts.put({ id: 'D', customerId: shop.buyer().id, type: random.pick([0, 2, 3] as const), ...random.pick(kinds) }) : undefined // biome-ignore format: one thought
  const types = ([301, 302, 303] as const).filter(() => random.int(2) === 0)
  const picked = types.map((type: Coupon['type']) => shop.coupon(`C${type}`, type, 1 + random.int(50_000)))
  return { id: together ?? orders[0]!.id, orders, discount, picked }
}

test('whatever is ordered, taken off and given back: every answer adds up to the fen', { timeout: 60_000 }, () => {
  forSeeds(60, (random) => {
    const shop = bssShop()
    const { id, orders, discount, picked } = shopping(shop, random)
    shop.world.accounts.change(shop.buyer().id, { balance: 100_000_000 })
    const answer = shop.pay(id, {
      ...(discount ? { use_discount: 'YES', discount_infos: [{ id: 'D', type: discount.type }] } : {}),
      ...(picked.length > 0 ? { use_coupon: 'YES', coupon_infos: picked.map((one) => ({ id: one.id, type: one.type })) } : {}),
    })
    // A reduction that comes to nothing does not apply.
    if (answer.status === 400) expect([answer.body.error_code, discount !== undefined]).toEqual(['CBC.99003108', true])
    if (answer.status === 400) return

    const shown = shop.shown(id)
    const cash = cashOf(shown)
    expect(cash).toBe(100_000_000 - shop.buyer().balance)
    expect(coupons(shown)).toBe(total(picked.map((one) => one.balance - shop.world.coupons.get(one.id)!.balance)))
    const parts: readonly (readonly Priced[])[] = [shown.items, ...(orders.length > 1 ? [shown.sub_order_infos] : [])]
    for (const part of parts) {
      expect(total(part.map(cashOf))).toBe(cash)
      expect(total(part.map((one) => fen(one.official_amount)))).toBe(fen(shown.official_amount))
      expect(total(part.map((one) => fen(one.amount_after_discount)))).toBe(fen(shown.amount_after_discount))
    }

    giveBack(
      shop,
      random,
      orders.flatMap((order) => shop.world.orders.get(order.id)!.resourceIds),
      cash,
    )
  })
})

/** All resources go back after some time: refunds are negative, and with what was consumed they come to what was paid in cash. */
function giveBack(shop: Shop, random: Seeded, resources: readonly string[], cash: number): void {
  shop.world.clock.advance(random.pick(['5s', '4d', '6d', '20d']))
  const before = shop.buyer().balance
  const ids = resources.flatMap((one) => {
    const { body } = shop.ask('CancelResourcesSubscription', { body: { resource_ids: [one], unsubscribe_type: 1 } })
    return body.order_ids as string[]
  })
  shop.world.clock.advance('5s')
  const refunds = ids.map((order_id) => ({ listed: shop.shown(order_id), ...refundOf(shop, order_id) }))
  for (const { listed, paidBack } of refunds) {
    expect(fen(listed.amount_after_discount)).toBe(paidBack)
    expect(fen(listed.official_amount)).toBe(paidBack)
    expect(paidBack).toBeLessThanOrEqual(0)
    expect(total(listed.items.map((item: Priced) => fen(item.amount_after_discount)))).toBe(paidBack)
  }
  expect(total(refunds.map(({ paidBack }) => -paidBack))).toBe(shop.buyer().balance - before)
  expect(total(refunds.map(({ paidBack, consumed }) => consumed - paidBack))).toBe(cash)
}

function refundOf(shop: Shop, order_id: string) {
  const { refund_infos } = shop.ask('ShowRefundOrderDetails', { query: { order_id } }).body
  const amounts = refund_infos.map(({ amount }: { amount: number }) => fen(amount)) as number[]
  return { paidBack: total(amounts.filter((one) => one < 0)), consumed: total(amounts.filter((one) => one > 0)) }
}
