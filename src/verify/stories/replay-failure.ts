import { type Check, type Report, stateOf } from '../../report/report.ts'
import { type CaseResult, runCase } from '../run-case.ts'
import { freshContext, openSession, type SessionOptions, type VerificationSession } from '../verification-session.ts'
import { errorOf } from './explain.ts'
import type { Failure, Step } from './failure.ts'
import { playStory } from './play-story.ts'
import { moveOf } from './read-failure.ts'

/** The failure to replay, and the seller. */
export interface Replay extends SessionOptions {
  readonly failure: Failure
  readonly onStep?: (result: CaseResult) => void
}

/**
 * Replays a single failure with new orders. The report has one check. It fails while the mistake exists, or when something else stops the
 * sequence before its end.
 */
export async function replayFailure(replay: Replay): Promise<Report> {
  const { failure, url, profile, run, systemClock, onStep = () => {} } = replay
  const startedAt = systemClock.now()
  await using session = await openSession(replay)
  const results = await playSteps(session, failure.steps, onStep)
  return {
    format: 1,
    command: 'verify seller',
    title: `${profile.title}, one failure again`,
    about: { url, profile: profile.name, run, rule: failure.rule },
    startedAt: new Date(startedAt).toISOString(),
    ms: systemClock.now() - startedAt,
    groups: [{ name: 'replay', title: 'a failure that was seen before', checks: [checkOf(failure, results)] }],
  }
}

async function playSteps(
  session: VerificationSession,
  steps: readonly Step[],
  onStep: (result: CaseResult) => void,
): Promise<readonly CaseResult[]> {
  const moves = steps.flatMap((one) => ('case' in one ? [] : [moveOf(one)]))
  if (moves.length > 0) return (await playStory(session, moves, ({ result }) => onStep(result))).map(({ result }) => result)
  const { cases } = session.profile
  const context = freshContext(
    session,
    cases.flatMap(({ remembers = [] }) => remembers),
  )
  const results: CaseResult[] = []
  for (const one of steps.flatMap((step) => cases.filter(({ name }) => 'case' in step && name === step.case))) {
    const result = await runCase(context, one)
    results.push(result)
    onStep(result)
  }
  return results
}

/** Mistakes before the last step only matter if they prevent the last step: an earlier mistake is another failure. */
function checkOf({ rule, steps }: Failure, results: readonly CaseResult[]): Check {
  const last = results.at(-1)
  const about = { name: rule, title: last?.title ?? rule, ms: results.reduce((sum, { ms }) => sum + ms, 0) }
  const error = last && errorOf(last)
  if (last && error) return { ...about, state: 'failed', findings: last.findings }
  if (last?.state !== 'skipped')
    return {
      ...about,
      title: `${steps.length} steps: ${about.title}`,
      state: stateOf(last?.findings ?? []),
      findings: last?.findings ?? [],
    }
  const before = results.filter((result) => errorOf(result) !== undefined).flatMap(({ findings }) => findings)
  if (before.length > 0) return { ...about, state: 'failed', findings: before }
  return { ...about, state: 'skipped', findings: [], reason: last.reason ?? 'it could not be run' }
}
