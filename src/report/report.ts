import type { Finding } from '../spec/finding.ts'
import type { ShownExchange } from './exchange.ts'

/** What one command checked. One model for all formats: terminal, JSON, JUnit XML, HTML, Markdown. */
export interface Report {
  readonly format: 1
  /** The command, without `koosandbox`: `verify seller`, `contract verify consumer`. */
  readonly command: string
  readonly title: string
  /** What was checked and against what, in the order of output: `url`, `profile`, `specs`. No secrets. */
  readonly about: Readonly<Record<string, string>>
  /** Machine time, ISO 8601, UTC. */
  readonly startedAt: string
  /** Machine milliseconds. */
  readonly ms: number
  readonly groups: readonly Group[]
}

/** Checks that belong together: one pact file, one activity. */
export interface Group {
  readonly name: string
  readonly title: string
  readonly checks: readonly Check[]
}

/** One check that was made or skipped. */
export interface Check {
  /** Unique in its group, and the same in the next run. */
  readonly name: string
  readonly title: string
  /** `warned`: no error, but at least one warning. It never counts as passed. */
  readonly state: 'passed' | 'warned' | 'failed' | 'skipped'
  readonly findings: readonly ReportFinding[]
  /** Why it was skipped. */
  readonly reason?: string
  /** Machine milliseconds. */
  readonly ms?: number
  /** A command that repeats only this failure. */
  readonly again?: string
}

/** A finding with the call that it is about. */
export interface ReportFinding extends Finding {
  readonly exchange?: ShownExchange
}

/** How many checks passed, passed with warnings, failed and were skipped. */
export interface Counts {
  readonly passed: number
  readonly warned: number
  readonly failed: number
  readonly skipped: number
}

export function countsOf({ groups }: Pick<Report, 'groups'>): Counts {
  const counts = { passed: 0, warned: 0, failed: 0, skipped: 0 }
  for (const { checks } of groups) for (const { state } of checks) counts[state]++
  return counts
}

/** How many checks were made; skipped ones do not count. */
export const checkedOf = ({ passed, warned, failed }: Counts): number => passed + warned + failed

/** The state of a check that was made. */
export function stateOf(findings: readonly Finding[]): 'passed' | 'warned' | 'failed' {
  if (findings.some(({ level }) => level === 'error')) return 'failed'
  return findings.some(({ level }) => level === 'warning') ? 'warned' : 'passed'
}

/** True only if something was checked and nothing failed: an empty run does not pass. Warnings do not fail a run. */
export function isGood(report: Pick<Report, 'groups'>): boolean {
  const counts = countsOf(report)
  return checkedOf(counts) > 0 && counts.failed === 0
}

/** A check whose warnings are errors. */
export function strictCheck<C extends Check>(check: C): C {
  if (check.state !== 'warned') return check
  const findings = check.findings.map((finding) => (finding.level === 'warning' ? { ...finding, level: 'error' as const } : finding))
  return { ...check, state: 'failed', findings }
}

/** A report in which every warned check has failed, except those that `spared` keeps. */
export function strictReport(report: Report, spared: (check: Check) => boolean = () => false): Report {
  const strict = (check: Check) => (spared(check) ? check : strictCheck(check))
  return { ...report, groups: report.groups.map((group) => ({ ...group, checks: group.checks.map(strict) })) }
}
