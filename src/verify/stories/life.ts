import { type Activity, LEGAL, type Move, type State, type Who } from './moves.ts'

/** The activities that a story may contain, by state. */
export type May = (activity: Activity, state: State) => boolean

/** The states of a story's instances. */
export interface Lives {
  stateOf(who: Who): State
  /** How many periods were bought so far and not revoked. */
  periodsOf(who: Who): number
  /** Whether this move may come next. */
  allows(move: Move): boolean
  /** Applies a move. */
  live(move: Move): void
}

const STATUS: Readonly<Partial<Record<Activity, State>>> = { FREEZE: 'frozen', UNFREEZE: 'open' }
const PERIODS: Readonly<Partial<Record<Activity, number>>> = {
  newInstance: 1,
  RENEWAL: 1,
  RENEWAL_CHANGE: 1,
  UNSUBSCRIBE_RENEWAL_PERIOD: -1,
}

export function createLives(may: May = () => true): Lives {
  const states = new Map<Who, State>()
  const done = new Map<number, Move>()
  const stateOf = (who: Who) => states.get(who) ?? 'absent'
  const times = (who: Who, activity: Activity) => [...done.values()].filter((move) => move.instance === who && move.do === activity).length
  return {
    stateOf,
    periodsOf: (who) => [...done.values()].reduce((sum, move) => sum + (move.instance === who ? (PERIODS[move.do] ?? 0) : 0), 0),
    allows({ step, do: activity, instance, again }) {
      if (done.has(step)) return false
      const state = stateOf(instance)
      const { from, takesBack, before = [] } = LEGAL[activity]
      if (again !== undefined) {
        const first = done.get(again)
        if (first?.do !== activity || first.instance !== instance || activity === 'queryInstance') return false
        // A status call names no order: if the other status was set meanwhile, the same call is not a repeat but a change.
        return state === 'released' || STATUS[activity] === undefined || STATUS[activity] === state
      }
      if (!may(activity, state) || !from.includes(state)) return false
      if (takesBack !== undefined && times(instance, takesBack) <= times(instance, activity)) return false
      return before.every((other) => times(instance, other) === 0)
    },
    live(move) {
      if (move.again !== undefined) return
      done.set(move.step, move)
      const { to } = LEGAL[move.do]
      if (to !== undefined) states.set(move.instance, to)
    },
  }
}

/**
 * These moves without those that are not possible at their place. A repeat whose first call is missing becomes the first call.
 */
export function legalOf(moves: readonly Move[], may?: May): readonly Move[] {
  const lives = createLives(may)
  const steps = new Set<number>()
  const firsts = new Map<number, number>()
  return moves.flatMap((move) => {
    const { again, ...plain } = move
    const first = again === undefined ? undefined : (firsts.get(again) ?? again)
    const now: Move = first === undefined || !steps.has(first) ? plain : { ...plain, again: first }
    if (!lives.allows(now)) return []
    if (again !== undefined && now.again === undefined) firsts.set(again, now.step)
    steps.add(now.step)
    lives.live(now)
    return [now]
  })
}
