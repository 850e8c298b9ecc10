import type { UsageRecord } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import { afterSetting } from '../ordering/periods.ts'
import { faultOf, type ParsedRecord, resourceOf } from './check-record.ts'
import { isLate, planCollection } from './collect.ts'
import { readRecord, type SentRecord } from './read-record.ts'
import type { RecordFault } from './record-faults.ts'

/**
 * Stores a record as it came, records `usage.received`, and checks it at once or later. Returns a fault that is found at once. A faulty
 * record stays in the world for inspection; it is never billed.
 */
export function takeRecord(
  world: World,
  sellerId: string,
  sent: SentRecord,
  how: { readonly interface: UsageRecord['interface']; readonly check: 'at-once' | 'later' },
): RecordFault | undefined {
  const { fault: unreadable, ...read } = readRecord(sent)
  const id = `U${`${world.ids.next('usage')}`.padStart(10, '0')}`
  const { metering_sn: meteringSn, relate_pkg_instance: packageInstanceId, instance_id: instanceId } = sent
  const resource = resourceOf(world, { instanceId, sellerId })
  const own = resource && world.products.get(resource.productId)?.sellerId === sellerId
  const record = world.transition('usage', id, 'receive', {
    sellerId,
    instanceId,
    interface: how.interface,
    receivedAt: world.clock.now(),
    ...read,
    ...(own ? { resourceId: resource.id, customerId: resource.customerId } : {}),
    ...(how.interface === 'new' && meteringSn ? { meteringSn } : {}),
    ...(packageInstanceId ? { packageInstanceId } : {}),
  })
  world.emit({ type: 'usage.received', usageId: id, sellerId })
  const fault = unreadable ?? wrongProduct(sent, resource?.productId)
  if (fault === undefined && how.check === 'later') {
    world.plan(afterSetting(world, 'koogallery.usage_check_delay'), 'usage.check', { usageId: id })
    return undefined
  }
  return judge(world, record, fault)
}

/** Checks a record that was stored without a check. */
export function checkLater(world: World, usageId: string): void {
  const record = world.usage.get(usageId)
  if (record?.status === 'received') judge(world, record)
}

function judge(world: World, record: UsageRecord, known?: RecordFault): RecordFault | undefined {
  const { id: usageId, sellerId } = record
  const fault = known ?? faultOf(world, record satisfies ParsedRecord)
  if (fault !== undefined) {
    world.transition('usage', usageId, 'fault', { fault })
    world.emit({ type: 'usage.faulty', usageId, sellerId, reason: fault })
    return fault
  }
  const resource = resourceOf(world, record)!
  const product = world.products.get(resource.productId)
  const late = product !== undefined && isLate(product, record)
  world.transition('usage', usageId, 'accept', {
    resourceId: resource.id,
    customerId: resource.customerId,
    ...(late ? { late } : {}),
  })
  world.emit({ type: 'usage.accepted', usageId, sellerId })
  if (late) world.emit({ type: 'usage.late', usageId, sellerId })
  planCollection(world, resource)
  return undefined
}

/** The old interface also names the product. An instance of another product counts as unknown (inferred). */
function wrongProduct({ product_id }: SentRecord, productId: string | undefined): RecordFault | undefined {
  return product_id !== undefined && productId !== undefined && product_id !== productId ? '001' : undefined
}
