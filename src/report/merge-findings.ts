import type { Say } from '../language/language-api.ts'
import { asIs } from '../language/say-in.ts'
import type { Check, Group, Report, ReportFinding } from './report.ts'

/** One finding, with all checks that reported it. */
export interface MergedFinding {
  /** The finding of the first check. */
  readonly finding: ReportFinding
  /** Where it occurred, in the order of the report: the names of checks, with the group if there are several. */
  readonly seenIn: readonly string[]
  /** All others have the same `got`. */
  readonly alike: boolean
  /** The command that repeats only the first failure. */
  readonly again?: string
}

/**
 * The findings of a report, each once: errors, then warnings, then notes. Findings with the same hint are the same mistake, whatever the
 * values; without a hint the expected value must be equal too. Their source may differ, because each call has its own page.
 */
export function mergeFindings({ groups }: Pick<Report, 'groups'>): readonly MergedFinding[] {
  const merged = new Map<
    string,
    { readonly finding: ReportFinding; readonly seenIn: Set<string>; alike: boolean; readonly again: string | undefined }
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

/** The first names of a list, and how many more there are. */
export function namesInShort(names: readonly string[], most: number, say: Say = asIs): string {
  return names.length <= most + 1 ? names.join(', ') : `${names.slice(0, most).join(', ')} ${say(`and ${names.length - most} more`)}`
}
