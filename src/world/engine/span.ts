import { addPeriodUnbounded, formatUtc, LAST, parseUtc } from './calendar.ts'
import { WorldError } from './world-error.ts'

/**
 * How far to move a clock: a duration (`P1M`, `3h`, `90s`), a number of milliseconds, a target moment (epoch ms, `2026-05-06T08:05:01Z` or
 * `2026-05-06`), or `next`: to the next planned work, or nowhere when nothing is planned.
 */
export type Span = string | number | { readonly to: number | string }

/** The first year that ISO 8601 writes with four digits and no leading zero; the messages do not print earlier moments. */
const FIRST = Date.UTC(1000, 0, 1)

/**
 * The target moment of a clock that stands at `from`. `next` is the moment of the next planned work.
 * @throws WorldError `clock.backwards`, `clock.too-far`, `clock.malformed` or `duration.malformed`
 */
export function targetOf(by: Span, from: number, next?: number): number {
  const to =
    by === 'next'
      ? Math.max(from, next ?? from)
      : typeof by === 'number'
        ? from + by
        : typeof by === 'string'
          ? laterBy(from, by)
          : momentOf(by.to)
  if (Number.isNaN(to)) throw new WorldError('clock.malformed', `The clock cannot be moved by ${spanText(by)}.`)
  if (to < from) {
    const past = to >= FIRST ? `, and ${formatUtc(to)} is past` : ''
    throw new WorldError('clock.backwards', `Time only goes forward: it is ${formatUtc(from)}${past}.`)
  }
  if (to > LAST) {
    throw new WorldError('clock.too-far', `Time ends with the year 9999: it is ${formatUtc(from)}, and ${spanText(by)} would lead beyond.`)
  }
  return to
}

/** A moment outside the range of `Date` counts as infinitely far in its direction. */
function laterBy(from: number, by: string): number {
  const to = addPeriodUnbounded(from, by)
  return Number.isNaN(to) ? (by.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY) : to
}

/** A date without a time means the beginning of that day in UTC. */
function momentOf(to: number | string): number {
  if (typeof to === 'number') return to
  const at = parseUtc(/^\d{4}-\d\d-\d\d$/.test(to) ? `${to}T00:00:00Z` : to)
  if (at === undefined)
    throw new WorldError('clock.malformed', `"${to}" is not a moment. Write it like 2027-01-01T00:00:00Z or 2027-01-01.`)
  return at
}

function spanText(by: Span): string {
  return typeof by === 'number' ? `${by} ms` : String(typeof by === 'string' ? by : by.to)
}
