import type { Application, Resource } from '../../world/entities.ts'
import { applicationOf, applicationState } from './applications.ts'
import type { ConsoleBehaviours, ConsoleScene } from './scene.ts'
import { resourceOf } from './subjects.ts'

type Asking = Pick<ConsoleScene, 'world' | 'fail'>

/** The numbers of the kit for what is done to somebody or something (koogallery.md 5). */
const FLAG = { remove: 0, add: 1, modify: 2, withdraw: 3 } as const

/** What buyers do with the application of a joint-operations product; the seller hears of each by the kit (koogallery.md 5.6). */
export const organisation: ConsoleBehaviours<'BindApplication' | 'AuthoriseAccounts' | 'ChangeDepartment'> = {
  BindApplication(scene) {
    const { input, world } = scene
    const { resource, remove = false } = input.body
    const { application, ids } = useOf(scene, input.path.applicationId, resource)
    world.tell({ type: remove ? 'application.unbound' : 'application.bound', ...ids, flag: remove ? FLAG.remove : FLAG.add })
    return { application: applicationState(world, application) }
  },

  AuthoriseAccounts(scene) {
    const { input, world, fail } = scene
    const { resource, users, change = 'add' } = input.body
    const { application, ids } = useOf(scene, input.path.applicationId, resource)
    const known = [...world.people.by('account', ids.customerId)].map(({ userName }) => userName)
    const stranger = users?.find((name) => !known.includes(name))
    if (stranger !== undefined)
      fail('unknown-person', `The organisation has nobody of the login name "${stranger}": ${known.join(', ') || 'it has no people'}.`, {
        documented: known,
      })
    world.tell({ type: 'accounts.authorised', ...ids, ...(users === undefined ? {} : { users }), flag: FLAG[change] })
    return { application: applicationState(world, application) }
  },

  ChangeDepartment(scene) {
    const { input, world } = scene
    const { resource, orgCode, orgName, parentCode = '', change = 'add' } = input.body
    const { application, ids } = useOf(scene, input.path.applicationId, resource)
    world.tell({ type: 'department.changed', ...ids, flag: FLAG[change], department: { orgCode, orgName, parentCode } })
    return { application: applicationState(world, application) }
  },
}

/** Whose application it is, and whose organisation: the buyer's, or the seller's own while nothing is bought. */
function useOf(scene: Asking, applicationId: string, resourceId: string | undefined) {
  const application = applicationOf(scene, applicationId)
  const resource = resourceId === undefined ? undefined : boughtOf(scene, application, resourceId)
  const { id, sellerId } = application
  const ids = {
    applicationId: id,
    sellerId,
    customerId: resource?.customerId ?? sellerId,
    ...(resource ? { resourceId: resource.id } : {}),
  }
  return { application, ids }
}

function boughtOf(scene: Asking, { id, sellerId }: Application, resourceId: string): Resource {
  const resource = resourceOf(scene, resourceId)
  if (scene.world.products.get(resource.productId)?.sellerId === sellerId) return resource
  return scene.fail('not-the-sellers', `${resource.name} (${resourceId}) is not sold by the seller of credential ${id}.`)
}
