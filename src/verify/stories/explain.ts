import type { Finding } from '../../spec/finding.ts'
import type { Case } from '../case.ts'
import { type CaseResult, runCase } from '../run-case.ts'
import { freshContext, type VerificationSession } from '../verification-session.ts'
import { aboutFinding, type Failure, type Step } from './failure.ts'
import { legalOf, type May } from './life.ts'
import { type Move, type Who, wordsOf } from './moves.ts'
import type { PlayedStory } from './play-stories.ts'
import { type Played, playStory, wrongOf } from './play-story.ts'
import { type Budget, shrink } from './shrink.ts'

/** The first error of a result. */
export const errorOf = ({ findings }: Pick<CaseResult, 'findings'>): Finding | undefined => findings.find(({ level }) => level === 'error')

/** The shortest story that shows the mistake of a played story. */
export async function explainStory(
  session: VerificationSession,
  { moves, played }: PlayedStory,
  may: May,
  budget: Budget,
): Promise<Omit<Failure, 'story'> | undefined> {
  const last = played.at(-1)
  const error = last && errorOf(last.result)
  if (!last || !error) return undefined
  // The same rule at the same kind of call: a shorter sequence must not show another mistake.
  const attempt = async (candidate: readonly Move[]): Promise<readonly Played[] | undefined> => {
    if (!budget.allows(candidate.length)) return undefined
    const steps = await playStory(session, candidate)
    budget.spend(steps.length)
    return steps
  }
  const shows = (steps: readonly Played[]) => {
    const end = steps.at(-1)
    return end !== undefined && end.move.do === last.move.do && wrongOf(end)?.code === error.code
  }
  const upTo = moves.slice(0, moves.findIndex(({ step }) => step === last.move.step) + 1)
  const first = await attempt(upTo)
  const reproduced = first !== undefined && shows(first)
  let best = reproduced ? first : played
  const seen = reproduced
    ? await shrink(
        upTo,
        (list) => legalOf(list, may),
        async (list) => {
          const steps = await attempt(list)
          if (steps === undefined || !shows(steps)) return steps && false
          best = steps
          return true
        },
      )
    : upTo
  const numbers = new Map(seen.map(({ step }, i) => [step, i + 1]))
  const steps = best.flatMap(({ move, one }): Step[] => {
    // A query while an instance was opening is repeated automatically.
    if (!seen.some(({ step, do: activity }) => step === move.step && activity === move.do)) return []
    const { again } = move
    const instance: Who = move.instance === seen[0]?.instance ? 'first' : 'second'
    const repeat = again === undefined ? {} : { again: numbers.get(again) ?? again }
    const described = { step: numbers.get(move.step) ?? 0, do: move.do, instance, ...repeat }
    return [{ ...described, ...readable({ ...one, title: wordsOf(described) }) }]
  })
  const found = best.map(({ result }) => errorOf(result)).find((one) => one !== undefined) ?? error
  return { format: 1, kind: 'seller-failure', profile: session.profile.name, ...aboutFinding(found), reproduced, steps }
}

/** The smallest set of cases that must run before a failed one. */
export async function explainCase(
  session: VerificationSession,
  failed: CaseResult,
  played: readonly Case[],
  budget: Budget,
): Promise<Failure | undefined> {
  const error = errorOf(failed)
  const at = played.findIndex(({ name }) => name === failed.name)
  const target = played[at]
  if (!error || !target) return undefined
  const before = played.slice(0, at)
  // These are always needed: without them another answer would be right.
  const needed = neededBy(target, before)
  const sequence = (others: readonly Case[]) => before.filter((one) => needed.has(one) || others.includes(one))
  const attempt = async (others: readonly Case[]): Promise<boolean | undefined> => {
    const cases = [...sequence(others), target]
    const calls = cases.reduce((sum, { atOnce = 1 }) => sum + atOnce, 0)
    if (!budget.allows(calls)) return undefined
    budget.spend(calls)
    const context = freshContext(
      session,
      played.flatMap(({ remembers = [] }) => remembers),
    )
    let last: CaseResult | undefined
    for (const one of cases) last = await runCase(context, one)
    return last?.findings.some(({ level, code }) => level === 'error' && code === error.code) === true
  }
  const removable = before.filter((one) => !needed.has(one))
  let shortest: readonly Case[] = []
  let reproduced = (await attempt([])) === true
  if (!reproduced && removable.length > 0) {
    reproduced = (await attempt(removable)) === true
    shortest = reproduced ? await shrink(removable, (list) => list, attempt) : removable
  }
  const steps = [...sequence(shortest), target].map((one, i): Step => ({ step: i + 1, case: one.name, ...readable(one) }))
  return { format: 1, kind: 'seller-failure', profile: session.profile.name, ...aboutFinding(error), reproduced, steps }
}

/** The cases named in `after`, those that open the instances used, and the cases that these need in turn. */
function neededBy(target: Case, before: readonly Case[]): ReadonlySet<Case> {
  const needed = new Set<Case>()
  const visit = (later: Case) => {
    const after: readonly string[] = [later.after ?? []].flat()
    const spoken = new Set([...JSON.stringify(later).matchAll(/\$([A-Za-z_]+)/g)].map((match) => match[1]))
    for (const one of before) {
      const opens = spoken.has(one.remembers) && before.find(({ remembers }) => remembers === one.remembers) === one
      if (needed.has(one) || !(after.includes(one.name) || opens)) continue
      needed.add(one)
      visit(one)
    }
  }
  visit(target)
  return needed
}

const readable = ({ title, set, codes }: Case) => ({ says: title, sends: set, right: codes })
