import { reply } from '../spec/call.ts'
import { targetOf } from '../world/engine/span.ts'
import type { World } from '../world/world-api.ts'
import type { Controls } from './control-behaviour.ts'

/** Maximum number of executed plans in one answer, the last ones; ListFacts returns all facts. */
const MOST = 1000

const iso = (at: number) => new Date(at).toISOString()

/** A world's clock: reading, advancing, freezing and releasing it, and its planned work. */
export const clock: Pick<Controls, 'ShowClock' | 'AdvanceClock' | 'FreezeClock' | 'ReleaseClock' | 'ListUpcoming'> = {
  ShowClock: ({ world }) => clockOf(world),

  async AdvanceClock({ input, world, fail }) {
    const { by, to } = input.body
    const span = by === undefined ? to && { to: withoutMilliseconds(to) } : to === undefined && by
    if (!span) return fail('bad-request', 'Say how far: either "by" (3h, P1M, next) or "to" (2027-01-01T00:00:00Z), not both.')
    const from = iso(world.clock.now())
    if (input.body.wait === false) {
      targetOf(span, world.clock.now())
      // ShowClock reports the result; this call does not wait for it.
      world.clock.pass(span).catch(() => {})
      return reply(202, clockOf(world))
    }
    const fired = await world.clock.pass(span)
    return {
      world: world.name,
      mode: world.clock.mode,
      from,
      now: iso(world.clock.now()),
      count: fired.length,
      fired: fired.slice(-MOST).map(({ at, work, about, facts }) => ({ at: iso(at), work, about, facts: facts.map(({ type }) => type) })),
    }
  },

  FreezeClock({ world }) {
    world.clock.freeze()
    return clockOf(world)
  },

  ReleaseClock({ world }) {
    world.clock.live()
    return clockOf(world)
  },

  ListUpcoming({ world }) {
    const upcoming = world.upcoming().map(({ id, at, work, about }) => ({ id, at: iso(at), work, about }))
    return { world: world.name, count: upcoming.length, upcoming }
  },
}

function clockOf(world: World) {
  const { mode, passing, passed } = world.clock
  const [next] = world.upcoming(1)
  return {
    world: world.name,
    mode,
    now: iso(world.clock.now()),
    ...(next ? { next: iso(next.at) } : {}),
    ...(passed
      ? {
          passed: {
            at: iso(passed.at),
            to: iso(passed.to),
            fired: passed.fired,
            ...(passed.failed === undefined ? {} : { failed: passed.failed }),
          },
        }
      : {}),
    ...(passing ? { passing: { at: iso(passing.at), to: iso(passing.to), fired: passing.fired } } : {}),
  }
}

/** Our answers contain milliseconds and the clock takes whole seconds; accept what an answer contained. */
function withoutMilliseconds(moment: string): string {
  return moment.replace(/\.000Z$/, 'Z')
}
