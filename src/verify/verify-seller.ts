import { createDial } from '../marketplace/dial.ts'
import type { Check, Report } from '../report/report.ts'
import { startSandbox } from '../sandbox.ts'
import type { SellerKeys } from './call.ts'
import type { Profile } from './case.ts'
import { contactOf } from './known.ts'
import { createNames } from './names.ts'
import { type CaseResult, playCase } from './play.ts'

/** Whom to verify, and how. */
export interface SellerVerification {
  /** The seller's address, path and query included. */
  readonly url: string
  /** Its accessKeys, one for each kind of interface that the profile calls. Never part of the report. */
  readonly keys: SellerKeys
  readonly profile: Profile
  /** What names of cases mean that only a person can say (see knownOf). */
  readonly known?: Readonly<Record<string, string>>
  /** Letters and digits that no other run against this seller has: its order numbers come of them. */
  readonly run: string
  /** The machine's time. */
  readonly wire: Parameters<typeof createDial>[0]['wire']
  /** Hosts beyond this machine that may be called. */
  readonly allowHosts?: readonly string[]
  /** File for what was exercised. */
  readonly coverage?: string
  readonly onCase?: (result: CaseResult) => void
}

/**
 * Plays the marketplace against a seller and judges every answer: required calls, repeats, two at once, and what the debugging page
 * never tries. Calls carry testFlag 1. What a seller does ends in the report; nothing it does makes this throw.
 */
export async function verifySeller(verification: SellerVerification): Promise<Report> {
  const { url, keys, profile, run, wire, allowHosts = [], onCase, known = {}, coverage } = verification
  const startedAt = wire.now()
  await using sandbox = await startSandbox({ seed: run, ...(coverage === undefined ? {} : { coverage }) })
  let count = 0
  const remembered = new Set(profile.cases.flatMap(({ remembers = [] }) => remembers))
  const passed = new Set<string>()
  const skipped = new Map<string, string>()
  const stage = {
    sandbox,
    dial: createDial({ wire, allow: allowHosts }),
    now: wire.now,
    wait: (ms: number) => wire.wait(ms),
    url,
    keys,
    names: createNames(run, startedAt, { given: { ...contactOf(keys.basic ?? '', run), ...known }, remembered }),
    next: () => ++count,
    passed,
    skipped,
  }
  const groups = new Map<string, Check[]>()
  const keep = (operation: string, check: Check) => groups.set(operation, [...(groups.get(operation) ?? []), check])
  for (const one of profile.cases) {
    const result = await playCase(stage, one)
    if (result.state === 'passed') passed.add(result.name)
    if (result.reason !== undefined) skipped.set(result.name, result.reason)
    keep(one.operation.slice(one.operation.indexOf('.') + 1), result)
    onCase?.(result)
  }
  for (const { name, reason } of profile.skipped) keep(name, { name, title: name, state: 'skipped', findings: [], reason })
  return {
    format: 1,
    command: 'verify seller',
    title: profile.title,
    about: { url, profile: profile.name, run },
    startedAt: new Date(startedAt).toISOString(),
    ms: wire.now() - startedAt,
    groups: [...groups].map(([name, checks]) => ({ name, title: name, checks })),
  }
}
