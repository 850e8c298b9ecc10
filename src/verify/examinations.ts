import { mayCall } from '../marketplace/http-client.ts'
import { type Counts, countsOf, type Report } from '../report/report.ts'
import type { Profile } from './case.ts'
import type { Examination, ExaminationInput, Examinations } from './examinations-api.ts'
import { knownOf } from './known.ts'
import { PROFILES } from './profiles/profiles.ts'
import type { StoryOptions } from './stories/play-stories.ts'
import type { SessionOptions } from './verification-session.ts'
import { verifySeller } from './verify-seller.ts'
import { isListening } from './watch/seller-door.ts'

/** Runs at the same time, and runs that are kept. */
const MOST_RUNNING = 4
const MOST_KEPT = 20

/** The most calls of one life story. */
const STORY_LENGTH = 8

/** Thrown between two cases to end a run. */
class Ended extends Error {}

interface Run extends Examination {
  ended?: boolean
}

/** What the machine gives: its clock, secrets, chance, and the hosts that may be called. */
export interface ExaminationsOptions extends Pick<SessionOptions, 'systemClock'> {
  readonly allowHosts?: readonly string[]
  /** Ends all runs. */
  readonly stop: AbortSignal
  readonly secret: () => string
  readonly chance: StoryOptions['chance']
}

/** Examines sellers beside a sandbox; results are kept while they come in. */
export function createExaminations({ systemClock, allowHosts = [], stop, secret, chance }: ExaminationsOptions): Examinations {
  const runs = new Map<string, Run>()
  let count = 0

  const start = async (what: ExaminationInput): Promise<Examination | { readonly refused: string }> => {
    const profile = PROFILES.find(({ name }) => name === what.profile) as Profile
    const host = new URL(what.url).host
    if (!mayCall(new URL(what.url), allowHosts))
      return { refused: `${host} is not this machine. Start the sandbox with --allow-host ${host} to call it.` }
    if ([...runs.values()].filter(({ state }) => state === 'running').length >= MOST_RUNNING)
      return { refused: `${MOST_RUNNING} examinations are running. Wait until one has finished, or remove one.` }
    if (!(await isListening(what.url, systemClock.wait)))
      return { refused: `No server listens at ${what.url}. Start your seller, or correct "url", then send this again.` }
    const narrowed = what.cases ? { ...profile, cases: withNeeded(profile, what.cases) } : profile
    const id = `E${String(++count).padStart(4, '0')}`
    const run: Run = {
      id,
      state: 'running',
      profile: profile.name,
      url: what.url,
      startedAt: systemClock.now(),
      total: narrowed.cases.length + what.stories,
      counts: { passed: 0, warned: 0, failed: 0, skipped: 0 },
      checks: [],
    }
    runs.set(id, run)
    const old = [...runs.values()].filter(({ state }) => state !== 'running')
    for (const { id: gone } of old.slice(0, Math.max(0, runs.size - MOST_KEPT))) runs.delete(gone)
    // Whoever started it looks at it later; a failure is part of the run.
    perform(run, narrowed, what).catch(() => {})
    return run
  }

  const perform = async (run: Run, profile: Profile, { url, keys, known, stories, seed }: ExaminationInput) => {
    const unique = secret()
    const set = (change: Partial<Examination>) => Object.assign(run, change)
    try {
      const report = await verifySeller({
        ...{ url, keys, profile, run: unique, systemClock, allowHosts },
        known: knownOf(known, unique),
        ...(stories > 0 ? { stories: { count: stories, length: STORY_LENGTH, seed: seed ?? secret().slice(0, 8), chance } } : {}),
        onCase(result) {
          if (run.ended || stop.aborted) throw new Ended()
          const checks = [...run.checks, result]
          set({ checks, counts: countsOf({ groups: [{ name: '', title: '', checks }] }) })
        },
      })
      set({ state: 'finished', endedAt: systemClock.now(), ...resultsOf(report) })
    } catch (error) {
      const problem = error instanceof Ended ? 'It was ended.' : `The examination failed: ${error instanceof Error ? error.message : error}`
      set({ state: 'failed', endedAt: systemClock.now(), problem })
    }
  }

  return {
    profiles: PROFILES.map(({ name, title, uses, cases }) => ({
      name,
      title,
      uses,
      cases: cases.map((one) => ({ name: one.name, title: one.title, operation: one.operation })),
    })),
    list: () => [...runs.values()],
    find: (id) => runs.get(id),
    start,
    remove(id) {
      const run = runs.get(id)
      if (run) run.ended = true
      return runs.delete(id)
    },
  }
}

function resultsOf(report: Report): { readonly counts: Counts; readonly checks: Examination['checks'] } {
  return {
    counts: countsOf(report),
    checks: report.groups.flatMap(({ name, checks }) => checks.map((check) => ({ ...check, group: name }))),
  }
}

/** The named cases with those that have to pass before them, in the order of the profile. */
function withNeeded({ cases }: Profile, names: readonly string[]): Profile['cases'] {
  const wanted = new Set(names)
  // Backwards: a case depends on earlier ones alone. Cases that only make an instance known are needed by those that speak of it.
  for (const one of [...cases].reverse()) {
    if (!wanted.has(one.name)) continue
    for (const name of [one.after ?? []].flat()) wanted.add(name)
    const spoken = JSON.stringify(one.set)
    for (const other of cases) if (other.remembers !== undefined && spoken.includes(`$${other.remembers}`)) wanted.add(other.name)
  }
  return cases.filter(({ name }) => wanted.has(name))
}
