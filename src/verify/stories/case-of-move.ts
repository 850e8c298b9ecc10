import { compactTime } from '../../spec/seller-times.ts'
import type { Case, Member, Profile, Rule } from '../case.ts'
import { RELEASED, REPEAT } from '../profiles/rules.ts'
import type { State } from './moves.ts'
import { LEGAL, type Move, wordsOf } from './moves.ts'
import { LOST, REOPENED, STORY } from './story-rules.ts'

/** The situation in which a move happens. */
export interface Standing {
  readonly state: State
  /** Periods bought so far, including this move. */
  readonly periods: number
  /** The seller has listed this instance before. */
  readonly shown: boolean
  /** It was no longer listed after its release, and then one of its calls was repeated. */
  readonly stirred: boolean
  /** When the story began: machine time, epoch milliseconds. */
  readonly began: number
}

/** Codes for a call that comes too late. None is documented for it, so all are accepted. */
const TOO_LATE: readonly string[] = ['000002', '000003', '000005']
const YEAR = 365 * 86_400_000

/** A move as a case: the profile's own case with this instance and this order, and the answers that are right in this situation. */
export function caseOfMove({ cases }: Pick<Profile, 'cases'>, move: Move, standing: Standing): Case | undefined {
  const base = cases.find(({ name }) => name === LEGAL[move.do].like)
  if (base === undefined) return undefined
  const { after: _, atOnce: __, otherwise: ___, polls: ____, ...rest } = base
  return {
    ...rest,
    name: `step-${move.step}`,
    title: wordsOf(move),
    set: setOf(base, move, standing),
    ...(base.remembers === undefined ? {} : { remembers: move.instance }),
    // An instance may open in the background. Once it was listed, it must stay listed.
    ...(move.do === 'queryInstance' && !standing.shown && standing.state !== 'released' ? { polls: true } : {}),
    ...rightAnswers(base, move, standing),
  }
}

function setOf({ set }: Case, { instance, step, again = step }: Move, { periods, began }: Standing): Record<string, Member> {
  const order = `$story_${letters(again)}`
  const own: Record<string, Member> = {
    instanceId: `$${instance}`,
    orderId: order,
    orderLineId: `${order}-000001`,
    expireTime: compactTime(began + periods * YEAR).slice(0, 14),
  }
  return Object.fromEntries(Object.entries(set).map(([name, value]) => [name, value === null ? null : (own[name] ?? value)]))
}

function rightAnswers(
  base: Case,
  { do: activity, again }: Move,
  { state, stirred }: Standing,
): Pick<Case, 'codes' | 'otherwise' | 'orNone'> {
  const { codes, otherwise } = base
  const breaks = (rule: Rule | undefined) => (rule === undefined ? {} : { otherwise: rule })
  if (activity === 'queryInstance') {
    if (state === 'released') return { codes: TOO_LATE, orNone: true, otherwise: stirred ? REOPENED : RELEASED }
    return { codes, otherwise: LOST }
  }
  // A rule that is only a warning for the single call is only a warning here.
  if (otherwise?.level === 'warning') return { codes: [...codes, ...(state === 'released' ? TOO_LATE : [])], otherwise }
  if (again === undefined) return { codes, ...breaks(activity === 'newInstance' ? otherwise : STORY) }
  const over = state === 'released' && activity !== 'newInstance' && activity !== 'releaseInstance'
  return { codes: over ? [...codes, ...TOO_LATE] : codes, otherwise: REPEAT }
}

/** 1, 2 … 26, 27: a, b … z, ba. Names of orders are letters. */
function letters(number: number): string {
  const last = String.fromCharCode(97 + ((number - 1) % 26))
  return number <= 26 ? last : `${letters(Math.floor((number - 1) / 26))}${last}`
}
