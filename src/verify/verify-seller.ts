import { createDial } from '../marketplace/dial.ts'
import { startSandbox } from '../sandbox.ts'
import type { Finding } from '../spec/finding.ts'
import type { SellerKeys } from './call.ts'
import type { Profile } from './case.ts'
import { createNames } from './names.ts'
import { type CaseResult, playCase } from './play.ts'

/** A mistake of the seller: one complaint, however many cases showed it. */
export interface Fault extends Finding {
  /** The cases that showed it; the first one is the shortest way to see it. */
  readonly cases: readonly string[]
}

/** What a verification found. */
export interface SellerReport {
  readonly profile: string
  readonly title: string
  readonly url: string
  readonly run: string
  readonly checked: number
  readonly failed: number
  readonly faults: readonly Fault[]
  /** Complaints that fail nothing. */
  readonly warnings: readonly Fault[]
  readonly cases: readonly CaseResult[]
  /** What was not looked at, with the reason. */
  readonly skipped: readonly { readonly name: string; readonly reason: string }[]
}

/** Whom to verify, and how. */
export interface SellerVerification {
  /** The seller's address, path and query included. */
  readonly url: string
  /** Its accessKeys, one for each kind of interface that the profile calls. Never part of the report. */
  readonly keys: SellerKeys
  readonly profile: Profile
  /** Letters and digits that no other run against this seller has: its order numbers come of them. */
  readonly run: string
  /** The machine's time. */
  readonly wire: Parameters<typeof createDial>[0]['wire']
  /** Hosts beyond this machine that may be called. */
  readonly allowHosts?: readonly string[]
  readonly onCase?: (result: CaseResult) => void
}

/**
 * Plays the marketplace against a seller and judges every answer: required calls, repeats, two at once, and what the debugging page
 * never tries. Calls carry testFlag 1. What a seller does ends in the report; nothing it does makes this throw.
 */
export async function verifySeller(verification: SellerVerification): Promise<SellerReport> {
  const { url, keys, profile, run, wire, allowHosts = [], onCase } = verification
  await using sandbox = await startSandbox({ seed: run })
  let count = 0
  const passed = new Set<string>()
  const stage = {
    sandbox,
    dial: createDial({ wire, allow: allowHosts }),
    now: wire.now,
    wait: (ms: number) => wire.wait(ms),
    url,
    keys,
    names: createNames(run, wire.now()),
    next: () => ++count,
    passed,
  }
  const cases: CaseResult[] = []
  for (const one of profile.cases) {
    const result = await playCase(stage, one)
    if (result.state === 'passed') passed.add(result.name)
    cases.push(result)
    onCase?.(result)
  }
  const left = cases.flatMap(({ name, reason }) => (reason === undefined ? [] : [{ name, reason }]))
  return {
    profile: profile.name,
    title: profile.title,
    url,
    run,
    checked: cases.length - left.length,
    failed: cases.filter(({ state }) => state === 'failed').length,
    faults: gather(cases, (level) => level === 'error'),
    warnings: gather(cases, (level) => level !== 'error'),
    cases,
    skipped: [...left, ...profile.skipped],
  }
}

function gather(cases: readonly CaseResult[], wanted: (level: Finding['level']) => boolean): readonly Fault[] {
  const faults = new Map<string, Fault>()
  for (const { name, findings } of cases) {
    for (const finding of findings) {
      if (!wanted(finding.level)) continue
      const id = `${finding.code} ${finding.pointer}`
      const known = faults.get(id)
      faults.set(id, known ? { ...known, cases: [...known.cases, name] } : { ...finding, cases: [name] })
    }
  }
  return [...faults.values()]
}
