import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { systemClock } from '../../src/world/engine/system-clock.ts'
import { createTimer } from '../../src/world/engine/timer.ts'
import { makeWorld } from './make-world.ts'

const HOUR = 3_600_000

beforeEach(() => void vi.useFakeTimers({ now: Date.UTC(2026, 5, 1) }))
afterEach(() => void vi.useRealTimers())

test('one timer runs each live world’s planned work at its moment, never a frozen world’s, and reports what failed', () => {
  const ran: string[] = []
  const failed: unknown[] = []
  const work = {
    note: (_world: unknown, about: unknown) => void ran.push(String(about)),
    fail: () => {
      throw new Error('broken')
    },
  }
  const [one, two, frozen] = [makeWorld({ mode: 'live', work }), makeWorld({ mode: 'live', work }), makeWorld({ work })]
  const timer = createTimer((error) => failed.push(error))
  one.plan(one.clock.now() + HOUR, 'note', 'one')
  for (const { clock } of [one, two, frozen]) timer.add(clock)
  two.plan(two.clock.now() + 2 * HOUR, 'note', 'two')
  one.plan(one.clock.now() + 3 * HOUR, 'fail', null)
  two.plan(two.clock.now() + 60 * HOUR, 'note', 'much later')
  frozen.plan(0, 'note', 'frozen')
  expect(vi.getTimerCount()).toBe(1)

  vi.advanceTimersByTime(HOUR)
  expect(ran).toEqual(['one'])
  vi.advanceTimersByTime(2 * HOUR)
  expect([ran, failed]).toEqual([['one', 'two'], [expect.objectContaining({ code: 'work.failed' })]])
  vi.advanceTimersByTime(57 * HOUR)
  expect(ran).toEqual(['one', 'two', 'much later'])
  timer.close()
  expect(vi.getTimerCount()).toBe(0)
})

test('waiting on the system clock ends after its time or with its signal', async () => {
  const [done, stopped] = [systemClock.wait(1000), new AbortController()]
  const cut = systemClock.wait(1000, stopped.signal)
  stopped.abort(new Error('cut'))
  await expect(cut).rejects.toThrow('cut')
  await expect(systemClock.wait(1, stopped.signal)).rejects.toThrow('cut')
  vi.advanceTimersByTime(1000)
  await done
  expect(vi.getTimerCount()).toBe(0)
})
