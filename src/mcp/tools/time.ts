import type { components } from '../../spec/generated/sandbox.ts'
import { counted, lines, type Tool, table, tool } from '../tool.ts'

type Schemas = components['schemas']

const showClock = tool<{ limit?: number }>('show_clock', {
  title: 'Show the clock',
  description: 'Shows the time of a world and what is planned next: expiry, payment deadlines, retries of calls to sellers.',
  arguments: { limit: { type: 'integer', minimum: 1, maximum: 100, default: 10, description: 'At most this many planned things.' } },
  async run({ limit = 10 }, { ask, world }) {
    const query = { world }
    const clock = await ask<Schemas['Clock']>('GET', '/clock', { query })
    const { count, upcoming } = await ask<Schemas['Upcoming']>('GET', '/clock/upcoming', { query })
    const next = upcoming.slice(0, limit)
    return {
      value: { ...clock, planned: count, upcoming: next },
      text: lines(
        `${clock.now} (${clock.mode})`,
        count === 0
          ? 'Nothing is planned.'
          : `${counted(count, 'thing')} planned${count > next.length ? `, the first ${next.length}` : ''}:`,
        table(next.map(({ at, work, about }) => [at, work, JSON.stringify(about)])),
      ),
    }
  },
})

const advanceClock = tool<{ by?: string; to?: string }>('advance_clock', {
  title: 'Advance the clock',
  description:
    'Moves the time of a world forward and does everything that falls due on the way, each at its own moment: expiry, retries of calls to sellers, payment deadlines. Pass either by or to. Time never goes back.',
  effect: 'change',
  arguments: {
    by: {
      type: 'string',
      minLength: 1,
      maxLength: 64,
      description: 'A duration: 90s, 3h, 2d, P1M; or next: to the next thing that is planned.',
    },
    to: { type: 'string', minLength: 1, maxLength: 40, description: 'A moment: 2027-01-01T00:00:00Z, or a date for its beginning in UTC.' },
  },
  async run({ by, to }, { ask, world }) {
    if ((by === undefined) === (to === undefined))
      throw new Error('Pass either by (a duration such as 3h) or to (a moment such as 2027-01-01T00:00:00Z).')
    const value = await ask<Schemas['Advanced']>('POST', '/clock/advance', { query: { world }, body: by === undefined ? { to } : { by } })
    const shown = value.fired.slice(0, 50)
    const rows = shown.map(({ at, work, about, facts }) => [at, work, JSON.stringify(about), facts.join(', ')])
    const more = value.count > shown.length && `… and ${value.count - shown.length} more`
    return { value, text: lines(`${value.from} → ${value.now} (${value.mode}), ${counted(value.count, 'thing')} done`, table(rows), more) }
  },
})

export const TIME_TOOLS: readonly Tool[] = [showClock, advanceClock]
