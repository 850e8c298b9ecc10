import { parseUtc } from '../../world/engine/calendar.ts'
import type { RecordFault } from './record-faults.ts'

/** A record as it is sent. The old interface has `product_id` and no `metering_sn`. */
export interface SentRecord {
  readonly instance_id: string
  readonly record_time: string
  readonly begin_time: string
  readonly end_time: string
  readonly usage_value: string | number
  readonly metering_sn?: string
  readonly product_id?: string
  readonly relate_pkg_instance?: string
}

/** A parsed record: epoch milliseconds UTC, and ten-thousandths of a unit. Values that cannot be parsed are 0. */
export interface ReadRecord {
  readonly recordAt: number
  readonly beginAt: number
  readonly endAt: number
  readonly value: number
  /** 002 or 003 when something cannot be parsed. */
  readonly fault?: RecordFault
}

/** Parses times and value of a record. */
export function readRecord({ record_time, begin_time, end_time, usage_value }: SentRecord): ReadRecord {
  const [recordAt, beginAt, endAt] = [record_time, begin_time, end_time].map(momentOf)
  const value = unitsOf(usage_value)
  const fault = recordAt === undefined || beginAt === undefined || endAt === undefined ? '002' : value === undefined ? '003' : undefined
  return { recordAt: recordAt ?? 0, beginAt: beginAt ?? 0, endAt: endAt ?? 0, value: value ?? 0, ...(fault ? { fault } : {}) }
}

/** `yyyyMMdd'T'HHmmss'Z'`, UTC. */
function momentOf(text: string): number | undefined {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text)
  if (!parts) return undefined
  const [, year, month, day, hour, minute, second] = parts
  return parseUtc(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
}

/** Above 0, at most four decimals and twelve digits in total (Double(12,4)), at most 20 characters. */
function unitsOf(sent: string | number): number | undefined {
  const text = String(sent)
  const parts = text.length > 20 ? null : /^(\d{1,8})(?:\.(\d{1,4}))?$/.exec(text)
  if (!parts) return undefined
  const value = Number(parts[1]) * 10_000 + Number((parts[2] ?? '').padEnd(4, '0'))
  return value > 0 ? value : undefined
}
