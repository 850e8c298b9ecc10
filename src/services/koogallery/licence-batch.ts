import { heartbeat } from '../../commerce/licences/activate.ts'
import type { operations } from '../../spec/generated/koogallery.ts'
import type { Licence } from '../../world/entities/entities.ts'
import type { Behaviour, CheckContext } from '../behaviour.ts'
import { licenceState } from './licence-state.ts'
import { activeCode, effectOf, licenceInfo, succeeded, takenCode } from './licences.ts'

/** Marks several codes as in use, all or none (inferred). */
export const batchActivate: Behaviour<operations['BatchActivateLicense']> = (context) => {
  const { license_list, real_effect_time } = context.input.body
  const codes = [...new Set(license_list)]
  // A code that was returned counts as unknown here.
  for (const code of codes) if (licenceState(context.world, existing(context, code)).status === 'RELEASED') context.fail('92020020')
  const effectiveAt = effectOf(context, codes, real_effect_time)
  for (const code of codes) activeCode(context, code, effectiveAt)
  return succeeded(context.world)
}

/** The query for several codes. */
export const batchCheckHeartbeat: Behaviour<operations['BatchCheckLicenseHeartbeat']> = (context) => {
  const { world, input } = context
  const licences = [...new Set(input.body.license_list)].map((code) => {
    existing(context, code)
    return takenCode(context, code)
  })
  return { ...succeeded(world), data: licences.map((licence) => licenceInfo(world, heartbeat(world, licence))) }
}

/** A code of the caller, else the error of calls with several codes. Another seller's code counts as unknown (inferred). */
function existing(context: CheckContext, code: string): Licence {
  return ownCode(context, code) ?? context.fail('92020020')
}

/** A licence code 2.0 of the caller. */
export function ownCode({ world, caller }: CheckContext, code: string): Licence | undefined {
  const licence = world.licences.get(code)
  return licence?.kind === 'code' && licence.sellerId === caller.account.id ? licence : undefined
}
