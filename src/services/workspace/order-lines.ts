import { plain } from '../../commerce/ordering/amounts.ts'
import { priceOf } from '../../commerce/ordering/periods.ts'
import type { LinePlacement } from '../../commerce/ordering/place.ts'
import type { components } from '../../spec/generated/workspace.ts'
import type { PeriodType, Product, WorkspaceItem } from '../../world/entities/entities.ts'
import { asParams, type Change, lineOf } from './change.ts'
import { imageNamed } from './images.ts'
import { changeImage } from './kinds.ts'
import { NOT_POSSIBLE, productNamed } from './products.ts'
import { type Here, isFailure, oneTarget, refuseFailures } from './targets.ts'

/** One entry of an order, with the members of all types. */
export type Entry = components['schemas']['CreateOrderResource']
type Volume = components['schemas']['Volume']

/** The vendor's numbers of period types. 5, until a date, has no counterpart in billing here. */
export const PERIOD_TYPE: Readonly<Record<number, PeriodType>> = { 2: 'month', 3: 'year', 4: 'hour', 6: 'one-off' }

/** Makes the lines of one entry. `at` is the pointer to the member of its type in the request. */
type MakeLines<K extends keyof Entry> = (here: Here, entry: Entry & Required<Pick<Entry, K>>, at: string) => LinePlacement[]

/** Types of order with the lines each makes of an entry. Every product, image, desktop and pool named in it must exist. */
const KINDS = {
  add_volumes(here, entry, at) {
    const { desktop_id, volumes } = entry.add_volumes
    // The definition of this operation has no 409, so a busy desktop is a plain refusal.
    const target = oneTarget(here, 'desktop', desktop_id, `${at}/desktop_id`, NOT_POSSIBLE)
    return volumes.map((volume, n) => {
      const change = { does: 'new-volume', type: volume.type, size: volume.size } as const
      return lineFor(entry, disk(here, `${at}/volumes/${n}/type`, volume), 1, volume.size, change, target.item.id)
    })
  },

  create_desktops(here, entry, at) {
    const { desktops = [], size, desktop_name, share_resource_sku, ...wanted } = entry.create_desktops
    const count = desktops.length || size || 1
    const names = desktops.length > 0 ? desktops.map((one) => one.computer_name ?? one.user_name) : named(desktop_name, count)
    const lines = equipped(here, entry, at, wanted, count, { kind: 'desktop', names })
    if (share_resource_sku === undefined) return lines
    const sharer = productNamed(here, 'sharer', `${at}/share_resource_sku`, share_resource_sku)
    return [...lines, lineFor(entry, sharer, count, 1, created(here, 'sharer', [], { productId: sharer.id }))]
  },

  create_desktop_pool(here, entry, at) {
    const { name, size } = entry.create_desktop_pool
    return equipped(here, entry, at, entry.create_desktop_pool, Math.max(1, size), { kind: 'desktop-pool', names: [name] })
  },

  expand_desktop_pool(here, entry, at) {
    const { pool_id, size = 1 } = entry.expand_desktop_pool
    const { item } = oneTarget(here, 'desktop-pool', pool_id, `${at}/pool_id`, NOT_POSSIBLE)
    const { size: _, ...attributes } = item.attributes
    const product = productNamed(here, 'desktop', `${at}/pool_id`, String(attributes['productId']))
    return [lineFor(entry, product, size, 1, { ...created(here, 'desktop', [], attributes), poolId: pool_id })]
  },

  rebuild_desktops(here, entry, at) {
    const { desktop_ids } = entry.rebuild_desktops
    const make = changeImage(here, at, entry.rebuild_desktops)
    return desktop_ids.flatMap((id, n) => {
      const target = oneTarget(here, 'desktop', id, `${at}/desktop_ids/${n}`, NOT_POSSIBLE)
      const line = make(target)
      refuseFailures(here, [line])
      return isFailure(line) ? [] : [lineOf(target, line)]
    })
  },

  apply_desktops_internet(here, entry, at) {
    const { desktop_ids = [], count = 1, bandwidth_size } = entry.apply_desktops_internet
    for (const [n, id] of desktop_ids.entries()) oneTarget(here, 'desktop', id, `${at}/desktop_ids/${n}`, NOT_POSSIBLE)
    const change = created(here, 'bandwidth', [], { size: bandwidth_size })
    return [lineFor(entry, productNamed(here, 'bandwidth', at, BANDWIDTH), desktop_ids.length || count, bandwidth_size, change)]
  },

  apply_subnet_bandwidth(here, entry, at) {
    const { charge_mode, bandwidth_name, bandwidth_size = 1 } = entry.apply_subnet_bandwidth
    // The other modes are pay-per-use: nothing is ordered for them.
    if (charge_mode !== BANDWIDTH) return here.refuse('malformed', `${at}/charge_mode`, BANDWIDTH, charge_mode, NOT_POSSIBLE)
    const change = created(here, 'bandwidth', bandwidth_name ? [bandwidth_name] : [], { size: bandwidth_size })
    return [lineFor(entry, productNamed(here, 'bandwidth', `${at}/charge_mode`, charge_mode), 1, bandwidth_size, change)]
  },

  create_exclusive_hosts(here, entry, at) {
    const { product_id, quantity, image_volumes, memory_volumes } = entry.create_exclusive_hosts
    const host = lineFor(entry, productNamed(here, 'desktop', `${at}/product_id`, product_id), quantity, 1)
    const disks = (member: string, volumes: readonly Volume[]) =>
      volumes.map((volume, n) => lineFor(entry, disk(here, `${at}/${member}/${n}/type`, volume), quantity, volume.size))
    return [host, ...disks('image_volumes', image_volumes), ...disks('memory_volumes', memory_volumes)]
  },

  subscribe_user_sharer(here, entry, at) {
    const { user_sharer_sku, users } = entry.subscribe_user_sharer
    const product = productNamed(here, 'sharer', `${at}/user_sharer_sku`, user_sharer_sku)
    const change = created(
      here,
      'sharer',
      users.map(({ user_name, id }) => user_name ?? id ?? ''),
      { productId: product.id },
    )
    return [lineFor(entry, product, users.length, 1, change)]
  },
} satisfies { readonly [K in keyof Entry]?: MakeLines<K> }

