import type { operations } from '../../spec/generated/koogallery.ts'
import type { Agreement, Product } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import type { Behaviour, BehaviourContext } from '../behaviour.ts'
import { SUCCESS } from './buyers-own.ts'

/** The agreements that an order of the offering has to name (bss-and-auth.md 11). */
export const showAgreements: Behaviour<operations['ShowSubscriptionAgreements']> = (context) => {
  const product = offeringOf(context, context.input.body.offering_id)
  const agreements = agreementsOf(context.world, product).map(({ id, version, name, language, url, content }) => ({
    agreement_id: id,
    version,
    name,
    language,
    ...(url === undefined ? {} : { url }),
    ...(content === undefined ? {} : { content }),
  }))
  return { ...SUCCESS, data: { agreements } }
}

/** The seller's product with an offering id, else 400. */
export function offeringOf({ world, fail }: Pick<BehaviourContext, 'world' | 'fail'>, id: string): Product {
  const product = world.products.get(id)
  return product?.sellerId === undefined ? fail('400') : product
}

/** The agreements for one product: those for all products and those for this one. */
export function agreementsOf(world: World, { id }: Product): readonly Agreement[] {
  return [...world.agreements.all()].filter(({ productIds }) => productIds?.includes(id) ?? true)
}
