import { didYouMean } from '../language/did-you-mean.ts'
import { SpecFault } from '../spec/document/fault.ts'
import { addPeriod } from '../world/engine/calendar.ts'
import type { World } from '../world/world-api.ts'
import type { Cause, DeliveryTable, Timetable } from './marketplace-api.ts'

const TIMETABLE_KEYS = ['every', 'for', 'times', 'ends', 'afterwards', 'about', 'x-source', 'x-evidence']
const CAUSE_KEYS = [
  ...['on', 'of', 'orders', 'kinds', 'charging', 'except', 'unsubscribe', 'changes', 'station', 'after', 'each', 'call', 'v1'],
  ...['timetable', 'v1-timetable', 'online-timetable', 'scene', 'status', 'about', 'x-source', 'x-evidence'],
]
const FILE = 'specs/production/deliveries.yaml'

/** Reads the table. @throws SpecFault naming a key, call or timetable that does not exist */
export function readDeliveries(value: unknown, knows: (operation: string) => boolean): DeliveryTable {
  const { timetables: given = {}, deliveries: rows = [], ...rest } = (value ?? {}) as Record<string, unknown>
  refuseUnknown(rest, ['x-source', 'x-evidence'], FILE)
  const timetables = new Map<string, Timetable>()
  for (const [name, raw] of Object.entries(given as Record<string, Record<string, unknown>>)) {
    refuseUnknown(raw, TIMETABLE_KEYS, `${FILE}: timetable "${name}"`)
    const { 'x-source': source = [], 'x-evidence': evidence = 'doc', ...plan } = raw
    if (!['cancel', 'hold', 'drop'].includes(String(plan['afterwards'])))
      throw new SpecFault(`${FILE}: timetable "${name}": afterwards is cancel, hold or drop.`)
    timetables.set(name, {
      ...(plan as unknown as Omit<Timetable, 'name' | 'source' | 'evidence'>),
      name,
      source: source as string[],
      evidence: String(evidence),
    })
  }
  const causes = (rows as Record<string, unknown>[]).map((raw, i): Cause => {
    const where = `${FILE}: row ${i + 1}`
    refuseUnknown(raw, CAUSE_KEYS, where)
    const {
      'x-source': source = [],
      'x-evidence': _evidence,
      'v1-timetable': v1Timetable,
      'online-timetable': onlineTimetable,
      ...row
    } = raw
    const cause = {
      ...(row as unknown as Cause),
      source: source as string[],
      ...(v1Timetable === undefined ? {} : { v1Timetable: String(v1Timetable) }),
      ...(onlineTimetable === undefined ? {} : { onlineTimetable: String(onlineTimetable) }),
    }
    for (const call of [cause.call, cause.v1, cause.of, cause.after])
      if (call !== undefined && !knows(call)) throw new SpecFault(`${where}: there is no call "${call}".`)
    for (const name of [cause.timetable, cause.v1Timetable, cause.onlineTimetable]) {
      if (name !== undefined && !timetables.has(name))
        throw new SpecFault(`${where}: there is no timetable "${name}".${didYouMean(name, timetables.keys())}`)
    }
    return cause
  })
  return { timetables, causes }
}

/**
 * The moment of the attempt after number `made`, or undefined when that was the last. Intervals count from the first attempt, however
 * long the answers took, and the last attempt is made when the time is up. Settings are read from the world.
 */
export function nextAttempt(world: World, timetable: Timetable, firstAt: number, made: number): number | undefined {
  if (timetable.times !== undefined && made >= timetable.times) return undefined
  if (timetable.every === undefined) return undefined
  const now = world.clock.now()
  const pause = Math.max(1, addPeriod(firstAt, lengthOf(world, timetable.every)) - firstAt)
  const next = firstAt + pause * Math.max(made, Math.floor((now - firstAt) / pause) + 1)
  if (timetable.for === undefined) return next
  const end = addPeriod(firstAt, lengthOf(world, timetable.for))
  return next <= end ? next : now < end ? end : undefined
}

/** When the order of a call is void, where that is later than now: the call waits for a person until then. */
export function endOfWaiting(world: World, { ends }: Timetable, firstAt: number): number | undefined {
  const at = ends === undefined ? undefined : addPeriod(firstAt, lengthOf(world, ends))
  return at !== undefined && at > world.clock.now() ? at : undefined
}

function lengthOf(world: World, text: string): string {
  return text.startsWith('@') ? String(world.settingByName(text.slice(1))) : text
}

function refuseUnknown(raw: object, known: readonly string[], where: string): void {
  for (const key of Object.keys(raw))
    if (!known.includes(key)) throw new SpecFault(`${where}: unknown key "${key}".${didYouMean(key, known)}`)
}
