import type { CaseResult } from '../run-case.ts'
import type { VerificationSession } from '../verification-session.ts'
import { errorOf, explainCase, explainStory } from './explain.ts'
import type { Failure } from './failure.ts'
import { mayOf, type PlayedStory, type StoryOptions } from './play-stories.ts'
import { createBudget } from './shrink.ts'

/** Limits of one run's search for the shortest sequences: calls and machine milliseconds. */
const CALLS = 2000
const TIME = 120_000
/** Limit of calls for one mistake. */
const CALLS_EACH = 400

/** Rules that do not depend on a sequence of calls. */
const NOBODY_THERE: readonly string[] = ['answer.unreachable', 'answer.not-allowed', 'answer.not-dialled']

/** The results, in the order in which the cases ran. */
export interface Happened {
  readonly results: readonly CaseResult[]
  readonly played: readonly PlayedStory[]
  /** Cases that the seller passes. */
  readonly fine: ReadonlySet<string>
  readonly stories: Pick<StoryOptions, 'seed'> | undefined
}

/**
 * Finds the shortest sequence for each broken rule, at the place where it first occurred.
 * @param onFailure stores the sequence, and returns how to repeat the failure
 * @param onTry called with the rule before each attempt
 * @returns the results of `onFailure`, by the name of the check
 */
export async function explainFailures(
  session: VerificationSession,
  { results, played, fine, stories }: Happened,
  onFailure: (failure: Failure) => string | undefined,
  onTry: (rule: string) => void = () => {},
): Promise<ReadonlyMap<string, string>> {
  const { now } = session.shared
  const whole = createBudget(CALLS, now() + TIME, now)
  const explained = new Set<string>()
  const again = new Map<string, string>()
  const explain = async (result: CaseResult, find: (budget: ReturnType<typeof createBudget>) => Promise<Failure | undefined>) => {
    const code = errorOf(result)?.code
    if (result.state !== 'failed' || code === undefined || NOBODY_THERE.includes(code) || explained.has(code)) return
    explained.add(code)
    const own = createBudget(CALLS_EACH, now() + TIME, now)
    const failure = await find({
      allows: (calls) => own.allows(calls) && whole.allows(calls),
      spend: (calls) => {
        onTry(code)
        own.spend(calls)
        whole.spend(calls)
      },
    })
    const how = failure && onFailure(failure)
    if (how !== undefined) again.set(result.name, how)
  }
  const { cases } = session.profile
  for (const result of results) await explain(result, (budget) => explainCase(session, result, cases, budget))
  const may = mayOf(session.profile, fine)
  for (const story of played) {
    await explain(story.result, async (budget) => {
      const failure = await explainStory(session, story, may, budget)
      const number = played.indexOf(story) + 1
      return failure && { ...failure, ...(stories === undefined ? {} : { story: { seed: stories.seed, number } }) }
    })
  }
  return again
}
