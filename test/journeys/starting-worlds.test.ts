import { describe, expect, test } from 'vitest'
import { startSandbox } from '../../src/index.ts'
import type { Order } from '../../src/world/entities/entities.ts'
import { auditedTest, watchful } from '../helpers/audited.ts'
import { agreedView } from '../helpers/order-views.ts'

/** The numbers by which billing shows the states of orders (S-06); OrderV5 alone knows the others. */
const BSS_STATUS: Readonly<Partial<Record<Order['status'], number>>> = {
  'pending-payment': 6,
  processing: 3,
  cancelled: 4,
  completed: 5,
  'to-review': 1,
  'to-refund': 2,
  'to-confirm': 9,
}

const yuan = (fen: number) => (fen / 100).toFixed(2)

auditedTest.for(['default', 'every-state', 'trouble'])(
  'billing and console tell the same of every order of %s',
  async (start, { sandbox }) => {
    const world = sandbox.worlds.open(`seen-${start}`, start)
    expect(world.orders.size).toBeGreaterThan(20)
    for (const order of world.orders.all()) {
      const url = `${sandbox.url}/_sandbox/console/orders/${order.id}?world=${world.name}`
      const shown = (await (await fetch(url)).json()) as { order: { status: string; afterDiscount: string; resources: unknown[] } }
      expect(shown.order, order.id).toMatchObject({ status: order.status, afterDiscount: yuan(order.amounts.afterDiscount) })
      expect(shown.order.resources, order.id).toHaveLength(order.resourceIds.length)
      const status = BSS_STATUS[order.status]
      if (status === undefined || world.accounts.get(order.customerId)?.print !== 'buyer') continue
      const told = await sandbox.call('bss.ShowCustomerOrderDetails', { world: world.name, path: { order_id: order.id } })
      const { order_info: info } = told.body as { order_info: { status: number; amount_after_discount: number } }
      expect([info.status, info.amount_after_discount], order.id).toEqual([status, order.amounts.afterDiscount / 100])
    }
  },
)

auditedTest.for(['default', 'every-state', 'trouble', 'busy'])(
  'a year passes over %s without a contradiction',
  async (start, { sandbox }) => {
    const world = sandbox.worlds.open(`year-of-${start}`, start)
    await world.clock.pass('P1Y')
    expect(world.clock.iso()).toBe('2027-01-01T00:00:00Z')
    expect(
      [...world.orders.all()].filter(({ status, paymentDeadline }) => status === 'pending-payment' && paymentDeadline !== undefined),
    ).toEqual([])
  },
)

/** States that billing has no number for. */
const UNSEEN: readonly Order['status'][] = ['initialised', 'compensating', 'to-approve', 'to-pick-up', 'exchanging', 'seller-to-receive']

describe.each(['default', 'every-state', 'trouble'])(
  'billing, console and the seller agree on what was bought of sellers in %s',
  (start) => {
    test('order by order', async () => {
      const watch = watchful()
      await using sandbox = await startSandbox({ world: start, onWorld: watch.onWorld })
      const { world } = sandbox
      const buyer = [...world.accounts.all()].find(({ print }) => print === 'buyer')!
      const sold = [...world.orders.where('customer', buyer.id)].filter(
        ({ lines, status }) =>
          lines.every(({ productId }) => world.products.get(productId)?.sellerId !== undefined) && !UNSEEN.includes(status),
      )
      expect(sold.length).toBeGreaterThan(3)
      for (const { id, amounts } of sold) expect((await agreedView(sandbox, id)).afterDiscount).toBe(amounts.afterDiscount)
      watch.expectSound()
    })
  },
)
