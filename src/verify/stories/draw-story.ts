import { createLives, type May } from './life.ts'
import { ACTIVITIES, type Activity, type Move, type Who } from './moves.ts'

/** An endless sequence of numbers in [0, 1). */
export type Chance = () => number

/** Probability of a repeat, and of a story with only one instance. */
const REPEATS = 0.35
const ALONE = 0.5
/** Relative frequency of an activity, default 1. Activities that change an instance's state are drawn more often. */
const WEIGHTS: Readonly<Partial<Record<Activity, number>>> = { newInstance: 3, queryInstance: 2, RENEWAL: 3, FREEZE: 4, UNFREEZE: 3 }

/**
 * Draws a story of one instance, or of two at the same time: at most `length` calls, each legal in its state. The last calls query
 * each instance.
 * @param may which activities are allowed
 * @param again which calls may be repeated
 */
export function drawStory(chance: Chance, length: number, may: May, again: (move: Move) => boolean): readonly Move[] {
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(chance() * list.length)]
  const everybody: readonly Who[] = chance() < ALONE || length < 4 ? ['first'] : ['first', 'second']
  const lives = createLives(may)
  const moves: Move[] = []
  const add = (move: Move) => {
    lives.live(move)
    moves.push(move)
  }
  // The same call twice in a row has its own case and adds nothing here.
  const isNews = ({ do: activity, instance, again: repeated }: Move) => {
    const last = moves.at(-1)
    if (activity === 'queryInstance') return last?.do !== activity || last.instance !== instance
    return repeated === undefined || (last?.again ?? last?.step) !== repeated
  }
  const step = () => moves.length + 1
  const possible = () =>
    everybody.flatMap((instance) =>
      ACTIVITIES.flatMap((activity) => {
        const move: Move = { step: step(), do: activity, instance }
        return lives.allows(move) && isNews(move) ? Array.from({ length: WEIGHTS[activity] ?? 1 }, () => move) : []
      }),
    )
  const repeats = () =>
    moves
      .filter((first) => first.again === undefined && again(first))
      .map((first): Move => ({ step: step(), do: first.do, instance: first.instance, again: first.step }))
      .filter((move) => lives.allows(move) && isNews(move))
  while (moves.length < length - everybody.length) {
    const next = (chance() < REPEATS ? pick(repeats()) : undefined) ?? pick(possible())
    if (next === undefined) break
    add(next)
  }
  for (const instance of everybody) {
    const look: Move = { step: step(), do: 'queryInstance', instance }
    if (lives.allows(look) && isNews(look)) add(look)
  }
  return moves
}
