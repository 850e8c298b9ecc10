import type { Product, Resource } from '../../world/entities/entities.ts'
import type { SomeWork, World } from '../../world/world-api.ts'
import { share } from '../ordering/amounts.ts'
import { DAY, lengthOf } from '../ordering/periods.ts'
import { charge } from '../payment/account.ts'

/** Use is charged by the hour (inferred). */
const HOUR = DAY / 24

/** States in which a server runs its image; in the grace period it still does. */
const RUNNING: readonly Resource['status'][] = ['in-use', 'expired']

/**
 * Reacts to changes of images and their servers: an image whose package has expired is charged by use while its server runs with it, until
 * the package is renewed, another package replaces it or the system is changed (S-44). Only plans work.
 */
export function onImageChanges(world: World, changed: Iterable<string>): void {
  for (const id of changed) {
    const resource = world.resources.get(id)
    if (resource && isPackage(world, resource)) planImage(world, id, world.clock.now())
    for (const image of world.resources.where('server', id)) if (isPackage(world, image)) planImage(world, image.id, world.clock.now())
  }
}

/** The same for images of a starting world. */
export function beginImages(world: World): void {
  for (const image of [...world.resources.all()])
    if (image.onDemandSince !== undefined && isPackage(world, image)) planImage(world, image.id, world.clock.now())
}

/**
 * Changes a server's system, so that no marketplace image runs on it any more. The use of an expired image until now is charged. Records
 * `resource.system-changed`. Returns the images that were on the server.
 */
export function changeSystem(world: World, server: Resource): readonly Resource[] {
  const updatedAt = world.clock.now()
  const images = [...world.resources.where('server', server.id)].filter(({ status }) => status !== 'creating')
  const left = images.map(({ id, onDemandSince }) => {
    const image = world.resources.change(id, { serverId: undefined, updatedAt })
    if (onDemandSince !== undefined) planImage(world, id, updatedAt)
    return image
  })
  world.emit({ type: 'resource.system-changed', resourceId: server.id, customerId: server.customerId })
  return left
}

function planImage(world: World, imageId: string, at: number): void {
  world.unplan({ work: 'image.use', about: { imageId } })
  world.plan(at, 'image.use', { imageId })
}

/** The work that `onImageChanges` plans: charges the use until now, starts or ends charging, and plans the next hour. */
export const imageWork = {
  'image.use'(world, about) {
    const { imageId } = about
    const image = world.resources.get(imageId)
    if (!image) return undefined
    const used = usedBy(world, image)
    if (used && image.onDemandSince === undefined) {
      world.resources.change(imageId, { onDemandSince: world.clock.now(), onDemandCharged: 0 })
      world.emit({ type: 'resource.charged-on-demand', resourceId: imageId, customerId: image.customerId, was: image.status })
    } else if (image.onDemandSince !== undefined) {
      chargeUse(world, image, image.onDemandSince)
      if (!used) world.resources.change(imageId, { onDemandSince: undefined, onDemandCharged: undefined })
    }
    const since = world.resources.get(imageId)?.onDemandSince
    if (since !== undefined) planImage(world, imageId, since + (Math.floor((world.clock.now() - since) / HOUR) + 1) * HOUR)
    return undefined
  },
} satisfies SomeWork

/** Whether a resource is an image's package for one server, with an end. */
const isPackage = (world: World, { serverId, expireAt, productId }: Resource) =>
  serverId !== undefined && expireAt !== undefined && world.products.get(productId)?.kind === 'image'

/** Whether an image's package has expired while its server runs and no other package is on that server. */
function usedBy(world: World, image: Resource): boolean {
  const { id, serverId, status, expireAt, frozenFor } = image
  const server = serverId === undefined ? undefined : world.resources.get(serverId)
  if (!server || !RUNNING.includes(server.status) || expireAt === undefined || expireAt > world.clock.now()) return false
  if (!['expired', 'frozen', 'closed'].includes(status) || (frozenFor ?? 'expiry') !== 'expiry') return false
  return ![...world.resources.where('server', server.id)].some((other) => other.id !== id && other.status === 'in-use')
}

/** Charges the use since the last time, so that the hours add up without rounding differences. */
function chargeUse(world: World, image: Resource, since: number): void {
  const product = world.products.get(image.productId)
  const { onDemandCharged, customerId, id } = image
  const due = product ? priceOfUse(world, product, world.clock.now() - since) : 0
  // A starting world gives the start of use but no amount: use before now counts as charged.
  if (onDemandCharged === undefined) return void world.resources.change(id, { onDemandCharged: due })
  if (due <= onDemandCharged) return
  charge(world, customerId, due - onDemandCharged, id)
  world.resources.change(id, { onDemandCharged: due })
}

/**
 * The price by the pay-per-use offer of the same specification, per hour; without one, the share of the package's price (both inferred).
 */
function priceOfUse(world: World, product: Product, ms: number): number {
  const byUse = [...world.products.where('sku', product.skuCode)].find(({ chargingMode }) => chargingMode === 'on-demand')
  return byUse ? share(byUse.price, ms, HOUR) : share(product.price, ms, lengthOf(product.periodType) ?? 0)
}
