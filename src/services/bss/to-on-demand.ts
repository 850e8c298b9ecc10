import type { components, operations } from '../../spec/generated/bss.ts'
import { VendorError } from '../../spec/vendor-error.ts'
import type { Resource } from '../../world/entities.ts'
import type { Behaviour, Scene } from '../scene.ts'
import { GRACE, TO_ON_DEMAND } from './auto-renewal.ts'

type ToOnDemand = operations['UpdatePeriodToOnDemand']

/** Sets or takes back the wish to become on-demand at the end. Each resource is judged alone; the answer is 200 all the same. */
export const updatePeriodToOnDemand: Behaviour<ToOnDemand> = (scene) => {
  const { world, input } = scene
  const { operation, resource_ids } = input.body
  const error_details = resource_ids.flatMap((id) => {
    const resource = world.resources.get(id)
    const refused = refusal(scene, resource)
    if (refused !== undefined || !resource) return [errorDetail(scene, refused ?? 'CBC.0100', id)]
    const updatedAt = world.clock.now()
    if (operation === 'SET_UP') world.resources.change(id, { expirePolicy: TO_ON_DEMAND, autoRenewTimes: undefined, updatedAt })
    else if (resource.expirePolicy === TO_ON_DEMAND) world.resources.change(id, { expirePolicy: GRACE, updatedAt })
    return []
  })
  return { error_details }
}

/** The sources name codes for frozen resources only; what is not there or has no end is a parameter error (inferred). */
function refusal({ caller }: Scene<ToOnDemand>, resource: Resource | undefined): string | undefined {
  const own = resource?.customerId === caller.account.id && resource.mainResourceId === undefined && resource.expireAt !== undefined
  if (!own || resource.status === 'closed') return 'CBC.0100'
  if (caller.account.frozen === true) return 'CBC.99003626'
  return resource.status === 'frozen' ? 'CBC.99003625' : undefined
}

/** The documented error as an entry of a list: its text stays in the catalogue. */
function errorDetail({ fail }: Scene<ToOnDemand>, key: string, id: string): components['schemas']['ErrorDetail'] {
  try {
    return fail(key)
  } catch (error) {
    if (!(error instanceof VendorError)) throw error
    // An id longer than the field can only be nobody's.
    return { ...(error.body('') as object), id: id.slice(0, 256) }
  }
}
