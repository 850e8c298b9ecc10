import type { SellerKey } from '../../world/entities/entities.ts'
import type { ConsoleBehaviours } from '../console-behaviour.ts'
import { sellerOf } from './seller.ts'

/** Keys of the seller's interfaces (Key值/accessKey): each interface has its own key (koogallery.md 1). */
export const sellerKeys: ConsoleBehaviours<'ListSellerKeys' | 'CreateSellerKey' | 'RemoveSellerKey'> = {
  ListSellerKeys(context) {
    const seller = sellerOf(context, context.input.path.seller)
    return { keys: [...context.world.sellerKeys.where('account', seller.id)].map(keyShown) }
  },

  CreateSellerKey(context) {
    const { world, input, fail } = context
    const seller = sellerOf(context, input.path.seller)
    const { use, secret } = input.body
    const present = world.sellerKeys.where('use', `${seller.id}|${use}`).first()
    if (present) fail('key-exists', `"${seller.name}" has the key ${present.id} for ${use}. RemoveSellerKey takes it away.`)
    const twin = secret === undefined ? undefined : world.sellerKeys.where('secret', secret).first()
    if (twin) fail('key-bound-elsewhere', `That key is ${twin.id}, bound to ${twin.use}. Give another, or none: one is made then.`)
    const key = world.sellerKeys.put({
      id: `key-${world.ids.next('seller-key')}`,
      accountId: seller.id,
      use,
      secret: secret ?? world.ids.uuid('seller-key-secret'),
    })
    world.emit({ type: 'seller-key.created', keyId: key.id, sellerId: seller.id, use })
    return { key: keyShown(key) }
  },

  RemoveSellerKey({ world, input, fail }) {
    const key =
      world.sellerKeys.get(input.path.keyId) ?? fail('unknown-key', `There is no key "${input.path.keyId}" in world "${world.name}".`)
    world.sellerKeys.delete(key.id)
    world.emit({ type: 'seller-key.removed', keyId: key.id, sellerId: key.accountId, use: key.use })
    return { key: keyShown(key) }
  },
}

function keyShown({ id, use, secret }: SellerKey) {
  return { id, use, secret }
}
