import { expect, test } from 'vitest'
import { addPeriod, compact, createHttpDates, formatUtc, inShanghai, parseDuration, parseUtc } from '../../src/world/engine/calendar.ts'
import { makeWorld, type TestWork } from './make-world.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const utc = (text: string) => parseUtc(text)!

/** Works that write down when they ran; `again` plans more on the way, `call` waits for the outside. */
function makeClock(mode: 'live' | 'frozen' = 'frozen') {
  const ran: string[] = []
  const calls: ((result: string) => void)[] = []
  const machine = { now: utc('2026-03-01T00:00:00Z') }
  const work: TestWork = {
    note: (world, about) => {
      ran.push(`${about} ${world.clock.iso()}`)
      world.emit({ type: 'setting.changed', name: String(about) })
      return undefined
    },
    again: (world, about) => {
      ran.push(`again ${world.clock.iso()}`)
      const [every, left] = about as readonly [string, number]
      if (left > 1) world.plan(addPeriod(world.clock.now(), every), 'again', [every, left - 1])
      return undefined
    },
    call: (world, about) =>
      new Promise((resolve) => {
        ran.push(`call ${about} ${world.clock.iso()}`)
        calls.push((result) => resolve(() => ran.push(`${result} ${world.clock.iso()}`) && undefined))
      }),
    fail: (world) => {
      world.emit({ type: 'setting.changed', name: 'lost' })
      throw new Error('broken')
    },
  }
  const systemClock = { now: () => machine.now, monotonic: () => machine.now, wait: async () => {} }
  const world = makeWorld({ work, mode, systemClock })
  return { world, ran, calls, machine, at: (span: string) => addPeriod(world.clock.now(), span) }
}

test('advance does planned work at its own instant, in planned order, work planned on the way included', () => {
  const { world, ran, at } = makeClock()
  world.plan(at('2h'), 'note', 'late')
  world.plan(at('1h'), 'note', 'early')
  world.plan(at('1h'), 'note', 'early, but second')
  world.plan(at('30m'), 'again', ['30m', 3])
  world.plan(at('3h'), 'note', 'never')

  const fired = world.clock.advance('2h')

  expect(ran).toEqual([
    'again 2026-01-01T00:30:00Z',
    'early 2026-01-01T01:00:00Z',
    'early, but second 2026-01-01T01:00:00Z',
    'again 2026-01-01T01:00:00Z',
    'again 2026-01-01T01:30:00Z',
    'late 2026-01-01T02:00:00Z',
  ])
  expect(fired.at(-1)).toMatchObject({ work: 'note', about: 'late', at: world.clock.now(), facts: [{ n: 3, name: 'late' }] })
  expect([world.clock.iso(), world.upcoming().map(({ about }) => about)]).toEqual(['2026-01-01T02:00:00Z', ['never']])
})

test('one year is 365 days, however it is passed', () => {
  const [year, days] = [makeClock(), makeClock()]
  for (const { world, at } of [year, days]) world.plan(at('1h'), 'again', ['P1D', 400])
  year.world.clock.advance('P1Y')
  for (let day = 0; day < 365; day++) days.world.clock.advance('P1D')
  expect(year.ran).toEqual(days.ran)
  expect(year.ran).toHaveLength(365)
  expect(year.world.save()).toEqual(days.world.save())
})

test.each([
  [{ to: '2025-12-31T23:59:59Z' }, 'clock.backwards'],
  ['-P1D', 'clock.backwards'],
  [{ to: 'tomorrow' }, 'clock.malformed'],
  [Number.NaN, 'clock.malformed'],
  ['-P3000Y', 'clock.backwards'],
  ['-P999999999Y', 'clock.backwards'],
  [Number.NEGATIVE_INFINITY, 'clock.backwards'],
  ['P8000Y', 'clock.too-far'],
  ['P999999999Y', 'clock.too-far'],
  [`${'9'.repeat(400)}d`, 'clock.too-far'],
  [Number.MAX_VALUE, 'clock.too-far'],
  [{ to: Date.UTC(10_000, 0, 1) }, 'clock.too-far'],
  ['1 day', 'duration.malformed'],
])('advancing by %j is refused', (by, code) => {
  const { clock } = makeWorld()
  expect(() => clock.advance(by)).toThrow(expect.objectContaining({ code }))
  expect(clock.iso()).toBe('2026-01-01T00:00:00Z')
})

