import type { operations } from '../../spec/generated/workspace.ts'
import type { Behaviour } from '../behaviour.ts'
import { type ChangePart, lineOf } from './change.ts'
import { addSubResource, changeImage } from './kinds.ts'
import { goodOf, partsOf } from './parts.ts'

/** The price of an ADD_SUB_RESOURCES order. */
export const estimateSubResources: Behaviour<operations['EstimateAddResources']> = (context) => {
  const { body } = context.input
  return priced(goodOf(partsOf(context, '/body', body, addSubResource(context, '/body/sub_resource_sku', body.sub_resource_sku))))
}

/** The price of a CHANGE_IMAGE order, with the same rules (S-03, S-04). */
export const estimateImages: Behaviour<operations['EstimateChangeImages']> = (context) => {
  const { body } = context.input
  return priced(goodOf(partsOf(context, '/body', body, changeImage(context, '/body', body))))
}

/** Prices in yuan, one entry per line. Optional discounts are not computed here; BSS lists them for the order. */
function priced(parts: readonly ChangePart[]) {
  const sums = (official: number, off: number) => ({
    amount: (official - off) / 100,
    original_amount: official / 100,
    official_website_amount: (official - off) / 100,
    discount_amount: off / 100,
    official_website_discount_amount: off / 100,
    optional_discount_amount: 0,
    measure_id: 1,
  })
  const priceOf = ({ line, amounts }: ChangePart) => [line.price, line.price - (amounts?.afterDiscount ?? line.price)] as const
  const products = parts.map((part, n) => ({
    id: `${n + 1}`,
    product_id: lineOf(part.target, part.line).productId,
    ...sums(...priceOf(part)),
  }))
  const prices = parts.map(priceOf)
  const total = sums(
    prices.reduce((all, [price]) => all + price, 0),
    prices.reduce((all, [, off]) => all + off, 0),
  )
  return {
    currency: 'CNY',
    cloud_service_rating_results: [
      { official_website_rating_result: { ...total, product_rating_results: products }, optional_discount_rating_results: [] },
    ],
  }
}
