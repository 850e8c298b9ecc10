import { emitLicenceFact, nextCode } from '../../commerce/licences/licences.ts'
import type { Licence } from '../../world/entities/entities.ts'
import type { ConsoleBehaviours } from '../console-behaviour.ts'
import { iso, ownProduct, sellerOf } from './seller.ts'

/** Test licence codes (koogallery.md 8.2), for debugging activation and heartbeat. */
export const testLicences: ConsoleBehaviours<'ApplyForTestLicence' | 'ListTestLicences'> = {
  ApplyForTestLicence(context) {
    const { world, input, fail } = context
    const seller = sellerOf(context, input.path.seller)
    const product = ownProduct(context, seller, input.body.productId)
    if (product.kind !== 'licence')
      fail('not-a-licence', `${product.name} (${product.id}) is of kind ${product.kind}: it has no licence codes.`)
    const licence = world.transition('licences', nextCode(world), 'issue', {
      kind: 'code',
      sellerId: seller.id,
      productId: product.id,
      amount: 1,
      issuedAt: world.clock.now(),
      test: true,
    })
    emitLicenceFact(world, licence, 'licence.issued')
    return { licence: licenceState(licence) }
  },

  ListTestLicences(context) {
    const { world, input } = context
    const seller = sellerOf(context, input.path.seller)
    return { licences: [...world.licences.where('seller', seller.id)].filter(({ test }) => test === true).map(licenceState) }
  },
}

function licenceState({ id, status, productId, activatedAt, heartbeatAt }: Licence) {
  return {
    id,
    status,
    productId,
    ...(activatedAt === undefined ? {} : { activatedAt: iso(activatedAt) }),
    ...(heartbeatAt === undefined ? {} : { heartbeatAt: iso(heartbeatAt) }),
  }
}
