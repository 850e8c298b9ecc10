import { RECORD_FAULTS, type RecordFault } from '../../commerce/usage/record-faults.ts'
import type { UsageRecord } from '../../world/entities/entities.ts'
import type { ConsoleBehaviours } from '../console-behaviour.ts'
import { yuan } from '../money.ts'
import { sellerOf } from './seller.ts'

/** A seller's usage records and their state (话单管理). */
export const usage: ConsoleBehaviours<'ListUsageRecords'> = {
  ListUsageRecords(context) {
    const { world, input } = context
    const seller = sellerOf(context, input.path.seller)
    const { instance, status, limit = 100 } = input.query
    const records = [...world.usage.where('seller', seller.id)]
      .filter((record) => (instance ?? record.instanceId) === record.instanceId && (status ?? record.status) === record.status)
      .reverse()
    return { count: records.length, records: records.slice(0, limit).map(shown) }
  },
}

const iso = (at: number) => new Date(at).toISOString()
const units = (tenThousandths: number) => String(tenThousandths / 10_000)

function shown(record: UsageRecord) {
  const { id, instanceId, meteringSn, beginAt, endAt, value, status, fault, packageInstanceId, deducted, charged } = record
  const { receivedAt, late, billedAt } = record
  return {
    id,
    instance: instanceId,
    ...(meteringSn === undefined ? {} : { sn: meteringSn }),
    from: iso(beginAt),
    to: iso(endAt),
    value: units(value),
    status,
    ...(fault === undefined ? {} : { fault, why: RECORD_FAULTS[fault as RecordFault] }),
    received: iso(receivedAt),
    ...(late ? { late } : {}),
    ...(packageInstanceId === undefined ? {} : { package: packageInstanceId }),
    ...(deducted === undefined ? {} : { deducted: units(deducted) }),
    ...(billedAt === undefined ? {} : { billed: iso(billedAt) }),
    ...(charged === undefined ? {} : { charged: yuan(charged) }),
  }
}
