import { apiOf, isCalled } from '../../commerce/usage/app-codes.ts'
import type { components } from '../../spec/generated/console.ts'
import type { Resource } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'

/** How a buyer calls an API product, and the use that the gateway counted; undefined for other products. */
export function apiAccess(world: World, { id, productId }: Resource): components['schemas']['ApiAccess'] | undefined {
  const product = world.products.get(productId)
  if (!product || !isCalled(product)) return undefined
  const records = [...world.usage.where('resource-status', `${id}|accepted`), ...world.usage.where('resource-status', `${id}|billed`)]
  return {
    application: 'MARKETPLACE_APP',
    address: `/_sandbox/gateway/${apiOf(product)}`,
    appCodes: [...world.sellerKeys.where('resource', id)].map((key) => key.id),
    used: String(records.reduce((all, { value }) => all + value, 0) / 10_000),
  }
}
