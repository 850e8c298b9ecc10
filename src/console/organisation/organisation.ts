import type { Application, KitUse, Resource } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import type { CheckContext, ConsoleBehaviours } from '../console-behaviour.ts'
import { resourceOf } from '../subjects.ts'
import { applicationOf, applicationState } from './applications.ts'
import { changeDepartment } from './departments.ts'

/** The kit's numbers for kinds of change (koogallery.md 5). */
const FLAG = { remove: 0, add: 1, modify: 2, withdraw: 3 } as const

/**
 * What buyers do with the application of a joint-operations product. The seller is informed of each change by the kit (koogallery.md 5.6).
 */
export const organisation: ConsoleBehaviours<'BindApplication' | 'AuthoriseAccounts' | 'ChangeDepartment'> = {
  /** Binding again only repeats the synchronisation (S-41). */
  BindApplication(context) {
    const { input, world, fail } = context
    const { resource, remove = false } = input.body
    const { application, ids } = useOf(context, input.path.applicationId, resource)
    const { boundAt, ...use } = kitUseOf(world, ids)
    if (remove && boundAt === undefined)
      fail('not-bound', `Application ${application.id} is not bound to ${resource}: BindApplication binds it.`)
    world.kitUses.put(remove ? { ...use, users: [] } : { ...use, boundAt: boundAt ?? world.clock.now() })
    world.emit({ type: remove ? 'application.unbound' : 'application.bound', ...ids, flag: remove ? FLAG.remove : FLAG.add })
    return { application: applicationState(world, application) }
  },

  AuthoriseAccounts(context) {
    const { input, world, fail } = context
    const { resource, users, change = 'add' } = input.body
    const { application, ids } = useOf(context, input.path.applicationId, resource)
    const known = [...world.people.where('account', ids.customerId)].map(({ userName }) => userName)
    const unknown = users?.find((name) => !known.includes(name))
    if (unknown !== undefined)
      fail('unknown-person', `The organisation has nobody of the login name "${unknown}": ${known.join(', ') || 'it has no people'}.`, {
        documented: known,
      })
    const use = kitUseOf(world, ids)
    const meant = users ?? known
    const left = use.users.filter((name) => !meant.includes(name))
    world.kitUses.put({ ...use, users: change === 'add' || change === 'modify' ? [...left, ...meant] : left })
    world.emit({ type: 'accounts.authorised', ...ids, ...(users === undefined ? {} : { users }), flag: FLAG[change] })
    return { application: applicationState(world, application) }
  },

  ChangeDepartment(context) {
    const { input, world } = context
    const { resource, change = 'add' } = input.body
    const { application, ids } = useOf(context, input.path.applicationId, resource)
    const { orgCode, orgName, parentCode } = changeDepartment(context, ids.customerId, change, input.body)
    world.emit({ type: 'department.changed', ...ids, flag: FLAG[change], department: { orgCode, orgName, parentCode } })
    return { application: applicationState(world, application) }
  },
}

interface Ids {
  readonly applicationId: string
  readonly sellerId: string
  readonly customerId: string
  readonly resourceId?: string
}

/** The application with its seller, and the organisation: the buyer's, or the seller's own while nothing is bought. */
function useOf(
  context: CheckContext,
  applicationId: string,
  resourceId: string | undefined,
): { readonly application: Application; readonly ids: Ids } {
  const application = applicationOf(context, applicationId)
  const resource = resourceId === undefined ? undefined : boughtOf(context, application, resourceId)
  const { id, sellerId } = application
  const ids = {
    applicationId: id,
    sellerId,
    customerId: resource?.customerId ?? sellerId,
    ...(resource ? { resourceId: resource.id } : {}),
  }
  return { application, ids }
}

/** An organisation's use of an application; without a stored one, a use without any users. */
function kitUseOf(world: World, { applicationId, customerId, resourceId }: Ids): KitUse {
  const id = `${applicationId}|${resourceId ?? customerId}`
  return world.kitUses.get(id) ?? { id, applicationId, customerId, ...(resourceId === undefined ? {} : { resourceId }), users: [] }
}

/** Joint operations exist for SaaS that its seller opens by the interface. A closed resource has no organisation any more. */
function boughtOf(context: CheckContext, { id, sellerId }: Application, resourceId: string): Resource {
  const resource = resourceOf(context, resourceId)
  const product = context.world.products.get(resource.productId)
  if (product?.sellerId !== sellerId)
    return context.fail('not-the-sellers', `${resource.name} (${resourceId}) is not sold by the seller of credential ${id}.`)
  if (product.kind !== 'saas')
    return context.fail('not-joint', `${resource.name} (${resourceId}) is ${product.kind}: the kit of joint operations is there for SaaS.`)
  if (resource.status === 'closed') return context.fail('wrong-state', `${resource.name} (${resourceId}) is closed.`)
  return resource
}
