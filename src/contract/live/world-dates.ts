import { isObject, type Members } from '../read-body.ts'

/** A moment that a pact lets its verifier generate: its expression and its format. */
export interface DateGenerator {
  /** Name of the provider state's value that replaces it. */
  readonly name: string
  readonly format: string
  readonly expression: string
}

const FORMATS: Readonly<Record<string, string>> = { Date: 'yyyy-MM-dd', Time: 'HH:mm:ss', DateTime: "yyyy-MM-dd'T'HH:mm:ss" }

/**
 * Replaces the date and time generators in a part of an interaction by values of the provider state: a verifier would use the machine's
 * clock, and the world has its own time. Generators that cannot be read here stay unchanged.
 */
export function takeDates(part: Members, wishes: DateGenerator[]): Members {
  if (!isObject(part.generators)) return part
  const walk = (value: unknown): unknown => {
    if (!isObject(value)) return value
    if (typeof value.type !== 'string' || !('type' in value)) return mapped(value)
    const usual = FORMATS[value.type]
    if (usual === undefined) return value
    const format = typeof value.format === 'string' ? value.format : usual
    const expression = typeof value.expression === 'string' ? value.expression : 'now'
    if (writeDate(0, format) === undefined || momentOf(expression, 0) === undefined) return value
    const name = `sandboxDate${wishes.length}`
    wishes.push({ name, format, expression })
    return { type: 'ProviderState', expression: `\${${name}}`, dataType: 'STRING' }
  }
  const mapped = (value: Members) => Object.fromEntries(Object.entries(value).map(([key, one]) => [key, walk(one)]))
  return { ...part, generators: mapped(part.generators) }
}

/** The values of a provider state for the replaced dates. @param now epoch milliseconds */
export function datesAt(wishes: readonly DateGenerator[], now: number): Readonly<Record<string, string>> {
  return Object.fromEntries(wishes.map(({ name, format, expression }) => [name, writeDate(momentOf(expression, now) ?? now, format) ?? '']))
}

const DAY = 86_400_000
const UNITS: Readonly<Record<string, number>> = { millisecond: 1, second: 1000, minute: 60_000, hour: 3_600_000, day: DAY, week: 7 * DAY }

/** The moment of a Pact expression: `now`, `today + 1 day`, `tomorrow @ noon - 2 hours`; undefined for any other. */
function momentOf(expression: string, now: number): number | undefined {
  const text = expression.trim().toLowerCase()
  const [, first = '', rest = ''] = /^(now|today|yesterday|tomorrow|midnight|noon)?(.*)$/s.exec(text) ?? []
  const midnight = now - (now % DAY)
  let at = { midnight, noon: midnight + DAY / 2, yesterday: now - DAY, tomorrow: now + DAY }[first] ?? now
  let left = rest.trim()
  while (left !== '') {
    const [whole, clock, sign, count, unit] =
      /^(?:@\s*(now|midnight|noon)|([+-])\s*(\d+)\s*(millisecond|second|minute|hour|day|week|fortnight|month|year)s?)\s*/.exec(left) ?? []
    if (whole === undefined) return undefined
    left = left.slice(whole.length)
    if (clock === 'midnight' || clock === 'noon') at = at - (at % DAY) + (clock === 'noon' ? DAY / 2 : 0)
    else if (sign !== undefined) at = moved(at, Number(`${sign}${count}`), unit as string)
  }
  return at
}

function moved(at: number, count: number, unit: string): number {
  if (unit === 'fortnight') return at + count * 14 * DAY
  if (unit !== 'month' && unit !== 'year') return at + count * (UNITS[unit] as number)
  const date = new Date(at)
  const day = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() + count * (unit === 'year' ? 12 : 1))
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  return date.setUTCDate(Math.min(day, last))
}

/** A moment in a Java date pattern, UTC; undefined where the pattern has letters that are not supported here. */
function writeDate(at: number, format: string): string | undefined {
  const date = new Date(at)
  let text = ''
  for (const [part] of format.matchAll(/'[^']*'|([A-Za-z])\1*|[^A-Za-z']+/g)) {
    const letter = part[0] as string
    if (letter === "'") text += part.slice(1, -1) || "'"
    else if (!/[A-Za-z]/.test(letter)) text += part
    else {
      const made = LETTERS[letter]?.(date, part.length)
      if (made === undefined) return undefined
      text += made
    }
  }
  return text
}

const padded = (value: number, length: number) => `${value}`.padStart(length, '0')
const LETTERS: Readonly<Record<string, (date: Date, count: number) => string | undefined>> = {
  y: (date, count) => (count === 2 ? padded(date.getUTCFullYear() % 100, 2) : padded(date.getUTCFullYear(), count)),
  M: (date, count) => (count > 2 ? undefined : padded(date.getUTCMonth() + 1, count)),
  d: (date, count) => padded(date.getUTCDate(), count),
  H: (date, count) => padded(date.getUTCHours(), count),
  h: (date, count) => padded(date.getUTCHours() % 12 || 12, count),
  m: (date, count) => padded(date.getUTCMinutes(), count),
  s: (date, count) => padded(date.getUTCSeconds(), count),
  S: (date, count) => padded(date.getUTCMilliseconds(), 3).padEnd(count, '0').slice(0, count),
  a: (date) => (date.getUTCHours() < 12 ? 'AM' : 'PM'),
  X: () => 'Z',
  Z: () => '+0000',
}
