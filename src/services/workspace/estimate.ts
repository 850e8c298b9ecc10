import type { operations } from '../../spec/generated/workspace.ts'
import type { Behaviour } from '../scene.ts'
import { type ChangePart, lineOf } from './change.ts'
import { addSubResource, changeImage, type MakeLine } from './kinds.ts'
import { planNamed, pricedWith } from './promotion.ts'
import { type Chosen, chooseTargets, type Failure, type Here, isFailure, refuseFailures } from './targets.ts'

/** The price of what ADD_SUB_RESOURCES would order. */
export const estimateSubResources: Behaviour<operations['EstimateAddResources']> = (scene) => {
  const { body } = scene.input
  return priced(partsOf(scene, body, addSubResource(scene, '/body/sub_resource_sku', body.sub_resource_sku)))
}

/** The price of what CHANGE_IMAGE would order; the same rules hold (S-03, S-04). */
export const estimateImages: Behaviour<operations['EstimateChangeImages']> = (scene) => {
  const { body } = scene.input
  return priced(partsOf(scene, body, changeImage(scene, '/body', body)))
}

/** What an order of the same request would be made of, checked as that would be. */
function partsOf(here: Here, chosen: Chosen & { readonly promotion_plan_id?: string }, line: MakeLine): ChangePart[] {
  const plan = planNamed(here, '/body', chosen.promotion_plan_id)
  const parts = chooseTargets(here, '/body', chosen).map((target): ChangePart | Failure => {
    if (isFailure(target)) return target
    const made = line(target)
    return isFailure(made) ? made : { target, line: made, amounts: pricedWith(here, made.price, plan) }
  })
  refuseFailures(here, parts)
  return parts.filter((part): part is ChangePart => !isFailure(part))
}

/** Prices in yuan, one entry a line; discounts to choose from are not worked out here: BSS tells them of the order. */
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
