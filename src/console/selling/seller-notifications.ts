import type { Notification } from '../../world/entities/entities.ts'
import { notifiedAddress, ruleOfGoods } from '../../world/entities/seller-address.ts'
import type { ConsoleBehaviours } from '../console-behaviour.ts'
import { iso, ownProduct, sellerOf } from './seller.ts'
import { addressById, addressShown } from './seller-addresses.ts'

/** Order notification (订单通知): which orders are notified where (S-15 to S-17). */
export const notifications: ConsoleBehaviours<'SetNotification' | 'ListNotifications' | 'RemoveNotification' | 'ShowNotifiedAddress'> = {
  SetNotification(context) {
    const { world, input, fail } = context
    const seller = sellerOf(context, input.path.seller)
    const { addressId, accessTypes = [], productIds = [] } = input.body
    const address = addressById(context, addressId)
    if (address.sellerId !== seller.id) fail('unknown-address', `"${seller.name}" has no production address "${addressId}".`)
    if (address.use !== 'notification')
      fail('wrong-use', `${address.url} is set for ${address.use}; SetAddress makes one for notification.`)
    if (address.debuggedAt === undefined)
      fail('not-debugged', `${address.url} was not debugged since it was set. NoteDebugged says that it was.`)
    if (accessTypes.length + productIds.length === 0)
      fail('bad-request', 'Name access types (accessTypes), products (productIds), or both.')
    const bind = (scope: Pick<Notification, 'accessType' | 'productId'>, name: string, rival: Notification | undefined): Notification => {
      if (rival) {
        const where = world.addresses.get(rival.addressId)?.url ?? rival.addressId
        fail('already-bound', `Orders of ${name} are notified to ${where} (${rival.id}). RemoveNotification comes first.`)
      }
      const id = `notification-${world.ids.next('notification')}`
      const rule = world.notifications.put({ id, sellerId: seller.id, addressId, ...scope, createdAt: world.clock.now() })
      world.emit({ type: 'notification.set', notificationId: id, sellerId: seller.id })
      return rule
    }
    const images = world.setting('console.notifyImages')
    const hint = 'The setting console.notifyImages allows it.'
    const byType = accessTypes.map((accessType) => {
      if (accessType === 'image' && !images) fail('no-notification-for-images', `The access type image cannot be notified. ${hint}`)
      return bind({ accessType }, accessType, world.notifications.where('accessType', `${seller.id}|${accessType}`).first())
    })
    const byProduct = productIds.map((text) => {
      const product = ownProduct(context, seller, text)
      const productId = product.id
      if (product.kind === 'image' && !images)
        fail('no-notification-for-images', `Product ${productId} (${product.name}) is an image. ${hint}`)
      return bind({ productId }, `${product.name} (${productId})`, ruleOfGoods(world, product))
    })
    return { notifications: [...byType, ...byProduct].map(ruleShown) }
  },

  ListNotifications(context) {
    const seller = sellerOf(context, context.input.path.seller)
    return { notifications: [...context.world.notifications.where('seller', seller.id)].map(ruleShown) }
  },

  RemoveNotification({ world, input, fail }) {
    const { notificationId } = input.path
    const rule =
      world.notifications.get(notificationId) ??
      fail('unknown-notification', `There is no notification rule "${notificationId}" in world "${world.name}".`)
    world.notifications.delete(rule.id)
    world.emit({ type: 'notification.removed', notificationId: rule.id, sellerId: rule.sellerId })
    return { notification: ruleShown(rule) }
  },

  ShowNotifiedAddress({ world, input, fail }) {
    const { orderId } = input.path
    const order = world.orders.get(orderId) ?? fail('unknown-order', `There is no order "${orderId}" in world "${world.name}".`)
    const found = notifiedAddress(world, order)
    return { orderId, notified: found !== undefined, ...(found ? { by: found.by, address: addressShown(found.address) } : {}) }
  },
}

function ruleShown({ id, addressId, accessType, productId, createdAt }: Notification) {
  return {
    id,
    addressId,
    // The schema has no access type for Huawei Cloud's own services, and none can be bound.
    ...(accessType === undefined || accessType === 'cloud-service' ? {} : { accessType }),
    ...(productId === undefined ? {} : { productId }),
    createdAt: iso(createdAt),
  }
}
