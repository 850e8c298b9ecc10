import type { Bundle } from '../../spec/document/model.ts'
import type { Members } from '../read-body.ts'
import { type Change, type Level, textOf } from './rules.ts'

interface Table {
  readonly timetables?: Readonly<Record<string, Members>>
  readonly deliveries?: readonly Members[]
}

/** Members that do not affect who is called or how often. */
const PROSE = ['about', 'x-source', 'x-evidence']
const HOW_OFTEN = ['timetable', 'v1-timetable', 'online-timetable']

/** Changes of which fact leads to which call, how often it is tried, and what becomes of an order when it fails (`deliveries.yaml`). */
export function* compareTimetables(old: Bundle, now: Bundle): Generator<Change> {
  const [before, after] = [old, now].map(({ deliveries }) => (deliveries ?? {}) as Table) as [Table, Table]
  const change = (what: string, key: string, was: unknown, is: unknown, level: Level): Change => ({
    code: `provider.timetable.${what}`,
    level,
    pointer: `/deliveries/${key}`,
    old: textOf(was),
    now: textOf(is),
  })
  const [tables, others] = [before.timetables ?? {}, after.timetables ?? {}]
  const known = new Map((before.deliveries ?? []).map((row) => [rowName(row), row]))
  const left = new Map((after.deliveries ?? []).map((row) => [rowName(row), row]))
  for (const [name, row] of known) {
    const other = left.get(name)
    if (!other) yield change('call-removed', name, 'called', 'not called any more', 'risky')
    else for (const key of HOW_OFTEN) if (row[key] !== other[key]) yield change('replaced', `${name}/${key}`, row[key], other[key], 'risky')
  }
  for (const name of left.keys()) if (!known.has(name)) yield change('call-added', name, 'not called', 'called', 'risky')
  for (const [name, one] of Object.entries(tables)) {
    const other = others[name]
    // An unused timetable is reported with the rows that used it.
    if (!other) continue
    if (one['afterwards'] !== other['afterwards']) {
      const level = other['afterwards'] === 'cancel' ? 'breaking' : 'risky'
      yield change('ending-changed', `${name}/afterwards`, one['afterwards'], other['afterwards'], level)
    }
    yield* compareTries(name, one, other, change)
    for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
      if ([...PROSE, 'afterwards', 'times', 'for', 'every'].includes(key) || JSON.stringify(one[key]) === JSON.stringify(other[key]))
        continue
      yield change('changed', `${name}/${key}`, one[key], other[key], 'risky')
    }
  }
}

function* compareTries(
  name: string,
  one: Members,
  other: Members,
  change: (what: string, key: string, was: unknown, is: unknown, level: Level) => Change,
): Generator<Change> {
  for (const key of ['times', 'for', 'ends', 'every'] as const) {
    const [was, is] = [one[key], other[key]]
    if (was === is) continue
    const [size, now] = [sizeOf(was), sizeOf(is)]
    const less = size !== undefined && now !== undefined && now < size
    // With fewer attempts, or less time for them, a seller that recovers late misses the call. More attempts are harmless for an idempotent seller.
    if (key === 'every') yield change('interval-changed', `${name}/every`, was, is, 'risky')
    else yield change(less ? 'fewer-tries' : 'more-tries', `${name}/${key}`, was, is, less ? 'breaking' : 'risky')
  }
}

/** The name of a row: its fact, conditions and call. */
function rowName(row: Members): string {
  const cause = Object.entries(row).filter(([key]) => !PROSE.includes(key) && !HOW_OFTEN.includes(key) && key !== 'call' && key !== 'on')
  const more = cause.map(([key, value]) => `${key}=${Array.isArray(value) ? value.join('+') : value}`).join(' ')
  return `${row['on']} ${row['call']}${more === '' ? '' : ` (${more})`}`
}

/** Minutes of `PT2H`, or a count; undefined for a setting's name. */
function sizeOf(value: unknown): number | undefined {
  if (typeof value === 'number') return value
  const parts = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(String(value))
  if (!parts) return undefined
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = parts.slice(1).map((part) => Number(part ?? 0))
  return days * 1440 + hours * 60 + minutes + seconds / 60
}
