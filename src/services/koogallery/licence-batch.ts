import { heartbeat } from '../../commerce/licences/activate.ts'
import type { operations } from '../../spec/generated/koogallery.ts'
import type { Licence } from '../../world/entities/entities.ts'
import type { Behaviour, Scene } from '../behaviour.ts'
import { licenceState } from './licence-state.ts'
import { activeCode, effectOf, licenceInfo, succeeded, takenCode } from './licences.ts'

type Asking = Pick<Scene, 'world' | 'caller' | 'fail'>

/** Marks several codes as in use, all or none (inferred). */
export const batchActivate: Behaviour<operations['BatchActivateLicense']> = (scene) => {
  const { license_list, real_effect_time } = scene.input.body
  const codes = [...new Set(license_list)]
  // One that was given back counts as none here too.
  for (const code of codes) if (licenceState(scene.world, existing(scene, code)).status === 'RELEASED') scene.fail('92020020')
  const effectiveAt = effectOf(scene, codes, real_effect_time)
  for (const code of codes) activeCode(scene, code, effectiveAt)
  return succeeded(scene.world)
}

/** The same for the look-up. */
export const batchCheckHeartbeat: Behaviour<operations['BatchCheckLicenseHeartbeat']> = (scene) => {
  const { world, input } = scene
  const licences = [...new Set(input.body.license_list)].map((code) => {
    existing(scene, code)
    return takenCode(scene, code)
  })
  return { ...succeeded(world), data: licences.map((licence) => licenceInfo(world, heartbeat(world, licence))) }
}

/** A code of the caller's, else the error of calls with several codes. Another seller's is none (inferred). */
function existing(scene: Asking, code: string): Licence {
  return ownCode(scene, code) ?? scene.fail('92020020')
}

/** A licence code 2.0 of the caller's. */
export function ownCode({ world, caller }: Asking, code: string): Licence | undefined {
  const licence = world.licences.get(code)
  return licence?.kind === 'code' && licence.sellerId === caller.account.id ? licence : undefined
}
