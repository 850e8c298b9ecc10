import { expect, test } from 'vitest'
import { createLiveTime } from '../../src/world/engine/live-time.ts'
import { makeWorld } from './make-world.ts'

const HOUR = 3_600_000

test('when the machine’s clock is set back an hour, world time goes on, and follows the machine’s clock again once that is corrected', () => {
  const at = { now: 10 * HOUR, monotonic: 0 }
  const time = createLiveTime({ now: () => at.now, monotonic: () => at.monotonic })
  const pass = (ms: number, set = 0) => {
    at.monotonic += ms
    at.now += ms + set
    return time() - 10 * HOUR
  }
  expect([pass(1000), pass(500, -HOUR), pass(1000), pass(10, HOUR), pass(10)]).toEqual([1000, 1500, 2500, 2510, 2520])
  expect(at.now - 10 * HOUR).toBe(2520)
  // A machine that slept has gone on.
  expect(pass(10, HOUR)).toBe(HOUR + 2530)
})

test('what would end beyond the year 9999 is refused, and so is a plan beyond it', () => {
  const world = makeWorld()
  world.clock.advance({ to: '9999-12-31' })
  expect(() => world.clock.advance('1d')).toThrow(expect.objectContaining({ code: 'clock.too-far' }))
  expect(world.clock.iso()).toBe('9999-12-31T00:00:00Z')
})
