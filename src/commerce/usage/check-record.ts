import type { Resource, UsageRecord } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import { lengthOfSetting } from '../ordering/periods.ts'
import { packageNamed, packagesOf } from './packages.ts'
import type { RecordFault } from './record-faults.ts'

/** A parsed record before it is checked. */
export type ParsedRecord = Pick<
  UsageRecord,
  'id' | 'sellerId' | 'instanceId' | 'meteringSn' | 'interface' | 'beginAt' | 'endAt' | 'value' | 'packageInstanceId' | 'receivedAt'
>

/** The pay-per-use resource of a record, whoever sells it. */
export function resourceOf(world: World, { instanceId, sellerId }: Pick<ParsedRecord, 'instanceId' | 'sellerId'>): Resource | undefined {
  const found = [...world.resources.where('seller-instance', instanceId)]
  return found.find(({ productId }) => world.products.get(productId)?.sellerId === sellerId) ?? found[0]
}

/**
 * The fault of a parsed record; undefined when there is none (koogallery.md 10.1, 10.2; the order of the checks is inferred). Repeating a
 * faulty record is not a fault, because failed records have to be reported again.
 */
export function faultOf(world: World, record: ParsedRecord): RecordFault | undefined {
  if (record.interface === 'new' && (record.meteringSn ?? '') === '') return '004'
  const resource = resourceOf(world, record)
  if (!resource) return '001'
  const product = world.products.get(resource.productId)
  if (product?.sellerId !== record.sellerId) return '009'
  if (product.chargingMode !== 'on-demand') return '012'
  return (
    stateFault(world, record, resource) ??
    timeFault(world, record, resource) ??
    repeatFault(world, record) ??
    packageFault(world, record, resource)
  )
}

function stateFault(world: World, { endAt, value }: ParsedRecord, { status, productId, updatedAt }: Resource): RecordFault | undefined {
  if (world.products.get(productId)?.status === 'withdrawn') return '006'
  if (status === 'creating') return '016'
  if (status === 'closed' && endAt > updatedAt) return '014'
  if (status === 'frozen' || status === 'expired') return '013'
  const most = world.setting('koogallery.usage_risk_value')
  return most > 0 && value > most * 10_000 ? '019' : undefined
}

function timeFault(world: World, { beginAt, endAt, receivedAt }: ParsedRecord, { effectiveAt }: Resource): RecordFault | undefined {
  if (beginAt > endAt || endAt > receivedAt) return '011'
  // begin_time has whole seconds: a resource that opened within that second counts as open.
  if (beginAt < Math.floor(effectiveAt / 1000) * 1000) return '015'
  return receivedAt - beginAt > lengthOfSetting(world, 'koogallery.usage_age_limit') ? '007' : undefined
}

function repeatFault(world: World, { id, sellerId, meteringSn, instanceId, beginAt, endAt }: ParsedRecord): RecordFault | undefined {
  const counts = (other: UsageRecord) => other.id !== id && (other.status === 'accepted' || other.status === 'billed')
  if (meteringSn !== undefined && [...world.usage.where('sn', `${sellerId}|${meteringSn}`)].some(counts)) return '005'
  // Sellers choose instance ids, so two sellers may use the same one.
  const own = (other: UsageRecord) => other.sellerId === sellerId && counts(other)
  return [...world.usage.where('span', `${instanceId}|${beginAt}|${endAt}`)].some(own) ? '010' : undefined
}

function packageFault(world: World, { packageInstanceId }: ParsedRecord, resource: Resource): RecordFault | undefined {
  if (packageInstanceId === undefined) return packagesOf(world, resource).some(({ product }) => product.stopsWhenUsedUp) ? '017' : undefined
  return packageNamed(world, resource, packageInstanceId)?.resource.status === 'in-use' ? undefined : '018'
}
