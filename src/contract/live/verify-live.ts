import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { JournalEntry } from '../../http/journal-api.ts'
import { startSandbox } from '../../sandbox/open-sandbox.ts'
import type { Sandbox } from '../../sandbox/sandbox-api.ts'
import type { Specs } from '../../spec/catalogue.ts'
import type { Finding } from '../../spec/finding.ts'
import type { Operation } from '../../spec/operation.ts'
import { findingsOf, type Mismatch } from '../mismatch.ts'
import type { Interaction, Pact } from '../read-pact.ts'
import { runVerifier, type VerifiedInteraction } from '../run-verifier.ts'
import type { State } from '../states/read-states.ts'
import { cited, onePerPlace } from '../static/place.ts'
import { copyPact, numberIn, worldOf } from './copy-pact.ts'
import { innerErrors, type LiveAnswer } from './inner-errors.ts'
import { openProviderServer } from './provider-server.ts'
import type { DateGenerator } from './world-dates.ts'

/** An interaction to be verified. */
export interface Candidate {
  readonly pact: Pact
  readonly interaction: Interaction
  readonly operation: Operation | undefined
}

/** The result of one interaction. */
export interface Tried {
  readonly passed: boolean
  readonly findings: readonly Finding[]
  /** The request as the sandbox got it, and its answer; secrets masked. */
  readonly recorded?: Pick<JournalEntry, 'request' | 'reply'>
  /** Machine milliseconds. */
  readonly ms?: number
}

export interface LiveOptions {
  readonly specs: Specs
  /** Specs that the sandbox serves instead of the built-in ones. */
  readonly served: { readonly spec?: readonly string[]; readonly with?: readonly string[] }
  readonly states: ReadonlyMap<string, State>
  readonly start: string
  /** File for coverage. */
  readonly coverage?: string
  /** The machine's clock and timers. */
  readonly systemClock: { now(): number; wait(ms: number, signal?: AbortSignal): Promise<void> }
}

/**
 * Runs the Pact Verifier for interactions against a new sandbox, each in a fresh world.
 * @returns the result of each, in the same order
 * @throws PactMissing
 */
export async function verifyLive(
  candidates: readonly Candidate[],
  { specs, served, states, start, systemClock, coverage }: LiveOptions,
): Promise<readonly Tried[]> {
  const folder = mkdtempSync(join(tmpdir(), 'koosandbox-contract-'))
  const sandbox = await startSandbox({
    ...served,
    start: BEGIN,
    journalSize: Math.max(1000, candidates.length * 2),
    ...(coverage === undefined ? {} : { coverage }),
  })
  const dates = new Map<number, readonly DateGenerator[]>()
  const calls = new Map(candidates.map(({ interaction }, number) => [number, interaction.states] as const))
  const refused = new Set(candidates.flatMap(({ interaction }, number) => (isRefusal(interaction) ? [number] : [])))
  const server = await openProviderServer({ sandbox, states, calls, refused, dates, start, now: () => systemClock.now() })
  try {
    const pacts = [...new Set(candidates.map(({ pact }) => pact))].map((pact, i) => {
      const numbers = new Map(candidates.flatMap((one, number) => (one.pact === pact ? [[one.interaction.index, number] as const] : [])))
      const file = join(folder, `${i}.json`)
      writeFileSync(file, JSON.stringify(copyPact(pact, PROVIDER, numbers, dates)))
      return file
    })
    const outcome = await runVerifier({
      pacts,
      provider: PROVIDER,
      url: server.url,
      statesUrl: server.statesUrl,
      interactions: candidates.length,
      wait: systemClock.wait,
    })
    const results = new Map(outcome.interactions.map((one) => [numberIn(one.description), one] as const))
    return candidates.map((candidate, number) => {
      const result = results.get(number)
      const unplayed = server.failures.get(number)
      if (unplayed !== undefined) return { passed: false, findings: [stateFinding(unplayed)] }
      if (!result) return { passed: false, findings: [notTried(outcome.failure)] }
      const recorded = entryOf(sandbox, number)
      const findings = result.passed
        ? passedFindings(specs, candidate, server.answers.get(number))
        : liveFindings(specs, candidate, result, recorded)
      return {
        passed: result.passed,
        findings,
        ...(recorded === undefined ? {} : { recorded }),
        ...(result.ms === undefined ? {} : { ms: result.ms }),
      }
    })
  } finally {
    await server.close()
    await sandbox.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** 401, and no state explains it: then the pact's own credentials must be wrong. */
const isRefusal = ({ response, states }: Interaction) => response.status === 401 && states.length === 0

/** Problems that the verifier does not find in a matching answer. */
function passedFindings(specs: Specs, { interaction, operation }: Candidate, answer: LiveAnswer | undefined): readonly Finding[] {
  if (!operation || !answer) return []
  const findings = [...innerErrors(specs, operation, interaction, answer)]
  return findings.map((finding) => ({ ...cited(specs, operation, String(interaction.response.status)), ...finding }))
}

/** Day, hour, minute and second are all above 12, so that software that confuses them, or day and month, fails. */
const BEGIN = Date.UTC(2026, 0, 15, 14, 45, 50)

const PROVIDER = 'koogallery-sandbox'

function stateFinding(message: string): Finding {
  return { code: 'state.failed', level: 'error', pointer: '/state', expected: 'a state that can be set up', got: message }
}

function notTried(failure = 'The Pact Verifier gave no result for it.'): Finding {
  return { code: 'reply.none', level: 'error', pointer: '', expected: 'an answer', got: failure }
}

/** What the sandbox's journal has of an interaction. */
const entryOf = (sandbox: Sandbox, number: number): JournalEntry | undefined =>
  sandbox.journal.entries({ world: worldOf(number), limit: 1 })[0]

function liveFindings(
  specs: Specs,
  { operation, interaction }: Candidate,
  { mismatches, failure }: VerifiedInteraction,
  recorded: JournalEntry | undefined,
): readonly Finding[] {
  if (mismatches.length === 0) return [notTried(failure)]
  const status = mismatches.find(({ about }) => about === 'status')
  // With another status the body differs too, so only the status is reported.
  const relevant: readonly Mismatch[] = status ? [status] : mismatches
  return onePerPlace(findingsOf(relevant, 'reply')).map((finding) => {
    const about = operation ? cited(specs, operation, String(interaction.response.status)) : {}
    // The sandbox's findings about the request usually explain the different answer.
    const reasons = (recorded?.findings ?? []).filter(({ level }) => level === 'error')
    const why = reasons.map(
      ({ pointer, expected, got }) => `The sandbox expected ${expected}${pointer === '' ? '' : ` in ${pointer}`}; it got: ${got}`,
    )
    if (!status) return { ...finding, ...about, ...(why.length > 0 ? { hint: why.join(' ') } : {}) }
    const reply = recorded?.reply
    const body = reply?.body ? ` ${reply.body.slice(0, 160)}` : ''
    return {
      ...finding,
      ...about,
      expected: String(interaction.response.status),
      got: `${reply?.status ?? finding.got}${body}`,
      hint: why.length > 0 ? why.join(' ') : hintFor(interaction),
    }
  })
}

function hintFor({ response }: Interaction): string {
  if (response.status !== 401) return 'Is a provider state missing? Run `koosandbox contract states` to list them.'
  return 'Real credentials replaced those of the pact. To send them as written, add the state "the credential is unknown".'
}
