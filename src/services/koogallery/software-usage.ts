import { emitLicenceFact } from '../../commerce/licences/licences.ts'
import type { components, operations } from '../../spec/generated/koogallery.ts'
import { compact, inShanghai } from '../../world/engine/calendar.ts'
import type { Licence } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import type { Behaviour, BehaviourContext } from '../behaviour.ts'
import { ownCode } from './licence-batch.ts'
import { succeeded } from './licences.ts'

type Reporting = BehaviourContext<operations['ReportSoftwareUsage']>
type Reported = components['schemas']['SoftwareUsageInfo']

/**
 * Stores who used licensed software on this day in UTC+8. Clients are counted once a day; a reported number replaces the previous one. All
 * or none: an unknown or inactive code refuses the whole call (inferred).
 */
export const reportSoftwareUsage: Behaviour<operations['ReportSoftwareUsage']> = (context) => {
  const { world, input } = context
  const reports = input.body.usage_info
  const unknown = reports.map(({ license }) => license).filter((code) => ownCode(context, code) === undefined)
  if (unknown.length > 0) refused(context, '92020020', unknown)
  const idle = reports.map(({ license }) => license).filter((code) => world.licences.get(code)?.status !== 'active')
  if (idle.length > 0) refused(context, '92020011', idle)
  for (const { license, software_usage_Info: reported } of reports) {
    const counted = reported.filter((one) => one.active_num !== undefined)
    if (counted.length > 0 && counted.length < reported.length)
      context.refuse('malformed', '/body/usage_info/software_usage_Info', 'id in all entries or active_num in all', 'both')
    const licence = ownCode(context, license)
    if (licence) keep(world, licence, reported)
  }
  return succeeded(world)
}

/** The name of the list is only partly published: a setting defines it. */
function refused({ world, fail }: Reporting, error: string, codes: readonly string[]): never {
  const list = world.setting('koogallery.software_usage_fail_list')
  return fail(error, {}, { data: { [list]: [...new Set(codes)] } })
}

function keep(world: World, licence: Licence, reported: readonly Reported[]): void {
  const now = world.clock.now()
  const day = compact(inShanghai(now)).slice(0, 8)
  const id = `${licence.id}|${day}`
  const before = world.licenceUses.get(id)
  const clients = new Set([...(before?.clients ?? []), ...reported.flatMap((one) => one.id ?? [])])
  const activeNum = reported.at(-1)?.active_num ?? before?.activeNum
  world.licenceUses.put({
    id,
    licenceId: licence.id,
    sellerId: licence.sellerId,
    day,
    clients: [...clients],
    ...(activeNum === undefined ? {} : { activeNum }),
    reportedAt: now,
  })
  emitLicenceFact(world, licence, 'licence.used')
}
