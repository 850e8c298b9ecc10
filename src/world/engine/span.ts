import { formatUtc, LAST, parseUtc, shifted } from './calendar.ts'
import { WorldError } from './world-error.ts'

/**
 * How far: a duration (`P1M`, `3h`, `90s`), milliseconds, a moment (epoch ms, `2026-05-06T08:05:01Z` or `2026-05-06`), or `next`: to the next
 * thing that is planned, nowhere when nothing is.
 */
export type Span = string | number | { readonly to: number | string }

/** Earlier years have a sign or a zero before them: nothing a text should name. */
const FIRST = Date.UTC(1000, 0, 1)

/**
 * Where a clock arrives that stands at `from` and moves so far; `next` is when the next planned thing is due.
 * Throws `clock.backwards`, `clock.too-far`, `clock.malformed` or `duration.malformed`.
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
  if (Number.isNaN(to)) throw new WorldError('clock.malformed', `The clock cannot be moved by ${told(by)}.`)
  if (to < from) {
    const past = to >= FIRST ? `, and ${formatUtc(to)} is past` : ''
    throw new WorldError('clock.backwards', `Time only goes forward: it is ${formatUtc(from)}${past}.`)
  }
  if (to > LAST) {
    throw new WorldError('clock.too-far', `Time ends with the year 9999: it is ${formatUtc(from)}, and ${told(by)} would lead beyond.`)
  }
  return to
}

/** What no calendar reaches is endlessly far, in its direction. */
function laterBy(from: number, by: string): number {
  const to = shifted(from, by)
  return Number.isNaN(to) ? (by.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY) : to
}

/** A date alone is the beginning of that day, UTC. */
function momentOf(to: number | string): number {
  if (typeof to === 'number') return to
  const at = parseUtc(/^\d{4}-\d\d-\d\d$/.test(to) ? `${to}T00:00:00Z` : to)
  if (at === undefined)
    throw new WorldError('clock.malformed', `"${to}" is not a moment. Write it like 2027-01-01T00:00:00Z or 2027-01-01.`)
  return at
}

function told(by: Span): string {
  return typeof by === 'number' ? `${by} ms` : String(typeof by === 'string' ? by : by.to)
}
