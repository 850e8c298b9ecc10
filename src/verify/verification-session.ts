import { createHttpClient } from '../marketplace/http-client.ts'
import { startSandbox } from '../sandbox/open-sandbox.ts'
import type { InterfaceKeys } from '../world/entities/kinds-api.ts'
import type { Profile } from './case.ts'
import type { CaseContext } from './case-context.ts'
import { contactOf } from './known.ts'
import { createNames } from './names.ts'
import { createSendRaw } from './send-raw.ts'

/** Whom to play with. */
export interface SessionOptions {
  /** The seller's address, path and query included. */
  readonly url: string
  /** Its accessKeys, one for each kind of interface that the profile calls. Never part of the report. */
  readonly keys: InterfaceKeys
  readonly profile: Profile
  /** What names of cases mean that only a person can say (see knownOf). */
  readonly known?: Readonly<Record<string, string>>
  /** Letters and digits that no other run against this seller has: its order numbers come of them. */
  readonly run: string
  /** The machine's time. */
  readonly systemClock: Parameters<typeof createHttpClient>[0]['systemClock']
  /** Hosts beyond this machine that may be called. */
  readonly allowHosts?: readonly string[]
  /** File for what was exercised. */
  readonly coverage?: string
}

/** What every play of one run shares; each play has orders and instances of its own. */
export interface VerificationSession {
  readonly shared: Omit<CaseContext, 'names' | 'passed' | 'skipped'>
  readonly profile: Profile
  /** What names mean from the start. */
  readonly known: Readonly<Record<string, string>>
  /** Letters and digits that no other play against this seller has. */
  readonly freshRun: () => string
}

/** Lets the sandbox lend its specs, settings and chance to plays against a seller, until it is disposed of. */
export async function openSession(options: SessionOptions): Promise<VerificationSession & AsyncDisposable> {
  const { url, keys, profile, run, systemClock, allowHosts = [], known = {}, coverage } = options
  const sandbox = await startSandbox({ seed: run, ...(coverage === undefined ? {} : { coverage }) })
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
    // Begins with a letter that no machine secret has, and with its number: orders are told apart by their first letters.
    freshRun: () => `s${(++runs).toString(36).padStart(3, '0')}${run}`,
    [Symbol.asyncDispose]: () => sandbox[Symbol.asyncDispose](),
  }
}

/** The names of a play: nothing that it speaks of was there before. */
export function namesOf({ shared, known }: Pick<VerificationSession, 'shared' | 'known'>, run: string, instances: Iterable<string>) {
  return createNames(run, shared.now(), { given: known, remembered: new Set(instances) })
}

/** A stage of its own, on which every case counts as passed: which ones are played is up to whoever asks for it. */
export function freshContext(session: VerificationSession, instances: readonly string[]): CaseContext {
  const passed = new Set(session.profile.cases.map(({ name }) => name))
  return { ...session.shared, names: namesOf(session, session.freshRun(), instances), passed }
}