test('time goes up to the last second of the year 9999, and a date alone is the beginning of a day', () => {
  const { clock } = makeWorld()
  clock.advance({ to: '2027-01-01' })
  expect(clock.iso()).toBe('2027-01-01T00:00:00Z')
  clock.advance({ to: '9999-12-31T23:59:59Z' })
  expect(() => clock.advance('1s')).toThrow('Time ends with the year 9999: it is 9999-12-31T23:59:59Z, and 1s would lead beyond.')
})

test('the clock does not move inside a transaction or inside planned work', () => {
  const world = makeWorld({ work: { meddle: (inside) => void inside.clock.advance('1h') } })
  expect(() => world.transaction(() => world.clock.advance('1h'))).toThrow('inside a transaction')
  world.plan(0, 'meddle', null)
  expect(() => world.clock.advance('1h')).toThrow('Planned work "meddle" of 2026-01-01T00:00:00Z failed')
})

test('planned work that fails is removed and changes nothing, and the clock stops at its moment', () => {
  const { world, at } = makeClock()
  world.plan(at('1h'), 'fail', null)
  world.plan(at('2h'), 'note', 'after')
  expect(() => world.clock.advance('P1D')).toThrow(expect.objectContaining({ code: 'work.failed' }))
  expect([world.clock.iso(), world.facts.count, world.upcoming().length]).toEqual(['2026-01-01T01:00:00Z', 0, 1])
  expect(world.clock.advance('P1D')).toHaveLength(1)
})

test('passing time waits at each instant for what was started there; a request meanwhile sees that instant', async () => {
  const { world, ran, calls, at } = makeClock()
  world.plan(at('1h'), 'call', 'a')
  world.plan(at('1h'), 'call', 'b')
  world.plan(at('2h'), 'note', 'later')
  const passed = world.clock.pass('3h')
  const second = world.clock.pass('1h')
  await Promise.resolve()
  await Promise.resolve()

  expect([world.clock.iso(), world.clock.passing?.fired]).toEqual(['2026-01-01T01:00:00Z', 2])
  expect(() => world.clock.advance('1h')).toThrow(expect.objectContaining({ code: 'clock.busy' }))
  expect(world.clock.runDue()).toEqual([])
  calls[1]!('answer b')
  calls[0]!('answer a')
  await passed

  expect(ran.slice(0, 5).map((line) => line.replace('2026-01-01T', ''))).toEqual([
    ...['call a 01:00:00Z', 'call b 01:00:00Z', 'answer a 01:00:00Z', 'answer b 01:00:00Z', 'later 02:00:00Z'],
  ])
  await second
  expect([world.clock.iso(), world.clock.passing]).toEqual(['2026-01-01T04:00:00Z', undefined])
})

test('a live clock follows the machine, is moved by an offset, and does what became due', async () => {
  const { world, ran, calls, machine, at } = makeClock('live')
  expect(world.clock.iso()).toBe('2026-03-01T00:00:00Z')
  world.plan(at('1h'), 'note', 'due')
  world.plan(at('90m'), 'call', 'seller')
  expect([world.clock.untilDue(), world.clock.runDue()]).toEqual([HOUR, []])
  machine.now += 2 * HOUR
  world.clock.runDue()
  calls[0]!('answer')
  await world.clock.settled()

  expect(ran).toEqual(['due 2026-03-01T01:00:00Z', 'call seller 2026-03-01T01:30:00Z', 'answer 2026-03-01T02:00:00Z'])
  world.clock.advance('P1M')
  machine.now += HOUR
  expect(world.clock.iso()).toBe('2026-04-01T03:00:00Z')
  world.clock.freeze()
  machine.now += DAY
  expect([world.clock.iso(), world.clock.untilDue()]).toEqual(['2026-04-01T03:00:00Z', undefined])
  world.clock.live()
  machine.now += HOUR
  expect(world.clock.iso()).toBe('2026-04-01T04:00:00Z')
})

