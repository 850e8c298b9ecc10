import { stateOf } from '../../report/report.ts'
import type { Profile } from '../case.ts'
import { ISOLATED } from '../profiles/rules.ts'
import type { CaseResult } from '../run-case.ts'
import type { VerificationSession } from '../verification-session.ts'
import { type Chance, drawStory } from './draw-story.ts'
import type { May } from './life.ts'
import { ACTIVITIES, type Activity, LEGAL, type Move, type State } from './moves.ts'
import { type Played, playStory, wrongOf } from './play-story.ts'

/** Which stories are played. */
export interface StoryOptions {
  readonly count: number
  /** The most calls of one story. */
  readonly length: number
  /** The same seed gives the same stories. */
  readonly seed: string
  readonly chance: (seed: string) => Chance
}

/** A story that was played. */
export interface PlayedStory {
  readonly result: CaseResult
  readonly moves: readonly Move[]
  readonly played: readonly Played[]
}

/** After this many failed stories, no more are played. */
const ENOUGH = 5

/** The activities that stories may use: those of the profile whose own cases the seller passes. */
export function mayOf({ cases }: Pick<Profile, 'cases'>, fine: ReadonlySet<string>): May {
  const names = new Set(cases.map(({ name }) => name))
  return (activity: Activity, state: State) => {
    const { like, alone = {} } = LEGAL[activity]
    const inState = alone[state]
    return fine.has(like) && (inState === undefined || !names.has(inState) || fine.has(inState))
  }
}

/** Plays seeded stories against a seller, one after the other. Stops when enough of them failed. */
export async function playStories(
  session: VerificationSession,
  { count, length, seed, chance }: StoryOptions,
  fine: ReadonlySet<string>,
  onStory?: (result: CaseResult) => void,
): Promise<readonly PlayedStory[]> {
  const may = mayOf(session.profile, fine)
  const again = ({ do: activity }: Move) => activity !== 'queryInstance' && fine.has(`${LEGAL[activity].like}.repeated`)
  const stories: PlayedStory[] = []
  for (let number = 1; number <= count; number++) {
    if (stories.filter(({ result }) => result.state === 'failed').length >= ENOUGH) break
    const moves = drawStory(chance(`${seed} ${number} ${length}`), length, may, again)
    const played = await playStory(session, moves)
    const finished = { moves, played, result: resultOf(number, moves, played) }
    stories.push(finished)
    onStory?.(finished.result)
  }
  return stories
}

/** Why stories cannot be played; undefined if they can. */
export function noStories(
  { cases }: Pick<Profile, 'cases'>,
  results: readonly CaseResult[],
  fine: ReadonlySet<string>,
): string | undefined {
  const played = ACTIVITIES.map((activity) => cases.find(({ name }) => name === LEGAL[activity].like))
  if (played[0]?.operation !== 'newInstance' || played[1]?.operation !== 'queryInstance')
    return 'life stories need newInstance and queryInstance of V2.0, which this profile does not have'
  const missing = ['newInstance', 'queryInstance'].find((name) => !fine.has(name))
  if (missing !== undefined) return `${missing} did not pass`
  const mixed = results.find(({ findings }) => findings.some(({ code }) => code.startsWith('answer.instanceId.') || code === ISOLATED.code))
  return mixed && `instances are mixed up already: ${mixed.name} did not pass`
}

function resultOf(number: number, moves: readonly Move[], played: readonly Played[]): CaseResult {
  const last = played.at(-1)
  const wrong = last && wrongOf(last)
  const where = wrong === undefined ? '' : `; wrong at step ${last?.move.step}`
  const findings = played.flatMap(({ result }) => result.findings)
  const state = stateOf(findings)
  const unplayed = last?.result.state === 'skipped' ? last.result.reason : undefined
  return {
    name: `story-${`${number}`.padStart(2, '0')}`,
    title: `${moves.map(inShort).join(' · ')}${where}`,
    state: state !== 'passed' || unplayed === undefined ? state : 'skipped',
    findings,
    ...(unplayed === undefined ? {} : { reason: unplayed }),
    resultCodes: played.flatMap(({ result }) => result.resultCodes),
    ms: Math.max(0, ...played.map(({ result }) => result.ms)),
  }
}

/** `FREEZE 1` for the first instance; `FREEZE 1 again` for a repeat. */
function inShort({ do: activity, instance, again }: Move): string {
  return `${activity} ${instance === 'first' ? 1 : 2}${again === undefined ? '' : ' again'}`
}
