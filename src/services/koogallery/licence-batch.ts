import type { operations } from '../../spec/generated/koogallery.ts'
import { heartbeat } from '../ordering/activate.ts'
import type { Behaviour } from '../scene.ts'
import { activeCode, succeeded, takenCode } from './licences.ts'

/**
 * The fields of the batch calls are not published, so none are read by name: every text of the body that has the form of a licence
 * code is one. All or none (inferred). The answer holds what the single call's has beside its data.
 */
export const batchActivate: Behaviour<operations['BatchActivateLicense']> = (scene) => {
  for (const code of codesIn(scene.input.body)) activeCode(scene, code)
  return succeeded(scene.world)
}

/** The same for the look-up. */
export const batchCheckHeartbeat: Behaviour<operations['BatchCheckLicenseHeartbeat']> = (scene) => {
  for (const code of codesIn(scene.input.body)) heartbeat(scene.world, takenCode(scene, code))
  return succeeded(scene.world)
}

/** Texts of the form of a licence code, each once, in the order of the body. Bodies are read to a depth of 64 at most. */
function codesIn(body: unknown): ReadonlySet<string> {
  const found = new Set<string>()
  const walk = (node: unknown): void => {
    if (typeof node === 'string' && /^PL[0-9A-Z]{8,62}$/.test(node)) found.add(node)
    else if (node && typeof node === 'object') Object.values(node).forEach(walk)
  }
  walk(body)
  return found
}
