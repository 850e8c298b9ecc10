import type { components, operations } from '../../spec/generated/bss.ts'
import { formatUtc } from '../../world/engine/calendar.ts'
import type { Product, Resource, ServiceType } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import type { Behaviour, BehaviourContext } from '../behaviour.ts'
import { membersOf } from './listed-order.ts'
import { serviceTypeMembers } from './localised-names.ts'
import { memoize } from './memoize.ts'
import { customerMeant } from './partner-customers.ts'
import type { Span } from './select-orders.ts'
import { RESOURCE_STATUS, resourceStatus, type ShownResourceStatus } from './status-filter.ts'
import { spanOf } from './time-span.ts'

type Query = operations['ListPayPerUseCustomerResources']
type Body = components['schemas']['ListPayPerUseCustomerResourcesRequest']

/** A yearly/monthly resource: it has an end and is no longer being created. */
type Lasting = Resource & { readonly status: ShownResourceStatus; readonly expireAt: number }

/** Yearly/monthly resources of the caller, earliest end first (the vendor documents no order). */
export const listResources: Behaviour<Query> = (context) => {
  const { world, input } = context
  const { offset = 0, limit = 10, expire_time_begin, expire_time_end, customer_id, indirect_partner_id } = input.body
  refuseNullIds(context)
  const expiry = spanOf(
    context,
    ['/body/expire_time_begin', filledText(expire_time_begin)],
    ['/body/expire_time_end', filledText(expire_time_end)],
  )
  const customerId = customerMeant(context, { customer_id: filledText(customer_id), indirect_partner_id: filledText(indirect_partner_id) })
  if (customerId === undefined) return { total_count: 0, data: [] }
  const { count, page } = select(context, customerId, expiry, offset, limit)
  return { total_count: count, data: page.map((resource) => formOf(world, resource)) }
}

/** A text filter; an empty text or null means no filter. */
const filledText = (text: string | null | undefined): string | undefined => (text === null || text === '' ? undefined : text)

function refuseNullIds({ input, world, refuse }: BehaviourContext<Query>): void {
  if (input.body.resource_ids === null && world.setting('bss.nullResourceIds') === 'refused') {
    refuse('unsupported', '/body/resource_ids', 'a list of ids', 'null')
  }
}

function select({ world, input }: BehaviourContext<Query>, customerId: string, expiry: Span, offset: number, limit: number) {
  const { body } = input
  const all = world.resources.range('customer-expiry', customerId, expiry.from, expiry.to)
  const orderId = filledText(body.order_id)
  const ofOrder = orderId === undefined ? undefined : idsOf(world, orderId, customerId)
  const named = idsNamed(world, body)
  const narrowed = candidates(world, body, customerId, named ?? ofOrder)
  const matching = (resource: Resource): resource is Lasting =>
    resource.customerId === customerId && (!ofOrder || ofOrder.has(resource.id)) && matches(world, resource, body, expiry, named)
  // The index contains exactly the resources with an end, so only the page has to be cut.
  if (!narrowed && !filters(body)) return { count: all.count, page: all.slice(offset, offset + limit).filter(matching) }
  // The index is already in the order of the answer; resources found by their ids have to be sorted.
  if (!narrowed || narrowed.length >= all.count) {
    const found = all.slice(0).filter(matching)
    return { count: found.length, page: found.slice(offset, offset + limit) }
  }
  const found = narrowed.filter(matching)
  found.sort((a, b) => a.expireAt - b.expireAt || (a.id < b.id ? -1 : 1))
  return { count: found.length, page: found.slice(offset, offset + limit) }
}

/** An empty list of states or ids filters nothing, like an absent one (inferred). */
const filled = <T>(list: readonly T[] | null | undefined): list is readonly T[] => list !== undefined && list !== null && list.length > 0

function filters({ only_main_resource, status_list, service_type_code }: Body): boolean {
  return only_main_resource === 1 || filled(status_list) || filledText(service_type_code) !== undefined
}

/**
 * The resources that can match, when the request names them or their order, or when few are in the requested states. Undefined when the
 * index of all is better.
 */
