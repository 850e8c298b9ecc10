import type { Finding } from '../../spec/finding.ts'
import type { Case, Profile } from '../case.ts'
import { type CaseResult, runCase } from '../run-case.ts'
import { freshContext, type VerificationSession } from '../verification-session.ts'
import { caseOfMove } from './case-of-move.ts'
import { createLives, type Lives } from './life.ts'
import type { Move, Who } from './moves.ts'

/** A call of a story, and its result. */
export interface Played {
  readonly move: Move
  readonly one: Case
  readonly result: CaseResult
}

/** What is known about an instance in addition to its state. */
interface Seen {
  /** newInstance answered that the instance is still being opened. */
  opening?: boolean
  shown?: boolean
  /** It was no longer listed after its release. */
  gone?: boolean
  stirred?: boolean
}

/**
 * Plays a story with new orders, and stops at the first mistake, because later answers depend on it.
 * @param moves must be legal
 */
export async function playStory(
  session: VerificationSession,
  moves: readonly Move[],
  onStep?: (played: Played) => void,
): Promise<readonly Played[]> {
  const context = freshContext(session, ['first', 'second'])
  const lives = createLives()
  const periods = new Map<number, number>()
  // Of the whole story: a repeat of a call must name the same end of a period, however late it comes.
  const began = session.shared.now()
  const seen: Record<Who, Seen> = { first: {}, second: {} }
  const played: Played[] = []
  const play = async (move: Move) => {
    const one = caseOf(session.profile, move, began, lives, seen[move.instance], periods)
    if (one === undefined) throw new RangeError(`${session.profile.name} has no case that plays ${move.do}`)
    const result = await runCase(context, one)
    const step = { move, one, result }
    played.push(step)
    onStep?.(step)
    return step
  }
  for (const move of moves) {
    const about = seen[move.instance]
    // An instance that is still being opened is not renewed: the marketplace queries it until it is listed.
    if (about.opening && move.do !== 'newInstance' && move.do !== 'queryInstance') {
      const waited = await play({ step: move.step, do: 'queryInstance', instance: move.instance })
      if (isWrong(waited)) break
      note(about, waited, lives)
    }
    lives.live(move)
    periods.set(move.step, lives.periodsOf(move.instance))
    const step = await play(move)
    if (isWrong(step)) break
    note(about, step, lives)
  }
  return played
}

function caseOf(profile: Profile, move: Move, began: number, lives: Lives, about: Seen, periods: ReadonlyMap<number, number>) {
  return caseOfMove(profile, move, {
    state: lives.stateOf(move.instance),
    periods: periods.get(move.again ?? move.step) ?? 1,
    shown: about.shown === true,
    stirred: about.stirred === true,
    began,
  })
}

function note(about: Seen, { move, result }: Played, lives: Lives): void {
  if (move.do === 'newInstance' && !about.shown && result.resultCodes.includes('000004')) about.opening = true
  if (move.do === 'queryInstance') {
    if (lives.stateOf(move.instance) === 'released') about.gone = true
    else {
      about.shown = true
      about.opening = false
    }
  }
  if (move.again !== undefined && about.gone) about.stirred = true
}

/** The first error of a step; a warning ends the story as well. */
export function wrongOf({ one, result }: Played): Finding | undefined {
  return result.findings.find(({ level, code }) => level === 'error' || code === one.otherwise?.code)
}

const isWrong = (played: Played) => !['passed', 'warned'].includes(played.result.state) || wrongOf(played) !== undefined
