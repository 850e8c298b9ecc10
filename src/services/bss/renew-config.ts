import { planLifeOf } from '../../commerce/life/life.ts'
import type { operations } from '../../spec/generated/bss.ts'
import type { Behaviour } from '../behaviour.ts'

/** Values for each name: days before the end, and days of the month. -1 is the last day of the month. */
const VALUES = {
  DEDUCTION_DATE: { pattern: /^[2-7]$/, expected: 'a number of days from 2 to 7' },
  EXPIRE_DATE: { pattern: /^(-1|[1-9]|1\d|2[0-8])$/, expected: 'a day from 1 to 28, or -1' },
} as const

/** Sets the account's day of deduction, or the day of the month on which renewed resources end. */
export const setResourcesRenewConfig: Behaviour<operations['SetResourcesRenewConfig']> = ({ world, caller, input, refuse }) => {
  const { config_name, config_value } = input.body
  const { pattern, expected } = VALUES[config_name]
  if (!pattern.test(config_value)) refuse('range', '/body/config_value', expected, JSON.stringify(config_value))
  const value = Number(config_value)
  world.accounts.change(caller.account.id, config_name === 'DEDUCTION_DATE' ? { deductionDays: value } : { commonEndDay: value })
  planLifeOf(world, caller.account.id)
  return { error_code: 'CBC.0000', error_msg: 'success' }
}
