import { languageTag } from '../texts/language.ts'
import { type Zone, zone } from '../view.ts'

const NAMES: Readonly<Record<Zone, string | undefined>> = { beijing: 'Asia/Shanghai', utc: 'UTC', local: undefined }

const kept = new Map<string, Intl.DateTimeFormat>()

/** Numbers in their order from the year to the second, as both languages write them in tables. */
function written(at: number, to: Zone, parts: Intl.DateTimeFormatOptions): string {
  const key = `${to} ${Object.keys(parts).join()}`
  let form = kept.get(key)
  if (!form) {
    const timeZone = NAMES[to]
    form = new Intl.DateTimeFormat('sv-SE', { ...parts, ...(timeZone === undefined ? {} : { timeZone }) })
    kept.set(key, form)
  }
  return form.format(at)
}

const DATE = { year: 'numeric', month: '2-digit', day: '2-digit' } as const
const CLOCK = { hour: '2-digit', minute: '2-digit', second: '2-digit' } as const
const PARTS = { date: DATE, clock: CLOCK, minute: { ...DATE, hour: '2-digit', minute: '2-digit' } } as const

/** A part of a moment: `2026-01-01`, `08:00:00`, `2026-01-01 08:00`. */
export type Part = keyof typeof PARTS

/** A moment as text in the zone of the page: `2026-01-01 08:00:00`, or a part of it. */
export function moment(at: string | number, only?: Part): string {
  const parts = only === undefined ? { ...DATE, ...CLOCK } : PARTS[only]
  return written(typeof at === 'number' ? at : Date.parse(at), zone.value, parts)
}

const UNITS = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const

/** How far a moment is from another: “in 2 hours”, “3 天前”. */
export function distance(at: string | number, from: string | number): string {
  const seconds = (Number(new Date(at)) - Number(new Date(from))) / 1000
  const [unit, size] = UNITS.find(([, size]) => Math.abs(seconds) >= size) ?? ['second', 1]
  return new Intl.RelativeTimeFormat(languageTag.value, { numeric: 'auto' }).format(Math.round(seconds / size), unit)
}

/** A length of time in its largest unit: “7 days”, “1 小时”. */
export function length(ms: number): string {
  const [unit, size] = UNITS.find(([, size]) => ms / 1000 >= size) ?? ['second', 1]
  return new Intl.NumberFormat(languageTag.value, { style: 'unit', unit, unitDisplay: 'long' }).format(Math.round(ms / 1000 / size))
}

/** A moment. Its time in UTC is shown on hovering. */
export function Time({ at, only }: { readonly at: string; readonly only?: Part }) {
  return (
    <time class="num" dateTime={at} title={at}>
      {moment(at, only)}
    </time>
  )
}

const OFFSET: Readonly<Record<'beijing' | 'utc', string>> = { beijing: '+08:00', utc: 'Z' }

/** What somebody wrote as `moment` does, the clock or its seconds left out or not, in the zone of the page: epoch milliseconds, or NaN. */
export function readMoment(text: string): number {
  const [, date, clock = '00:00', seconds = ':00'] = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d)(:\d\d)?)?$/.exec(text.trim()) ?? []
  return date === undefined ? Number.NaN : Date.parse(`${date}T${clock}${seconds}${zone.value === 'local' ? '' : OFFSET[zone.value]}`)
}