test('plans are called back by what they are about, and unknown work is refused with a guess', () => {
  const { world, at } = makeClock()
  world.plan(at('1h'), 'note', { orderId: 'CS1', step: 1 })
  world.plan(at('1h'), 'note', { orderId: 'CS1', step: 2 })
  world.plan(at('1h'), 'note', { orderId: 'CS2', step: 1 })
  expect(world.unplan({ work: 'note', about: { orderId: 'CS1', step: 2 } })).toBe(1)
  expect(world.unplan({ work: 'note', about: { orderId: 'CS1' } })).toBe(1)
  expect(world.unplan({ work: 'fail' })).toBe(0)
  expect(world.upcoming().map(({ about }) => about)).toEqual([{ orderId: 'CS2', step: 1 }])
  expect(() => world.plan(0, 'notes', null)).toThrow('There is no work "notes" to plan. Did you mean "note"?')
})

test.each([
  ['2026-01-31T10:00:00Z', 'P1M', '2026-02-28T10:00:00Z'],
  ['2028-01-31T10:00:00Z', 'P1M', '2028-02-29T10:00:00Z'],
  ['2028-02-29T00:00:00Z', 'P1Y', '2029-02-28T00:00:00Z'],
  ['2026-03-31T00:00:00Z', '-P1M', '2026-02-28T00:00:00Z'],
  ['2026-12-15T00:00:00Z', 'P1Y2M', '2028-02-15T00:00:00Z'],
  ['2026-01-01T00:00:00Z', '1h30m', '2026-01-01T01:30:00Z'],
  ['2026-01-01T00:00:00Z', '-P3D', '2025-12-29T00:00:00Z'],
  ['2026-01-01T00:00:00Z', 'P1WT5S', '2026-01-08T00:00:05Z'],
])('%s and %s is %s', (from, by, to) => {
  expect(formatUtc(addPeriod(utc(from), by))).toBe(to)
})

test('months can be counted on a Chinese calendar', () => {
  // 04:00 on 1 February in Shanghai; a month later it is 1 March there.
  expect(formatUtc(addPeriod(utc('2028-01-31T20:00:00Z'), 'P1M', 'shanghai'))).toBe('2028-02-29T20:00:00Z')
  expect(formatUtc(addPeriod(utc('2026-01-30T20:00:00Z'), 'P1M', 'shanghai'))).toBe('2026-02-27T20:00:00Z')
})

test.each(['', 'P', 'PT', '3', 'h', '3 h', 'P1H', 'P-1D', '1y', 'PT1.5H'])('"%s" is no duration', (text) => {
  expect(() => parseDuration(text)).toThrow(`"${text}" is not a duration`)
})

test('moments are read strictly and written in the forms of the vendor', () => {
  const at = utc('2019-05-06T18:05:01Z')
  expect([formatUtc(at + 999), compact(at), compact(inShanghai(at)), createHttpDates()(at)]).toEqual([
    ...['2019-05-06T18:05:01Z', '20190506180501', '20190507020501', 'Mon, 06 May 2019 18:05:01 GMT'],
  ])
  for (const text of [
    '2019-02-29T00:00:00Z',
    '2019-05-06T24:00:00Z',
    '2019-05-06',
    '2019-05-06T08:05:01.000Z',
    '2019-05-06T08:05:01+08:00',
  ]) {
    expect(parseUtc(text)).toBeUndefined()
  }
})
