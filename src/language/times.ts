import type { Say } from './language-api.ts'

/** A moment in UTC as the sandbox writes it. In quotes and addresses it is a value, to be copied as it is. */
const MOMENT = /(?<![\w"'`/=:.+-])\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z(?![\w"'`/])/g

const EIGHT_HOURS = 8 * 3_600_000

/** The moments of a text in Beijing time: `2026-11-30T11:20:00Z` is `2026-11-30 19:20:00`. */
export const inBeijing = (text: string): string =>
  text.replace(MOMENT, (moment) => {
    const at = Date.parse(moment)
    const written = Number.isNaN(at) ? '' : new Date(at + EIGHT_HOURS).toISOString()
    // The year 10000 has five digits and a sign.
    return /^\d{4}-/.test(written) ? `${written.slice(0, 10)} ${written.slice(11, 19)}` : moment
  })

/** A moment that stands alone, with its zone where that is not UTC. */
export function momentIn(say: Say, at: string): string {
  const said = say(at)
  return said === at ? at : `${said}（北京时间）`
}

/** A moment that a reader of Beijing time copied, in UTC. Other texts stay as they are. */
export function outOfBeijing(text: string): string {
  const [, date, clock, seconds = ':00'] = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d)(:\d\d)?$/.exec(text) ?? []
  const at = date === undefined ? Number.NaN : Date.parse(`${date}T${clock}${seconds}+08:00`)
  return Number.isNaN(at) ? text : `${new Date(at).toISOString().slice(0, 19)}Z`
}
