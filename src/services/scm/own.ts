import type { Certificate } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import type { BehaviourContext } from '../behaviour.ts'

/** The caller's certificate with that id, or the documented refusal. */
export function ownCertificate(context: Pick<BehaviourContext, 'world' | 'caller' | 'fail'>, id: string): Certificate {
  const { world, caller, fail } = context
  const certificate = world.certificates.get(id)
  if (!certificate) return fail(byTable(world) ? 'SCM.0020' : '404')
  return certificate.customerId === caller.account.id ? certificate : refused(context, 'SCM.0003', 403)
}

/** The same code with the status that the operation documents, or with that of the code table (setting `scm.statusOfCodes`). */
export function refused({ world, fail }: Pick<BehaviourContext, 'world' | 'fail'>, code: string, status: number): never {
  return fail(byTable(world) ? code : `${code}:${status}`)
}

function byTable(world: World): boolean {
  return world.setting('scm.statusOfCodes') === 'table'
}
