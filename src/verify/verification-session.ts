import { createHttpClient } from '../marketplace/http-client.ts'
import { startSandbox } from '../sandbox/open-sandbox.ts'
import type { InterfaceKeys } from '../world/entities/kinds-api.ts'
import type { Profile } from './case.ts'
import type { CaseContext } from './case-context.ts'
import { contactOf } from './known.ts'
import { createNames } from './names.ts'
import { createSendRaw } from './send-raw.ts'

/** The seller to verify. */
export interface SessionOptions {
  /** The seller's address, path and query included. */
  readonly url: string
  /** Its accessKeys, one for each kind of interface that the profile calls. Never part of the report. */
  readonly keys: InterfaceKeys
  readonly profile: Profile
  /** Values of names that only a person can give (see knownOf). */
  readonly known?: Readonly<Record<string, string>>
  /** Letters and digits unique to this run against the seller: order numbers are made from them. */
  readonly run: string
  /** The machine's time. */
  readonly systemClock: Parameters<typeof createHttpClient>[0]['systemClock']
  /** Hosts other than this machine that may be called. */
  readonly allowHosts?: readonly string[]
  /** File for coverage. */
  readonly coverage?: string
}

/** What all parts of one run share; each part has its own orders and instances. */
export interface VerificationSession {
  readonly shared: Omit<CaseContext, 'names' | 'passed' | 'skipped'>
  readonly profile: Profile
  /** Values of names that are known at the start. */
  readonly known: Readonly<Record<string, string>>
  /** Letters and digits unique to this part of the run. */
  readonly freshRun: () => string
}

/** Opens a session: a sandbox provides specs, settings and random values until the session is disposed of. */
export async function openSession(options: SessionOptions): Promise<VerificationSession & AsyncDisposable> {
  const { url, keys, profile, run, systemClock, allowHosts = [], known = {}, coverage } = options
  // Nothing is ordered or owned in it: what was bought long ago takes time to make and is part of no call.
  const sandbox = await startSandbox({ seed: run, world: 'empty', ...(coverage === undefined ? {} : { coverage }) })
  let calls = 0
  let runs = 0
  return {
    shared: {
      sandbox,
      send: createHttpClient({ systemClock, allow: allowHosts }),
      sendRaw: createSendRaw({ systemClock, allow: allowHosts }),
      now: systemClock.now,
      wait: systemClock.wait,
      url,
      keys,
      next: () => ++calls,
    },
    profile,
    known: { ...contactOf(keys.basic ?? '', run), ...known },
    // The prefix and the number make order numbers differ in their first letters.
    freshRun: () => `s${(++runs).toString(36).padStart(3, '0')}${run}`,
    [Symbol.asyncDispose]: () => sandbox[Symbol.asyncDispose](),
  }
}

/** The names of one part of a run; all their values are new. */
export function namesOf({ shared, known }: Pick<VerificationSession, 'shared' | 'known'>, run: string, instances: Iterable<string>) {
  return createNames(run, shared.now(), { given: known, remembered: new Set(instances) })
}

/** A separate context in which every case counts as passed; the caller decides which cases run. */
export function freshContext(session: VerificationSession, instances: readonly string[]): CaseContext {
  const passed = new Set(session.profile.cases.map(({ name }) => name))
  return { ...session.shared, names: namesOf(session, session.freshRun(), instances), passed }
}
