import type { Check, Group, Report } from '../../report/report.ts'
import { COVERED_KINDS, type CoveredKind } from '../../spec/coverable.ts'
import { type Measured, type Measurement, partsOf, percentOf, shareOf } from './measure.ts'

/** Minimum percent by kind. */
export type Thresholds = Readonly<Partial<Record<CoveredKind, number>>>

/**
 * A measurement as a report: a group for the thresholds, the only one that can fail, and a group for each part and kind, in which
 * everything that was not exercised is skipped with a reason.
 */
export function coverageReport(
  { items, runs }: Measurement,
  thresholds: Thresholds,
  { files, startedAt, ms }: { readonly files: readonly string[]; readonly startedAt: string; readonly ms: number },
): Report {
  const wanted = COVERED_KINDS.flatMap((kind): readonly Check[] => {
    const least = thresholds[kind]
    return least === undefined ? [] : [thresholdCheck(kind, least, items)]
  })
  const groups = partsOf(items).flatMap((part) =>
    COVERED_KINDS.flatMap((kind): readonly Group[] => {
      const own = items.filter((item) => item.part === part && item.kind === kind)
      if (own.length === 0) return []
      const share = shareOf(own)
      return [{ name: `${part} ${kind}`, title: `${share.exercised} of ${share.of}, ${percentOf(share)} %`, checks: own.map(checkOf) }]
    }),
  )
  return {
    format: 1,
    command: 'coverage report',
    title: 'Coverage · 覆盖率',
    about: { runs: String(runs), files: files.length > 3 ? `${files.length} files` : files.join(', ') },
    startedAt,
    ms,
    groups: [...(wanted.length > 0 ? [{ name: 'thresholds', title: 'Thresholds · 阈值', checks: wanted }] : []), ...groups],
  }
}

/** Kinds whose coverage is below their threshold. */
export function missed(
  { items }: Measurement,
  thresholds: Thresholds,
): readonly { readonly kind: CoveredKind; readonly least: number; readonly got: number }[] {
  return COVERED_KINDS.flatMap((kind) => {
    const least = thresholds[kind]
    const share = shareOf(items.filter((item) => item.kind === kind))
    return least === undefined || share.exercised * 100 >= least * share.of ? [] : [{ kind, least, got: percentOf(share) }]
  })
}

function thresholdCheck(kind: CoveredKind, least: number, items: readonly Measured[]): Check {
  const own = items.filter((item) => item.kind === kind)
  const { exercised, of } = shareOf(own)
  const enough = exercised * 100 >= least * of
  const title = `${exercised} of ${of}, at least ${least} %`
  if (enough) return { name: kind, title, state: 'passed', findings: [] }
  const open = own.filter(({ state }) => state === 'never' || state === 'forced').map(({ name }) => name)
  return {
    name: kind,
    title,
    state: 'failed',
    findings: [
      {
        code: `coverage.${kind}.below`,
        level: 'error',
        pointer: `/${kind}`,
        expected: `at least ${least} % of ${of}`,
        got: `${exercised}`,
        hint: `Never exercised: ${open.slice(0, 5).join(', ')}${open.length > 5 ? ` and ${open.length - 5} more` : ''}.`,
      },
    ],
  }
}

const WHY = { forced: 'forced only, which does not count', never: 'never exercised' } as const

function checkOf({ name, state, reason }: Measured): Check {
  if (state === 'exercised') return { name, title: name, state: 'passed', findings: [] }
  return { name, title: name, state: 'skipped', findings: [], reason: state === 'excluded' ? `excluded: ${reason}` : WHY[state] }
}
