import type { Check, Report } from '../report/report.ts'
import { SpecFault } from '../spec/document/fault.ts'
import type { Interaction } from './read-pact.ts'

/** Selects interactions of pacts; an interaction must meet every given condition. */
export interface Selection {
  /** A part of the description, or `#3`. */
  readonly filter?: string | undefined
  /** A part of the name of one of its provider states. */
  readonly filterState?: string | undefined
  /** What failed the last time, from `failedIn`. */
  readonly lastFailed?: readonly Failed[] | undefined
}

/** The names of an interaction that failed. */
export interface Failed {
  readonly pact: string
  readonly description: string
}

export function isSelected({ filter, filterState, lastFailed }: Selection, { file, index, description, states }: Interaction): boolean {
  const holds = (text: string, part: string) => text.toLowerCase().includes(part.toLowerCase())
  return (
    (filter === undefined || filter === `#${index}` || holds(description, filter)) &&
    (filterState === undefined || states.some(({ name }) => holds(name, filterState))) &&
    (lastFailed === undefined || lastFailed.some((one) => one.pact === file && one.description === description))
  )
}

/** @throws SpecFault for a selection that matches nothing: nothing would be checked, and that must not pass */
export function refuseNothing({ filter, filterState, lastFailed }: Selection, interactions: number): never {
  const given = [
    ...(filter === undefined ? [] : [`--filter "${filter}"`]),
    ...(filterState === undefined ? [] : [`--filter-state "${filterState}"`]),
    ...(lastFailed === undefined ? [] : ['--last-failed']),
  ]
  throw new SpecFault(`None of the ${interactions} interactions matches ${given.join(' and ')}, so nothing was checked.`)
}

/** The failures of a report, and those of the last failures that were skipped this time: both must be verified again. */
export function failedIn({ groups }: Pick<Report, 'groups'>, before: readonly Failed[]): readonly Failed[] {
  return groups.flatMap(({ name: pact, checks }) =>
    checks
      .map((check) => ({ check, pact, description: check.name.replace(/^#\d+ /, '') }))
      .filter(({ check, description }) => isOpen(check) || (check.state === 'skipped' && isAmong(before, pact, description)))
      .map(({ description }) => ({ pact, description })),
  )
}

const isOpen = ({ state }: Check) => state === 'failed'
const isAmong = (failed: readonly Failed[], pact: string, description: string) =>
  failed.some((one) => one.pact === pact && one.description === description)
