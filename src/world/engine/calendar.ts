import { WorldError } from './world-error.ts'

/** A length of time: whole calendar months and, apart from them, milliseconds. Both may be negative. */
export interface Period {
  readonly months?: number
  readonly ms?: number
}

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const SHANGHAI = 8 * HOUR

const ISO = /^([+-])?P(?=\d|T\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/
const SHORT = /^([+-])?((?:\d+(?:ms|[wdhms]))+)$/
const UNITS: Readonly<Record<string, number>> = { ms: 1, s: SECOND, m: MINUTE, h: HOUR, d: DAY, w: 7 * DAY }

/**
 * Reads `P1M`, `P1Y2M3DT4H`, `PT5S`, `-P3D`, and the short forms `3h`, `90m`, `90s`, `1h30m`, `250ms`, `2d` (m = minutes).
 * Throws `duration.malformed`.
 */
export function parseDuration(text: string): Required<Period> {
  const iso = ISO.exec(text)
  if (iso) {
    const sign = iso[1] === '-' ? -1 : 1
    const part = (index: number) => Number(iso[index] ?? 0)
    const ms = (part(4) * 7 + part(5)) * DAY + part(6) * HOUR + part(7) * MINUTE + Math.round(part(8) * SECOND)
    return { months: signed(sign, part(2) * 12 + part(3)), ms: signed(sign, ms) }
  }
  const short = SHORT.exec(text)
  if (short) {
    let ms = 0
    for (const [, count, unit] of short[2]!.matchAll(/(\d+)(ms|[wdhms])/g)) ms += Number(count) * UNITS[unit!]!
    return { months: 0, ms: signed(short[1] === '-' ? -1 : 1, ms) }
  }
  throw new WorldError('duration.malformed', `"${text}" is not a duration. Write it like 3h, P1M or 90s.`)
}

// Without this a duration of nothing, negated, would be -0.
const signed = (sign: number, value: number) => (value === 0 ? 0 : sign * value)

/**
 * A moment later (or earlier) by calendar months first, then by milliseconds. A day the month does not have becomes its last:
 * 31 January + P1M = 28 or 29 February. Months are counted in UTC, or as a Chinese calendar on the wall shows them.
 * Throws `clock.too-far` for what is beyond the year 9999.
 */
export function addPeriod(at: number, period: Period | string, zone: 'utc' | 'shanghai' = 'utc'): number {
  const to = shifted(at, period, zone)
  if (to <= LAST) return to
  throw new WorldError('clock.too-far', `Time ends with the year 9999: what begins at ${formatUtc(Math.min(at, LAST))} would end beyond.`)
}

/** As `addPeriod`, however far it leads; NaN where no calendar reaches. */
export function shifted(at: number, period: Period | string, zone: 'utc' | 'shanghai' = 'utc'): number {
  const { months = 0, ms = 0 } = typeof period === 'string' ? parseDuration(period) : period
  if (months === 0) return at + ms
  const shift = zone === 'shanghai' ? SHANGHAI : 0
  const date = new Date(at + shift)
  const day = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() + months)
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  date.setUTCDate(Math.min(day, lastDay))
  return date.getTime() - shift + ms
}

/** The last moment that can be written with four digits for the year: nothing in a world is later. */
export const LAST = Date.UTC(9999, 11, 31, 23, 59, 59)

/** `2019-05-06T08:05:01Z`: seconds, UTC, as the billing API writes times (S-07). Milliseconds are cut off. */
export function formatUtc(at: number): string {
  return `${new Date(at).toISOString().slice(0, -5)}Z`
}

/** Epoch milliseconds of a text exactly like `2019-05-06T08:05:01Z`; undefined for any other form and for days that do not exist. */
export function parseUtc(text: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text)) return undefined
  const at = Date.parse(text)
  return Number.isNaN(at) || formatUtc(at) !== text ? undefined : at
}

/** As `formatUtc`, and with milliseconds where there are any: what is written so is read back exactly. */
export function formatMoment(at: number): string {
  return at % 1000 === 0 ? formatUtc(at) : new Date(at).toISOString()
}

/** Epoch milliseconds of what `formatMoment` writes; undefined for any other form and for days that do not exist. */
export function parseMoment(text: string): number | undefined {
  if (!/\.\d{3}Z$/.test(text)) return parseUtc(text)
  const whole = parseUtc(`${text.slice(0, -5)}Z`)
  return whole === undefined ? undefined : whole + Number(text.slice(-4, -1))
}

/** `yyyyMMddHHmmss` in UTC; for China's clock ask `compact(inShanghai(at))`. */
export function compact(at: number): string {
  return formatUtc(at).replace(/\D/g, '')
}

/** The moment whose UTC reading is what a clock in UTC+8 shows. For printing only, never to be stored. */
export function inShanghai(at: number): number {
  return at + SHANGHAI
}

/** Writes HTTP dates (`Wed, 21 Oct 2026 07:28:00 GMT`); those of the same second are written once. */
export function createHttpDates(): (at: number) => string {
  let second = Number.NaN
  let text = ''
  return (at) => {
    const now = Math.floor(at / 1000)
    if (now !== second) {
      second = now
      text = new Date(at).toUTCString()
    }
    return text
  }
}
