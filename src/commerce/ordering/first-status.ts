import type { Product } from '../../world/entities/entities.ts'
import type { PlaceEvent } from './place.ts'

const PLACE_EVENT: Readonly<Record<NonNullable<Product['needs']>, PlaceEvent>> = {
  review: 'place-for-review',
  confirmation: 'place-for-confirmation',
  approval: 'place-for-approval',
  pricing: 'initialise',
}

/** The event that creates an order of these products: directly to payment, or to a decision that is needed first (S-12). */
export function firstEventOf(products: readonly Product[]): PlaceEvent {
  const needs = products.map((product) => product.needs).find((one) => one !== undefined)
  return needs === undefined ? 'place' : PLACE_EVENT[needs]
}
