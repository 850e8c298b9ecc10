import { goOnDemandNow } from '../../commerce/life/to-on-demand.ts'
import { openOrderOf } from '../../commerce/ordering/resources.ts'
import type { components, operations } from '../../spec/generated/bss.ts'
import { VendorError } from '../../spec/vendor-error.ts'
import type { Resource } from '../../world/entities/entities.ts'
import type { Behaviour, BehaviourContext } from '../behaviour.ts'
import { GRACE, TO_ON_DEMAND } from './auto-renewal.ts'
import { UNPAID } from './renew.ts'

type ToOnDemand = operations['UpdatePeriodToOnDemand']
type Instantly = operations['UpdatePeriodToOnDemandInstantly']

/** Sets or removes the choice to become on-demand at the end. Each resource is handled separately; the answer is 200 in any case. */
export const updatePeriodToOnDemand: Behaviour<ToOnDemand> = (context) => {
  const { world, input } = context
  const { operation, resource_ids } = input.body
  const error_details = resource_ids.flatMap((id) => {
    const resource = world.resources.get(id)
    const refused = refusal(context, resource)
    // An id longer than the answer's field cannot exist; shorten it.
    if (refused !== undefined || !resource) return [{ ...errorBody(context, refused ?? 'CBC.0100'), id: id.slice(0, 256) }]
    const updatedAt = world.clock.now()
    if (operation === 'SET_UP')
      world.resources.change(id, { expirePolicy: TO_ON_DEMAND, autoRenewTimes: undefined, autoRenewPeriod: undefined, updatedAt })
    else if (resource.expirePolicy === TO_ON_DEMAND) world.resources.change(id, { expirePolicy: GRACE, updatedAt })
    return []
  })
  return { error_details }
}

/** Changes resources to on-demand now and refunds the unused part. Each resource is handled separately. */
export const updatePeriodToOnDemandInstantly: Behaviour<Instantly> = (context) => {
  const { world, input, refuse } = context
  const { resource_ids } = input.body
  if (new Set(resource_ids).size < resource_ids.length) refuse('malformed', '/body/resource_ids', 'each resource once', 'one of them twice')
  const to_ondemand_service_results = resource_ids.map((resource_id) => {
    const resource = world.resources.get(resource_id)
    const open = openOrderOf(world, resource_id)
    const busy = open && (UNPAID.includes(open.status) ? 'CBC.99003100' : 'CBC.99003144')
    const refused = refusal(context, resource) ?? busy
    if (refused !== undefined || !resource) return { resource_id, result: 'FAIL' as const, ...errorBody(context, refused ?? 'CBC.0100') }
    return { resource_id, result: 'SUCCESS' as const, order_id: goOnDemandNow(world, resource).id }
  })
  return { to_ondemand_service_results }
}

/**
 * The sources have codes for frozen resources only; an unknown resource or one without an end is a parameter error (inferred). Packages and
 * bundles cannot become on-demand (OCE/api_order_00024); the code for that is not published.
 */
function refusal(
  { world, caller }: Pick<BehaviourContext<ToOnDemand | Instantly>, 'world' | 'caller'>,
  resource: Resource | undefined,
): string | undefined {
  const own = resource?.customerId === caller.account.id && resource.mainResourceId === undefined && resource.expireAt !== undefined
  if (!own || !['in-use', 'expired', 'frozen'].includes(resource.status)) return 'CBC.0100'
  if (caller.account.frozen === true) return 'CBC.99003626'
  if (resource.status === 'frozen') return 'CBC.99003625'
  const periodic = world.products.get(resource.productId)?.chargingMode === 'period'
  return periodic && resource.bundleId === undefined ? undefined : 'CBC.0100'
}

/** A documented error as an entry of a list, with its text from the catalogue. */
function errorBody(
  { fail }: Pick<BehaviourContext, 'fail'>,
  key: string,
): Pick<components['schemas']['ErrorDetail'], 'error_code' | 'error_msg'> {
  try {
    return fail(key)
  } catch (error) {
    if (!(error instanceof VendorError)) throw error
    return error.body('') as object
  }
}
