import { createAppCode, isCalled } from '../../usage/app-codes.ts'
import { resourceState } from '../order-state.ts'
import type { ConsoleBehaviours } from '../scene.ts'
import { objections } from '../seller-addresses.ts'
import { productOf, resourceOf } from '../subjects.ts'

/** API products: AppCodes of buyers, backends of sellers (S-28). */
export const apiProducts: ConsoleBehaviours<'AddAppCode' | 'SetApiBackend'> = {
  AddAppCode(scene) {
    const { world, input, fail } = scene
    const resource = resourceOf(scene, input.path.resourceId)
    const product = world.products.get(resource.productId)
    if (!product || !isCalled(product)) return fail('not-an-api', `${resource.name} (${resource.id}) is called with no AppCode.`)
    if (resource.status !== 'in-use') return fail('wrong-state', `${resource.name} (${resource.id}) is ${resource.status}.`)
    const { id } = createAppCode(world, resource)
    return { appCode: id, resource: resourceState(world, resource) }
  },

  SetApiBackend(scene) {
    const { world, input, fail } = scene
    const { url, timeout = 5000 } = input.body
    const product = productOf(scene, input.path.productId)
    const { id, sellerId } = product
    if (!isCalled(product) || sellerId === undefined) return fail('not-an-api', `${product.name} (${id}) is ${product.kind}.`)
    const warnings = url === undefined ? [] : objections(scene, url)
    world.products.change(id, { backend: url === undefined ? undefined : { url, timeout } })
    world.tell({ type: url === undefined ? 'product.backend-removed' : 'product.backend-set', productId: id, sellerId })
    return { product: id, ...(url === undefined ? {} : { backend: { url, timeout } }), warnings }
  },
}