function candidates(
  world: World,
  { status_list }: Body,
  customerId: string,
  named: ReadonlySet<string> | undefined,
): readonly Resource[] | undefined {
  if (named) return [...named].flatMap((id) => world.resources.get(id) ?? [])
  if (!filled(status_list)) return undefined
  const rows = [...new Set(status_list)].map((code) => world.resources.where('customer-status', `${customerId}|${resourceStatus(code)}`))
  const most = world.resources.range('customer-expiry', customerId).count
  return rows.reduce((sum, row) => sum + row.count, 0) < most ? rows.flatMap((row) => [...row]) : undefined
}

/** The resources that a request names, with their attached resources unless only main resources are requested (GO). */
function idsNamed(world: World, { resource_ids, only_main_resource }: Body): ReadonlySet<string> | undefined {
  if (!filled(resource_ids)) return undefined
  const attached = only_main_resource === 1 ? [] : resource_ids.flatMap((id) => [...world.resources.where('main', id)])
  return new Set([...resource_ids, ...attached.map(({ id }) => id)])
}

/** Resources of an order, or of all orders of a combined transaction. */
function idsOf(world: World, orderId: string, customerId: string): ReadonlySet<string> {
  const orders = [world.orders.get(orderId) ?? [], ...membersOf(world, orderId, customerId)].flat()
  return new Set(orders.flatMap(({ id, resourceIds }) => [...resourceIds, ...[...world.resources.where('order', id)].map((one) => one.id)]))
}

function matches(
  world: World,
  resource: Resource,
  { only_main_resource, status_list, service_type_code }: Body,
  { from = -Infinity, to = Infinity }: Span,
  named: ReadonlySet<string> | undefined,
): resource is Lasting {
  if (resource.status === 'creating' || resource.expireAt === undefined) return false
  if (resource.expireAt < from || resource.expireAt > to) return false
  // An attached resource that is named explicitly is listed nevertheless.
  if (only_main_resource === 1 && resource.mainResourceId !== undefined && !named) return false
  if (filled(status_list) && !status_list.includes(RESOURCE_STATUS[resource.status])) return false
  if (named && !named.has(resource.id)) return false
  if (service_type_code === undefined || service_type_code === null) return true
  return world.products.get(resource.productId)?.serviceType.toLowerCase() === service_type_code.toLowerCase()
}

function formOf(world: World, resource: Lasting) {
  const product = world.products.get(resource.productId)
  return resourceForm(resource, product, product && world.serviceTypes.get(product.serviceType))
}

const resourceForm = memoize(
  (resource: Lasting, product: Product | undefined, type: ServiceType | undefined): components['schemas']['OrderInstanceV2'] => ({
    id: resource.instanceId,
    resource_id: resource.id,
    resource_name: resource.name,
    region_code: resource.regionCode,
    ...(product ? serviceTypeMembers(product.serviceType, type, 'zh') : {}),
    ...(product ? { resource_type_code: product.resourceType, resource_type_name: product.resourceTypeName } : {}),
    ...(product ? { resource_spec_code: product.resourceSpec } : {}),
    ...(resource.projectId === undefined ? {} : { project_id: resource.projectId }),
    product_id: resource.productId,
    ...(resource.mainResourceId === undefined ? {} : { parent_resource_id: resource.mainResourceId }),
    is_main_resource: resource.mainResourceId === undefined ? 1 : 0,
    status: RESOURCE_STATUS[resource.status],
    effective_time: formatUtc(resource.effectiveAt),
    expire_time: formatUtc(resource.expireAt),
    // The world stores the vendor's number.
    expire_policy: resource.expirePolicy as 0 | 1 | 2 | 3 | 4 | 5,
    ...(product ? { product_spec_desc: product.specDesc } : {}),
    ...(resource.specSize === undefined ? {} : { spec_size: resource.specSize }),
    ...(resource.specSizeMeasure === undefined ? {} : { spec_size_measure_id: resource.specSizeMeasure }),
    update_time: formatUtc(resource.updatedAt),
    ...(resource.enterpriseProject === undefined ? {} : { enterprise_project: { ...resource.enterpriseProject } }),
  }),
)
