import type { Finding } from '../spec/finding.ts'
import type { Check, Group, Report } from './report.ts'

/** One finding, with all checks that reported it. */
export interface MergedFinding {
  /** As the first check showed it. */
  readonly finding: Finding
  /** Where it was seen, in the order of the report: the name of a check, after that of its group where there are several. */
  readonly seenIn: readonly string[]
  /** The others came with the same `got`. */
  readonly alike: boolean
  /** Shows the first failure again, alone. */
  readonly again?: string
}

/**
 * The complaints of a report, each once, errors before warnings before notes. With the same hint it is the same mistake, whatever
 * the values; without one the expected value must be the same too. The page it is written in may differ: each call has its own.
 */
export function mergeFindings({ groups }: Pick<Report, 'groups'>): readonly MergedFinding[] {
  const merged = new Map<
    string,
    { readonly finding: Finding; readonly seenIn: Set<string>; alike: boolean; readonly again: string | undefined }
  >()
  for (const group of groups) {
    for (const check of group.checks) {
      const name = groups.length > 1 ? placeOf(group, check) : check.name
      for (const finding of check.findings) {
        const { level, code, pointer, hint, expected, got } = finding
        const id = JSON.stringify([level, code, pointer, hint ?? [expected]])
        const known = merged.get(id)
        if (known) {
          known.alike &&= known.seenIn.has(name) || (known.finding.got === got && known.finding.expected === expected)
          known.seenIn.add(name)
        } else merged.set(id, { finding, seenIn: new Set([name]), alike: true, again: check.again })
      }
    }
  }
  const order = ['error', 'warning', 'info']
  return [...merged.values()]
    .sort((a, b) => order.indexOf(a.finding.level) - order.indexOf(b.finding.level))
    .map(({ seenIn, again, ...one }) => ({ ...one, seenIn: [...seenIn], ...(again === undefined ? {} : { again }) }))
}

/** Name of a check in a report with several groups. The group's name is left out where the check's name begins with it. */
function placeOf(group: Group, check: Check): string {
  if (check.name === group.name || check.name.startsWith(`${group.name}.`)) return check.name
  return `${group.name} › ${check.name}`
}

/** Skipped checks by reason. */
export function skippedByReason({ groups }: Pick<Report, 'groups'>): ReadonlyMap<string, readonly string[]> {
  const reasons = new Map<string, string[]>()
  for (const group of groups) {
    for (const check of group.checks) {
      if (check.state !== 'skipped') continue
      const reason = check.reason ?? 'no reason given'
      const names = reasons.get(reason) ?? []
      names.push(groups.length > 1 ? placeOf(group, check) : check.name)
      reasons.set(reason, names)
    }
  }
  return reasons
}
