import { WorldError } from './world-error.ts'

/** A length of time in whole calendar months plus milliseconds. Both may be negative. */
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
 * Reads ISO 8601 durations (`P1M`, `P1Y2M3DT4H`, `PT5S`, `-P3D`) and short forms (`3h`, `90m`, `90s`, `1h30m`, `250ms`, `2d`; m = minutes).
 * @throws WorldError `duration.malformed`
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

// Avoids -0 for a negated duration of length zero.
const signed = (sign: number, value: number) => (value === 0 ? 0 : sign * value)

/**
 * Adds a period to a moment (epoch milliseconds): calendar months first, then milliseconds. A day that the target month does not have
 * becomes its last day: 31 January + P1M = 28 or 29 February. `zone` is the time zone in which months are counted: UTC or UTC+8.
 * @throws WorldError `clock.too-far` when the result is after the year 9999
 */
export function addPeriod(at: number, period: Period | string, zone: 'utc' | 'shanghai' = 'utc'): number {
  const to = addPeriodUnbounded(at, period, zone)
  if (to <= LAST) return to
  throw new WorldError('clock.too-far', `Time ends with the year 9999: what begins at ${formatUtc(Math.min(at, LAST))} would end beyond.`)
}

/** Like `addPeriod`, without the limit at the year 9999. NaN when the result is outside the range of `Date`. */
export function addPeriodUnbounded(at: number, period: Period | string, zone: 'utc' | 'shanghai' = 'utc'): number {
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

/** The last moment whose year has four digits. Nothing in a world is later. */
export const LAST = Date.UTC(9999, 11, 31, 23, 59, 59)

/** `2019-05-06T08:05:01Z`: UTC with seconds, as the billing API writes times (S-07). Milliseconds are cut off. */
export function formatUtc(at: number): string {
  return `${new Date(at).toISOString().slice(0, -5)}Z`
}

/** Epoch milliseconds of a text exactly like `2019-05-06T08:05:01Z`. Undefined for any other form and for dates that do not exist. */
export function parseUtc(text: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text)) return undefined
  const at = Date.parse(text)
  return Number.isNaN(at) || formatUtc(at) !== text ? undefined : at
}

/** Like `formatUtc`, plus milliseconds unless they are zero, so that `parseMoment` restores the exact value. */
export function formatMoment(at: number): string {
  return at % 1000 === 0 ? formatUtc(at) : new Date(at).toISOString()
}

/** Epoch milliseconds of a text written by `formatMoment`. Undefined for any other form and for dates that do not exist. */
export function parseMoment(text: string): number | undefined {
  if (!/\.\d{3}Z$/.test(text)) return parseUtc(text)
  const whole = parseUtc(`${text.slice(0, -5)}Z`)
  return whole === undefined ? undefined : whole + Number(text.slice(-4, -1))
}

/** `yyyyMMddHHmmss` in UTC. For UTC+8 use `compact(inShanghai(at))`. */
export function compact(at: number): string {
  return formatUtc(at).replace(/\D/g, '')
}

/** Shifts a moment by eight hours, so that formatting it as UTC prints UTC+8. For printing only; never store the result. */
export function inShanghai(at: number): number {
  return at + SHANGHAI
}

/** Returns a formatter for HTTP dates (`Wed, 21 Oct 2026 07:28:00 GMT`) that caches the text of the current second. */
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
