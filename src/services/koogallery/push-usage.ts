import type { SentRecord } from '../../commerce/usage/read-record.ts'
import { RECORD_FAULTS, type RecordFault } from '../../commerce/usage/record-faults.ts'
import { takeRecord } from '../../commerce/usage/take-records.ts'
import type { operations } from '../../spec/generated/koogallery.ts'
import type { Behaviour } from '../behaviour.ts'

/** The new usage push: all records are stored. Faults are listed in the answer, or found later (setting). */
export const pushUsage: Behaviour<operations['PushUsageData']> = ({ world, input, caller }) => {
  const listed = world.setting('koogallery.usage_faulty_records') === 'listed'
  const records = input.body.usage_records as readonly SentRecord[]
  const faults = records.flatMap((record) => {
    const fault = takeRecord(world, caller.account.id, record, { interface: 'new', check: listed ? 'at-once' : 'later' })
    return fault === undefined ? [] : [fault]
  })
  const answer = { error_code: 'MKT.0000', error_msg: 'Success' }
  if (!listed || faults.length === 0) return answer
  // The name of the list is not published: a setting defines it.
  const list = world.setting('koogallery.usage_abnormal_list')
  return { ...answer, [list]: faults.map((fault) => ({ error_code: fault, error_msg: RECORD_FAULTS[fault] })) } as typeof answer
}

/** Immediate errors of the old interface, if enabled (setting `legacy_usage_faults`). Its table has no others. */
const LEGACY: Readonly<Partial<Record<RecordFault, string>>> = { '001': 'MKT.9001', '009': 'MKT.9001', '007': 'MKT.9004' }

/** The old usage push: records are stored and checked later; or, by setting, the first faulty one refuses the whole call. */
export const pushUsageLegacy: Behaviour<operations['PushUsageDataLegacy']> = ({ world, input, caller, fail }) => {
  const records = input.body.usage_records as readonly SentRecord[]
  if (records.length > world.setting('koogallery.legacy_usage_batch_limit')) return fail('MKT.9003')
  const atOnce = world.setting('koogallery.legacy_usage_faults') === 'at-once'
  for (const record of records) {
    const fault = takeRecord(world, caller.account.id, record, { interface: 'old', check: atOnce ? 'at-once' : 'later' })
    if (atOnce && fault !== undefined) return fail(LEGACY[fault] ?? 'MKT.9002')
  }
  return { resultCode: 'MKT.0000', resultMsg: 'Success' }
}
