import type { Finding } from '../spec/finding.ts'
import type { Check, Group, Report } from './report.ts'

/** One complaint, however many checks showed it. */
export interface Told {
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
export function tellOnce({ groups }: Pick<Report, 'groups'>): readonly Told[] {
  const told = new Map<string, Told>()
  for (const group of groups) {
    for (const check of group.checks) {
      for (const finding of check.findings) {
        const { level, code, pointer, hint, expected, got } = finding
        const id = JSON.stringify([level, code, pointer, hint ?? [expected]])
        const name = groups.length > 1 ? placeOf(group, check) : check.name
        const known = told.get(id)
        if (!known) told.set(id, { finding, seenIn: [name], alike: true, ...(check.again === undefined ? {} : { again: check.again }) })
        else if (!known.seenIn.includes(name)) {
          const alike = known.alike && known.finding.got === got && known.finding.expected === expected
          told.set(id, { ...known, seenIn: [...known.seenIn, name], alike })
        }
      }
    }
  }
  const order = ['error', 'warning', 'info']
  return [...told.values()].sort((a, b) => order.indexOf(a.finding.level) - order.indexOf(b.finding.level))
}

/** How a check is called among those of several groups. A name that begins with that of its group says it already. */
export function placeOf(group: Group, check: Check): string {
  if (check.name === group.name || check.name.startsWith(`${group.name}.`)) return check.name
  return `${group.name} › ${check.name}`
}

/** What was left out, by its reason: one reason often holds for many. */
export function skippedByReason({ groups }: Pick<Report, 'groups'>): ReadonlyMap<string, readonly string[]> {
  const reasons = new Map<string, string[]>()
  for (const group of groups) {
    for (const check of group.checks) {
      if (check.state !== 'skipped') continue
      const reason = check.reason ?? 'no reason given'
      reasons.set(reason, [...(reasons.get(reason) ?? []), groups.length > 1 ? placeOf(group, check) : check.name])
    }
  }
  return reasons
}