export type OrderKind = keyof typeof KINDS
/** The same functions for callers that have checked that the entry contains the member. */
export const LINES_OF = KINDS as Readonly<Record<OrderKind, (here: Here, entry: Entry, at: string) => LinePlacement[]>>

/** The charge mode of prepaid bandwidths, and the name of their product. */
const BANDWIDTH = 'wks_bandwidth'

const disk = (here: Here, pointer: string, { type }: Volume): Product => productNamed(here, 'disk', pointer, type)

const named = (prefix: string | undefined, count: number): string[] =>
  prefix === undefined ? [] : Array.from({ length: count }, (_, n) => (count === 1 ? prefix : `${prefix}-${n + 1}`))

/** Desktops with their image and disks, alone or as a pool. */
function equipped(
  here: Here,
  entry: Entry,
  at: string,
  wanted: { product_id: string; image_id: string; image_type: string; root_volume: Volume; data_volumes?: readonly Volume[] },
  count: number,
  { kind, names }: { readonly kind: 'desktop' | 'desktop-pool'; readonly names: readonly string[] },
): LinePlacement[] {
  const { product_id, image_id, image_type, root_volume, data_volumes = [] } = wanted
  const product = productNamed(here, 'desktop', `${at}/product_id`, product_id)
  const image = imageNamed(here, at, { image_id, image_type })
  const attributes = { productId: product.id, imageId: image.id, rootVolumeType: root_volume.type, rootVolumeSize: root_volume.size }
  const own = kind === 'desktop-pool' ? { size: count } : {}
  return [
    lineFor(entry, product, count, 1, created(here, kind, names, { ...attributes, ...own })),
    lineFor(entry, disk(here, `${at}/root_volume/type`, root_volume), count, root_volume.size),
    ...data_volumes.map((one, n) => lineFor(entry, disk(here, `${at}/data_volumes/${n}/type`, one), count, one.size)),
  ]
}

/** `each` is the number of priced units per piece: gigabytes, Mbit/s. */
function lineFor(entry: Entry, product: Product, quantity: number, each: number, change?: Change, itemId?: string): LinePlacement {
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

function created(
  { input }: Here,
  kind: WorkspaceItem['kind'],
  names: readonly string[],
  attributes: Record<string, string | number>,
): Extract<Change, { does: 'create' }> {
  return { does: 'create', kind, projectId: input.path.project_id, names, attributes }
}
