import { formatUtc, inShanghai } from '../../world/engine/calendar.ts'
import type { Product } from '../../world/entities/entities.ts'
import { offeringsOf } from '../../world/entities/goods.ts'
import type { World } from '../../world/world-api.ts'

/**
 * Counts an order that failed because of its seller's interface. When there are more in a calendar month than
 * `production.failedOrdersPerMonth`, the 商品 with all its offerings is withdrawn and the seller is notified (S-42).
 */
export function noteInterfaceFailure(world: World, productId: string): void {
  const product = world.products.get(productId)
  if (product?.sellerId === undefined) return
  const month = formatUtc(inShanghai(world.clock.now())).slice(0, 7)
  world.products.change(productId, { failures: { month, orders: failuresOf(product, month) + 1 } })
  const offerings = offeringsOf(world, world.products.get(productId)!)
  const failed = offerings.reduce((sum, one) => sum + failuresOf(one, month), 0)
  if (failed > world.setting('production.failedOrdersPerMonth')) withdraw(world, product.sellerId, offerings)
}

const failuresOf = ({ failures }: Product, month: string): number => (failures?.month === month ? failures.orders : 0)

function withdraw(world: World, sellerId: string, offerings: readonly Product[]): void {
  const withdrawable = offerings.filter(({ id }) => world.can('products', id, 'withdraw'))
  for (const { id: productId } of withdrawable) {
    world.transition('products', productId, 'withdraw')
    world.emit({ type: 'product.withdrawn', productId, sellerId, reason: 'interface-failures' })
  }
  const [first] = withdrawable
  if (first) world.emit({ type: 'seller.notified', sellerId, about: 'product-withdrawn', by: ['mail', 'sms', 'site'], productId: first.id })
}
