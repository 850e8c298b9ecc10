import type { PrivateImage, Resource } from '../world/entities/entities.ts'
import { isRegion, REGIONS } from '../world/entities/regions.ts'
import type { World } from '../world/world-api.ts'
import type { CheckContext, ConsoleBehaviours, ConsoleContext } from './console-behaviour.ts'
import { iso, sellerOf } from './selling/seller.ts'
import { resourceOf } from './subjects.ts'

/** GB of a system disk when nothing states its size. */
const USUAL_SIZE = 40

/** Private images of sellers: made from a stopped server, published once (S-34). */
export const images: ConsoleBehaviours<'ListImages' | 'CreateImage' | 'SwitchServer'> = {
  ListImages(context) {
    const { world, input } = context
    const seller = sellerOf(context, input.path.seller)
    return { images: [...world.privateImages.where('seller', seller.id)].map(imageState) }
  },

  CreateImage(context) {
    const { world, input, fail } = context
    const seller = sellerOf(context, input.path.seller)
    const { name, server: serverId, shared, encrypted, wholeMachine } = input.body
    const server = serverOf(context, serverId, seller.id)
    if (server.stopped !== true)
      fail('wrong-state', `${server.name} (${server.id}) is running: stop it first (SwitchServer with running false).`)
    const image = world.privateImages.put({
      id: world.ids.uuid('images'),
      sellerId: seller.id,
      name,
      regionCode: server.regionCode,
      sizeGB: diskOf(world, server),
      serverId: server.id,
      status: 'active',
      ...(shared ? { shared } : {}),
      ...(encrypted ? { encrypted } : {}),
      ...(wholeMachine ? { wholeMachine } : {}),
      // An image of a server that runs a marketplace image is a derived image.
      ...([...world.resources.where('server', server.id)].some(({ status }) => status !== 'closed') ? { derived: true } : {}),
      createdAt: world.clock.now(),
    })
    world.emit({ type: 'image.created', imageId: image.id, sellerId: seller.id })
    return { image: imageState(image) }
  },

  SwitchServer(context) {
    const { world, input, fail } = context
    const { running } = input.body
    const server = serverOf(context, input.path.resourceId)
    if ((server.stopped !== true) === running)
      fail('wrong-state', `${server.name} (${server.id}) is ${running ? 'running' : 'stopped'} already.`)
    world.resources.change(server.id, { stopped: running ? undefined : true })
    world.emit({ type: running ? 'server.started' : 'server.stopped', resourceId: server.id, customerId: server.customerId })
    return { server: server.id, running }
  },
}

/** The seller's image with that id, or the refusal `unknown-image`, which lists the existing ones. */
export function imageOf({ world, fail }: CheckContext, sellerId: string, id: string): PrivateImage {
  const image = world.privateImages.get(id)
  if (image?.sellerId === sellerId) return image
  const known = [...world.privateImages.where('seller', sellerId)].map((one) => one.id)
  return fail('unknown-image', `The seller has no private image "${id}". CreateImage makes one from a stopped server.`, {
    documented: known,
  })
}

/** Refuses unknown regions. */
export function checkRegions({ fail }: Pick<ConsoleContext, 'fail'>, regions: readonly string[]): void {
  const unknown = regions.filter((region) => !isRegion(region))
  if (unknown.length > 0)
    fail('unknown-region', `There is no region ${unknown.map((one) => `"${one}"`).join(', ')}.`, {
      documented: REGIONS.map(({ id }) => id),
    })
}

/** The cloud server with that id; of that customer, if one is given. */
function serverOf(context: CheckContext, id: string, customerId?: string): Resource {
  const resource = resourceOf(context, id)
  const product = context.world.products.get(resource.productId)
  const fits = product?.serviceType === 'hws.service.type.ec2' && resource.status === 'in-use'
  if (!fits) return context.fail('no-server', `${resource.name} (${resource.id}) is not a cloud server in use.`)
  if (customerId !== undefined && resource.customerId !== customerId)
    return context.fail('no-server', `${resource.name} (${resource.id}) is another account's server.`)
  return resource
}

function diskOf(world: World, server: Resource): number {
  const disk = [...world.resources.where('main', server.id)].find(({ specSizeMeasure }) => specSizeMeasure === 17)
  return disk?.specSize ?? USUAL_SIZE
}

function imageState({
  sellerId: _,
  createdAt,
  shared = false,
  encrypted = false,
  wholeMachine = false,
  derived = false,
  ...rest
}: PrivateImage) {
  return { ...rest, shared, encrypted, wholeMachine, derived, createdAt: iso(createdAt) }
}
