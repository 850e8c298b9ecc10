import type { CaseResult } from '../verify/play.ts'
import type { Fault, SellerReport } from '../verify/verify-seller.ts'
import { paint } from './print.ts'

const MARKS = { passed: paint('green', 'passed '), failed: paint('red', 'failed '), skipped: paint('yellow', 'skipped') }

/** One line, as soon as a case was played. */
export function caseLine({ state, name, title, findings, reason }: CaseResult): string {
  const rules = [...new Set(findings.filter(({ level }) => level === 'error').map(({ code }) => code))]
  const more = state === 'skipped' ? (reason ?? '') : rules.join(', ')
  return `${MARKS[state]}  ${name.padEnd(44)}  ${title}${more === '' ? '' : `  ${paint('yellow', more)}`}`
}

/** What is to be done, each mistake once, then what was left out and the count. */
export function reportText({ title, url, faults, warnings, skipped, checked, failed }: SellerReport): string {
  const parts = [
    ...faults.map((fault) => faultText(fault, paint('red', 'wrong'))),
    ...warnings.map((fault) => faultText(fault, paint('yellow', 'note '))),
    ...(skipped.length === 0 ? [] : [`Not checked:\n${skipped.map(({ name, reason }) => `  ${name}: ${reason}`).join('\n')}`]),
    `${title}, ${url}: ${checked} checked, ${failed} failed${faults.length === 0 ? '' : `, ${faults.length} thing${faults.length === 1 ? '' : 's'} wrong`}.`,
  ]
  return `\n${parts.join('\n\n')}`
}

function faultText({ code, pointer, expected, got, source, evidence, hint, says, cases }: Fault, mark: string): string {
  const [first, ...others] = cases
  const lines = [
    `${mark}  ${paint('bold', code)}  ${pointer}`,
    `  seen in    ${first}${others.length === 0 ? '' : ` and ${others.length} more`}`,
    ...(expected === undefined ? [] : [`  expected   ${expected}`]),
    ...(got === undefined ? [] : [`  got        ${got}`]),
    ...(says === undefined ? [] : [`  the vendor ${says}`]),
    ...(hint === undefined ? [] : [`  next       ${hint}`]),
    ...(source === undefined ? [] : [`  written in ${source} (${evidence ?? 'doc'})`]),
  ]
  return lines.join('\n')
}
