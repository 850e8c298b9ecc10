import type { Check, Report } from '../report/report.ts'
import type { InterfaceUse } from '../world/entities/kinds-api.ts'
import { operationOf } from './call.ts'
import type { Profile } from './case.ts'
import { watchPresence } from './presence.ts'
import { type CaseResult, runCase, skipCase } from './run-case.ts'
import { explainFailures } from './stories/explain-failures.ts'
import type { Failure } from './stories/failure.ts'
import { noStories, playStories, type StoryOptions } from './stories/play-stories.ts'
import { namesOf, openSession, type SessionOptions } from './verification-session.ts'

/** The seller to verify, and options. */
export interface SellerVerification extends SessionOptions {
  /** Life stories of instances to play after the cases. Default: none. */
  readonly stories?: StoryOptions
  readonly onCase?: (result: CaseResult) => void
  /**
   * Stores the shortest sequence that shows a broken rule, and returns how to repeat it. Without this option no sequence is searched for,
   * because that takes some hundred calls.
   */
  readonly onFailure?: (failure: Failure) => string | undefined
  /** Called with the rule before each attempt at a shorter sequence. */
  readonly onTry?: (rule: string) => void
}

/** The report's group of life stories. */
const STORIES = 'stories'

/**
 * Calls a seller like the marketplace and judges every answer: required calls, repeats, simultaneous calls, calls that the debugging page
 * never makes, and life stories. Calls have testFlag 1. All behaviour of the seller is reported; none of it makes this throw.
 */
export async function verifySeller(verification: SellerVerification): Promise<Report> {
  const { url, profile, run, systemClock, onCase, onFailure, onTry, stories } = verification
  const startedAt = systemClock.now()
  await using session = await openSession(verification)
  const passed = new Set<string>()
  const understood = new Set<InterfaceUse>()
  const skipped = new Map<string, string>()
  const instances = profile.cases.flatMap(({ remembers = [] }) => remembers)
  const { hasEnded, ...calling } = watchPresence(session.shared)
  const context = { ...session.shared, ...calling, names: namesOf(session, run, instances), passed, understood, skipped }
  const checks: (readonly [group: string, check: Check])[] = []
  const results: CaseResult[] = []
  let ended: string | undefined
  for (const one of profile.cases) {
    const result = ended === undefined ? await runCase(context, one) : skipCase(one, ended)
    if (await hasEnded()) ended = `no answer any more since ${result.name}`
    if (result.state === 'passed' || result.state === 'warned' || result.served) passed.add(result.name)
    if (result.resultCodes.includes('000000')) understood.add(operationOf(context, one).use)
    if (result.reason !== undefined) skipped.set(result.name, result.reason)
    results.push(result)
    checks.push([one.operation.slice(one.operation.indexOf('.') + 1), result])
    onCase?.(result)
  }
  for (const { name, reason } of profile.skipped) checks.push([name, leftOut(name, reason)])

  // Stories are about the order of calls: mistakes of a single call are already reported.
  const fine = new Set(results.filter((result) => isFine(profile, result)).map(({ name }) => name))
  const none = ended ?? noStories(profile, results, fine)
  const played = stories && none === undefined ? await playStories(session, stories, fine, onCase) : []
  for (const { result } of played) checks.push([STORIES, result])
  if (stories && none !== undefined) checks.push([STORIES, leftOut(STORIES, none)])

  const again = onFailure && ended === undefined && (await explainFailures(session, { results, played, fine, stories }, onFailure, onTry))
  const groups = new Map<string, Check[]>()
  for (const [group, check] of checks) {
    const how = again ? again.get(check.name) : undefined
    groups.set(group, [...(groups.get(group) ?? []), how === undefined ? check : { ...check, again: how }])
  }
  const about = played.length > 0 ? { stories: `${played.length} of up to ${stories?.length} calls, seed ${stories?.seed}` } : {}
  return {
    format: 1,
    command: 'verify seller',
    title: profile.title,
    about: { url, profile: profile.name, run, ...about },
    startedAt: new Date(startedAt).toISOString(),
    ms: systemClock.now() - startedAt,
    groups: [...groups].map(([name, of]) => ({ name, title: name === STORIES ? 'life stories of instances' : name, checks: of })),
  }
}

const leftOut = (name: string, reason: string): Check => ({ name, title: name, state: 'skipped', findings: [], reason })

/** Whether a case passed without a warning of its own rule. */
function isFine({ cases }: Profile, { name, state, findings }: CaseResult): boolean {
  const own = cases.find((one) => one.name === name)?.otherwise?.code
  return (state === 'passed' || state === 'warned') && findings.every(({ code }) => code !== own)
}
