import type { Order, Recipient } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'

/** The recipient of ordered hardware: as the buyer entered it, else the account's own name with a sample address (inferred). */
export function recipientOf(world: World, { recipient, customerId }: Pick<Order, 'recipient' | 'customerId'>): Recipient {
  const name = world.accounts.get(customerId)?.displayName ?? customerId
  return recipient ?? { name, phone: '13800000000', address: '广东省深圳市龙岗区坂田街道' }
}
