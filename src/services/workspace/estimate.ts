import type { operations } from '../../spec/generated/workspace.ts'
import type { Behaviour } from '../scene.ts'
import { addSubResource, changeImage, imageOf } from './batch.ts'
import { type ChangeLine, lineOf } from './change.ts'
import { chooseTargets, isTarget, type Target } from './targets.ts'

/** The price of what ADD_SUB_RESOURCES would order. */
export const estimateSubResources: Behaviour<operations['EstimateAddResources']> = (scene) => {
  const { input, world } = scene
  const targets = chooseTargets(scene, input.body).filter(isTarget)
  return priced(targets.map((target) => ({ target, line: addSubResource(world, target, input.body.sub_resource_sku) })))
}

/** The price of what CHANGE_IMAGE would order; the same rules hold (S-03, S-04). */
export const estimateImages: Behaviour<operations['EstimateChangeImages']> = (scene) => {
  const { input, world } = scene
  const image = imageOf(scene, input.body)
  const targets = chooseTargets(scene, input.body).filter(isTarget)
  return priced(targets.map((target) => ({ target, line: changeImage(world, target, image) })))
}

/** Official prices in yuan, one entry a line. Discounts to choose from are not worked out here: BSS tells them of the order. */
function priced(parts: readonly { readonly target: Target; readonly line: ChangeLine }[]) {
  const sums = (fen: number) => ({
    amount: fen / 100,
    original_amount: fen / 100,
    official_website_amount: fen / 100,
    discount_amount: 0,
    official_website_discount_amount: 0,
    optional_discount_amount: 0,
    measure_id: 1,
  })
  const products = parts.map(({ target, line }, n) => ({ id: `${n + 1}`, product_id: lineOf(target, line).productId, ...sums(line.price) }))
  const total = sums(parts.reduce((all, { line }) => all + line.price, 0))
  return {
    currency: 'CNY',
    cloud_service_rating_results: [
      { official_website_rating_result: { ...total, product_rating_results: products }, optional_discount_rating_results: [] },
    ],
  }
}
