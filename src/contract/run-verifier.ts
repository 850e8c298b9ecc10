import { createRequire } from 'node:module'
import { join } from 'node:path'
import { type Mismatch, readMismatches } from './mismatch.ts'
import { isObject, type Members } from './read-body.ts'
import { askVerifier, type VerifierMessage } from './verifier-process.ts'

/** Options of the Pact Verifier. Pacts are files and states a URL, so that a verifier of any language could be used. */
export interface VerifierRun {
  readonly pacts: readonly string[]
  readonly provider: string
  /** Address for requests. */
  readonly url: string
  /** Address for `{"action":"setup","state":…,"params":…}`. Its answer gives the values of `fromProviderState`. Anything but 2xx fails. */
  readonly statesUrl?: string
  /** Number of interactions in the pacts. Fewer results are a failure, because a run that skips interactions must not pass. */
  readonly interactions: number
  /** Added to every request; they replace headers of the pact. */
  readonly headers?: Readonly<Record<string, string>>
  /** Machine milliseconds that one request may take. Default 30,000. */
  readonly timeout?: number
  /** Machine milliseconds for the whole run. Default ten minutes. */
  readonly longest?: number
  /** The machine's `systemClock.wait`. */
  readonly wait: (ms: number, signal?: AbortSignal) => Promise<void>
}

/** The result of the verifier. */
export interface VerifierOutcome {
  /** True only when every interaction was verified and agreed, pending ones aside. */
  readonly passed: boolean
  readonly interactions: readonly VerifiedInteraction[]
  /** A failure that belongs to no interaction. */
  readonly failure?: string
}

export interface VerifiedInteraction {
  readonly description: string
  /** V4: its key in the pact. */
  readonly key?: string
  readonly states: readonly string[]
  readonly passed: boolean
  readonly pending: boolean
  readonly mismatches: readonly Mismatch[]
  /** Why there was no answer to compare: the setup of a state, the connection. */
  readonly failure?: string
  readonly ms?: number
}

/** The optional package of Pact is not installed. */
export class PactMissing extends Error {
  override readonly name = 'PactMissing'

  constructor() {
    super('Pact verifies contracts, and is not installed here. Run: npm install --save-dev @pact-foundation/pact')
  }
}

/** The path of the package: installed next to this package, or in the present project. @throws PactMissing */
export function findPact(from: readonly string[] = [import.meta.url, join(process.cwd(), 'package.json')]): string {
  for (const place of from) {
    try {
      return createRequire(place).resolve('@pact-foundation/pact')
    } catch {
      // The next place may have it.
    }
  }
  throw new PactMissing()
}

/**
 * Runs the real Pact Verifier in its own process, because it prints directly to standard output, reads environment variables that send
 * local calls to a proxy or skip interactions, and may crash. Mismatches are returned, not thrown.
 * @throws PactMissing
 */
export async function runVerifier(run: VerifierRun): Promise<VerifierOutcome> {
  const { pacts, provider, url, statesUrl, headers, timeout = 30_000, longest = 600_000, wait } = run
  const pact = findPact()
  const options = {
    provider,
    providerBaseUrl: url,
    pactUrls: pacts,
    logLevel: 'error',
    timeout,
    ...(statesUrl === undefined ? {} : { providerStatesSetupUrl: statesUrl, providerStatesSetupTeardown: true }),
    ...(headers === undefined ? {} : { customProviderHeaders: headers }),
  }
  return outcomeOf(await askVerifier(pact, options, { wait, longest }), run.interactions)
}

function outcomeOf({ output, failure }: VerifierMessage, expected: number): VerifierOutcome {
  if (failure !== undefined) return { passed: false, interactions: [], failure }
  const result = resultIn(output)
  if (!result) return { passed: false, interactions: [], failure: String(output).slice(0, 2000) }
  const interactions = listOf(result['interactionResults']).map(interactionOf)
  if (interactions.length !== expected) {
    const problem = `The pacts hold ${expected} interaction${expected === 1 ? '' : 's'}, the Pact Verifier looked at ${interactions.length}.`
    return { passed: false, interactions, failure: problem }
  }
  return { passed: expected > 0 && interactions.every(({ passed, pending }) => passed || pending), interactions }
}

/** Version 17.1.4 and newer return JSON, as the result or as the message of the error. */
function resultIn(output: unknown): Members | undefined {
  try {
    const value: unknown = JSON.parse(String(output))
    return isObject(value) && Array.isArray(value['interactionResults']) ? value : undefined
  } catch {
    return undefined
  }
}

function interactionOf(one: Members): VerifiedInteraction {
  const mismatch = isObject(one['mismatch']) ? one['mismatch'] : {}
  const mismatches = readMismatches(mismatch['mismatches'])
  const passed = one['result'] === 'OK'
  const message = mismatch['message']
  const ms = /^([\d.]+)ms$/.exec(String(one['duration']))?.[1]
  return {
    description: String(one['description'] ?? ''),
    ...(typeof one['interactionKey'] === 'string' ? { key: one['interactionKey'] } : {}),
    states: (Array.isArray(one['providerStates']) ? one['providerStates'] : []).map(String),
    passed,
    pending: one['pending'] === true,
    mismatches,
    ...(typeof message === 'string'
      ? { failure: message }
      : !passed && mismatches.length === 0
        ? { failure: 'The Pact Verifier gave no reason.' }
        : {}),
    ...(ms === undefined ? {} : { ms: Number(ms) }),
  }
}

const listOf = (value: unknown): Members[] => (Array.isArray(value) ? value.filter(isObject) : [])
