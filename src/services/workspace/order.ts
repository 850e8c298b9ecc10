import type { components, operations } from '../../spec/generated/workspace.ts'
import type { PeriodType } from '../../world/entities.ts'
import type { World } from '../../world/world.ts'
import { enterpriseProjectsFor } from '../enterprise-project.ts'
import { plain } from '../ordering/amounts.ts'
import { priceOf } from '../ordering/periods.ts'
import { type LinePlacement, placeOrder } from '../ordering/place.ts'
import type { Behaviour } from '../scene.ts'
import { job } from './batch.ts'
import { asParams, type Change } from './change.ts'
import { productFor, WORKSPACE_SERVICE } from './products.ts'
import { oneTarget } from './targets.ts'

type Entry = components['schemas']['CreateOrderResource']
type Volume = components['schemas']['Volume']

/** The vendor's numbers for kinds of periods; 5, until a date, has no counterpart in billing here. */
export const PERIOD_TYPE: Readonly<Record<number, PeriodType>> = { 2: 'month', 3: 'year', 4: 'hour', 6: 'one-off' }

/** The member of a resource entry that each type of order works on; the definition writes one type with a capital. */
const MEMBER = {
  createDesktops: 'create_desktops',
  addVolumes: 'add_volumes',
  rebuildDesktops: 'rebuild_desktops',
  createDesktopPool: 'create_desktop_pool',
  expandDesktopPool: 'expand_desktop_pool',
  applyDesktopsInternet: 'apply_desktops_internet',
  createExclusiveHosts: 'create_exclusive_hosts',
  subscribeUserSharer: 'subscribe_user_sharer',
  ApplySubnetBandwidth: 'apply_subnet_bandwidth',
} as const satisfies Readonly<Record<string, keyof Entry>>

/** A first order for desktops, disks, bandwidth and their like. Entries without the member of the type are refused (inferred). */
export const orderAnew: Behaviour<operations['CreateOrder']> = (scene) => {
  const { input, caller, world, fail, refuse } = scene
  const { type, resources, enterprise_project_id, extend_param } = input.body
  const member = Object.hasOwn(MEMBER, type) ? MEMBER[type as keyof typeof MEMBER] : undefined
  if (!member) return refuse('malformed', '/body/type', Object.keys(MEMBER).join(', '), type)
  const enterpriseProjects = enterpriseProjectsFor(scene, enterprise_project_id)
  const lines = resources.flatMap((entry) => {
    if (entry[member] === undefined) return fail('WKS.0001')
    if (entry.add_volumes && member === 'add_volumes') {
      // The definition of this operation names no 409, so a busy desktop is a plain refusal.
      const target = oneTarget(scene, 'desktop', entry.add_volumes.desktop_id, 'WKS.XXXX:400')
      return entry.add_volumes.volumes.map((volume) => diskLine(world, entry, volume, 1, target.item.id))
    }
    if (entry.create_desktops && member === 'create_desktops')
      return desktopLines(world, entry, entry.create_desktops, input.path.project_id)
    if (entry.apply_subnet_bandwidth && member === 'apply_subnet_bandwidth') {
      const { charge_mode, bandwidth_name, bandwidth_size = 1 } = entry.apply_subnet_bandwidth
      // The other modes are pay-per-use: nothing is ordered for them.
      if (charge_mode !== 'wks_bandwidth') return fail('WKS.XXXX:400')
      const change = created('bandwidth', input.path.project_id, bandwidth_name ? [bandwidth_name] : [], { size: bandwidth_size })
      return [lineFor(world, entry, 'wks_bandwidth', 1, bandwidth_size, change)]
    }
    if (member === 'create_desktop_pool') {
      const change = created('desktop-pool', input.path.project_id, [], { size: 0 })
      return [lineFor(world, entry, '', 1, 1, change)]
    }
    return [lineFor(world, entry, member === 'subscribe_user_sharer' ? 'workspace.desktop.sharer' : '', 1, 1)]
  })
  const sold = lines.filter((line) => line !== undefined)
  // A world that sells nothing of the office has nothing to order.
  if (sold.length === 0) return fail('WKS.XXXX:400')
  const order = placeOrder(world, {
    customerId: caller.account.id,
    type: 'new',
    serviceType: WORKSPACE_SERVICE,
    lines: sold,
    autoPay: extend_param?.is_auto_pay === 'true',
    enterpriseProjects,
  })
  return { order_id: order.id, ...job(world) }
}

/** Packages that desktops draw upon: one line each. */
export const orderPackages: Behaviour<operations['CreateResourcePackagesOrder']> = (scene) => {
  const { input, caller, world, fail } = scene
  const { resource_packages, resource_size = 1, enterprise_project_id, extend_param } = input.body
  if (resource_size === 0) return fail('WKS.0001')
  const enterpriseProjects = enterpriseProjectsFor(scene, enterprise_project_id)
  const lines = resource_packages.map(({ resource_spec_code }): LinePlacement => {
    const { id: productId, periodType } = productFor(world, resource_spec_code) ?? fail('WKS.XXXX:400')
    return { productId, quantity: resource_size, ...(periodType ? { periodType, periodNum: 1 } : {}) }
  })
  const order = placeOrder(world, {
    customerId: caller.account.id,
    type: 'new',
    serviceType: WORKSPACE_SERVICE,
    lines,
    autoPay: extend_param?.is_auto_pay === 'true',
    enterpriseProjects,
  })
  return { order_id: order.id, ...job(world) }
}

/** `each` is what one piece has of the priced unit: gigabytes, Mbit/s. */
function lineFor(
  world: World,
  entry: Entry,
  name: string,
  quantity: number,
  each: number,
  change?: Change,
  itemId?: string,
): LinePlacement | undefined {
  const product = productFor(world, name)
  if (!product) return undefined
  const periodType = PERIOD_TYPE[entry.period_type ?? 2] ?? 'month'
  const periodNum = entry.period_num || 1
  return {
    productId: product.id,
    quantity,
    periodType,
    periodNum,
    amounts: plain(priceOf(product, quantity * each, periodType, periodNum)),
    ...(change ? { extendParams: asParams(change, itemId) } : {}),
  }
}

function diskLine(world: World, entry: Entry, { type, size }: Volume, quantity: number, itemId?: string): LinePlacement | undefined {
  const change = itemId === undefined ? undefined : ({ does: 'new-volume', type, size } as const)
  return lineFor(world, entry, type, quantity, size, change, itemId)
}

function desktopLines(
  world: World,
  entry: Entry,
  wanted: NonNullable<Entry['create_desktops']>,
  projectId: string,
): (LinePlacement | undefined)[] {
  const { product_id, desktops = [], size, root_volume, data_volumes = [], image_id } = wanted
  const count = desktops.length || size || 1
  const attributes = { productId: product_id, imageId: image_id, rootVolumeType: root_volume.type, rootVolumeSize: root_volume.size }
  const names = desktops.map(({ computer_name, user_name }) => computer_name ?? user_name)
  return [
    lineFor(world, entry, product_id, count, 1, created('desktop', projectId, names, attributes)),
    ...[root_volume, ...data_volumes].map((volume) => diskLine(world, entry, volume, count)),
  ]
}

function created(
  kind: Extract<Change, { does: 'create' }>['kind'],
  projectId: string,
  names: string[],
  attributes: Record<string, string | number>,
): Change {
  return { does: 'create', kind, projectId, names, attributes }
}
