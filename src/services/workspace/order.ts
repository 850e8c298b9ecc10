import { firstEventOf } from '../../commerce/ordering/first-status.ts'
import { type LinePlacement, placeOrder } from '../../commerce/ordering/place.ts'
import type { operations } from '../../spec/generated/workspace.ts'
import type { Behaviour, BehaviourContext } from '../behaviour.ts'
import { enterpriseProjectsFor } from '../enterprise-project.ts'
import { job } from './batch.ts'
import { type Entry, LINES_OF, type OrderKind } from './order-lines.ts'
import { productNamed, WORKSPACE_SERVICE } from './products.ts'

/** The member of a resource entry for each type of order. The definition writes one type with a capital letter. */
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
} as const satisfies Readonly<Record<string, OrderKind>>

/** A first order for desktops, pools, disks, bandwidths and similar. Entries without the member of the type are refused (inferred). */
export const orderAnew: Behaviour<operations['CreateOrder']> = (context) => {
  const { input, fail, refuse } = context
  const { type, resources } = input.body
  const member = Object.hasOwn(MEMBER, type) ? MEMBER[type as keyof typeof MEMBER] : undefined
  if (!member) return refuse('malformed', '/body/type', Object.keys(MEMBER).join(', '), type)
  const lines = resources.flatMap((entry: Entry, n) => {
    if (entry[member] === undefined) return fail('WKS.0001')
    return LINES_OF[member](context, entry, `/body/resources/${n}/${member}`)
  })
  const returnUrl = resources.find((entry) => entry.cloud_service_console_url)?.cloud_service_console_url
  return place(context, lines, {
    ...(returnUrl === undefined ? {} : { returnUrl }),
    ...(resources.some(({ is_auto_renew }) => is_auto_renew === 1) ? { autoRenew: true } : {}),
  })
}

/** Packages for desktops: one line each. */
export const orderPackages: Behaviour<operations['CreateResourcePackagesOrder']> = (context) => {
  const { input, fail } = context
  const { resource_packages, resource_size = 1 } = input.body
  if (resource_size === 0) return fail('WKS.0001')
  const lines = resource_packages.map(({ resource_spec_code, desktop_resource_spec_code }, n): LinePlacement => {
    const at = `/body/resource_packages/${n}`
    const { id: productId, periodType } = productNamed(context, 'package', `${at}/resource_spec_code`, resource_spec_code)
    productNamed(context, 'desktop', `${at}/desktop_resource_spec_code`, desktop_resource_spec_code)
    return { productId, quantity: resource_size, ...(periodType ? { periodType, periodNum: 1 } : {}) }
  })
  return place(context, lines, {})
}

/** The requests of both operations, which have the same members besides the lines. */
type Request = BehaviourContext<operations['CreateOrder']> | BehaviourContext<operations['CreateResourcePackagesOrder']>

function place(
  context: Request,
  lines: readonly LinePlacement[],
  more: { readonly returnUrl?: string; readonly autoRenew?: boolean },
): { order_id: string; job_id?: string } {
  const { caller, world, input } = context
  const { enterprise_project_id, extend_param } = input.body
  const order = placeOrder(world, {
    customerId: caller.account.id,
    type: 'new',
    serviceType: WORKSPACE_SERVICE,
    lines,
    autoPay: extend_param?.is_auto_pay === 'true',
    enterpriseProjects: enterpriseProjectsFor(context, enterprise_project_id),
    event: firstEventOf(lines.flatMap(({ productId }) => world.products.get(productId) ?? [])),
    ...more,
  })
  return { order_id: order.id, ...job(world) }
}
