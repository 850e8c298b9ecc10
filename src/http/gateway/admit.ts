import { apiOf } from '../../commerce/usage/app-codes.ts'
import { type Payer, payerOf } from '../../commerce/usage/count-calls.ts'
import type { Caller } from '../../world/caller.ts'
import type { Product, Resource } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import type { Opened } from '../exchange.ts'

/**
 * The resource that pays for the call of an API product; undefined where the seller tests it with its own AppCode (inferred).
 * @throws VendorError 403 APIGW.0304 for an AppCode of another API, 403 APIGW.0306 when no calls are left (both inferred)
 */
export function admit(opened: Opened, api: Product, caller: Caller): Payer | undefined {
  const { world, operation } = opened
  const resource = boughtWith(world, api, caller)
  if (!resource) {
    if (caller.account.id === api.sellerId) return undefined
    addFinding(
      opened,
      'foreign',
      'an AppCode of this API',
      'an AppCode of another API',
      'Call AddAppCode to create one for a product that was bought.',
    )
    return operation.fail('APIGW.0304')
  }
  const payer = payerOf(world, resource)
  if (payer) return payer
  const { status } = resource
  const got = status === 'in-use' ? 'a package that is used up' : `${resource.id}, which is ${status}`
  addFinding(opened, 'exhausted', 'a resource in use that has calls left', got, 'Buy another package, or the pay-per-use specification.')
  return operation.fail(status === 'in-use' ? 'APIGW.0306' : 'APIGW.0304')
}

/** The resource of the caller's AppCode, if it is of this API; in lenient mode, the first resource of it in the world. */
function boughtWith(world: World, api: Product, { via, credentialId = '' }: Caller): Resource | undefined {
  const isOfIt = ({ productId }: Resource) => {
    const product = world.products.get(productId)
    return product !== undefined && apiOf(product) === apiOf(api)
  }
  const resourceId = world.sellerKeys.get(credentialId)?.resourceId
  const resource = resourceId === undefined ? undefined : world.resources.get(resourceId)
  if (resource) return isOfIt(resource) ? resource : undefined
  if (via !== 'lenient') return undefined
  return [...world.resources.where('product', api.id)].find(({ status }) => status === 'in-use')
}

function addFinding({ findings }: Opened, what: string, expected: string, got: string, hint: string): void {
  const code = `request.auth.${what}`
  findings.push({ code, level: 'error', pointer: '/header/X-Apig-AppCode', expected, got, hint, evidence: 'inferred' })
}
