import { COVERED_KINDS, type Coverable, type Coverage, type CoveredKind, partOf } from '../../spec/coverable.ts'
import type { Exclusion } from './exclusions.ts'

/** One operation, error or transition that can be exercised, and whether it was. */
export interface Measured {
  readonly kind: CoveredKind
  /** Service, `gateway`, `deliveries` or `world`. */
  readonly part: string
  readonly name: string
  /** `forced`: only as a forced reply, which does not count. */
  readonly state: 'exercised' | 'forced' | 'never' | 'excluded'
  readonly reason?: string
}

/** All items, and names that do not match. */
export interface Measurement {
  readonly runs: number
  readonly items: readonly Measured[]
  /** Counted by a run, and not in the present specs. */
  readonly unknown: readonly string[]
  /** Excluded, but exercised: the exclusion is no longer needed. */
  readonly needless: readonly Exclusion[]
}

/** How many of the given items are exercised. Excluded items are not part of `of`. */
export interface Share {
  readonly exercised: number
  readonly forced: number
  readonly excluded: number
  readonly of: number
}

/** Compares the counts of runs with everything that can be exercised. */
export function measure(
  coverable: Coverable,
  coverage: Coverage,
  { exclusions = [], parts }: { readonly exclusions?: readonly Exclusion[]; readonly parts?: readonly string[] } = {},
): Measurement {
  const wanted = (kind: CoveredKind, name: string) => parts === undefined || parts.includes(partOf(kind, name))
  const reasons = new Map(exclusions.map(({ kind, name, reason }) => [`${kind} ${name}`, reason]))
  const items = COVERED_KINDS.flatMap((kind) =>
    coverable[kind]
      .filter((name) => wanted(kind, name))
      .map((name): Measured => {
        const count = coverage.counts[kind][name]
        const reason = reasons.get(`${kind} ${name}`)
        const part = partOf(kind, name)
        if (count && count.natural > 0) return { kind, part, name, state: 'exercised' }
        if (reason !== undefined) return { kind, part, name, state: 'excluded', reason }
        return { kind, part, name, state: count && count.forced > 0 ? 'forced' : 'never' }
      }),
  )
  const known = new Set(COVERED_KINDS.flatMap((kind) => coverable[kind].map((name) => `${kind} ${name}`)))
  const counted = COVERED_KINDS.flatMap((kind) => Object.keys(coverage.counts[kind]).map((name) => `${kind} ${name}`))
  return {
    runs: coverage.runs,
    items,
    unknown: counted.filter((name) => !known.has(name)),
    needless: exclusions.filter(({ kind, name }) => wanted(kind, name) && (coverage.counts[kind][name]?.natural ?? 0) > 0),
  }
}

export function shareOf(items: readonly Measured[]): Share {
  const count = (state: Measured['state']) => items.filter((item) => item.state === state).length
  const excluded = count('excluded')
  return { exercised: count('exercised'), forced: count('forced'), excluded, of: items.length - excluded }
}

/** Whole percent, rounded down: 100 means all. With nothing to exercise, it is 100. */
export function percentOf({ exercised, of }: Share): number {
  return of === 0 ? 100 : Math.floor((100 * exercised) / of)
}

/** The parts that have items, sorted by name. */
export function partsOf(items: readonly Measured[]): readonly string[] {
  return [...new Set(items.map(({ part }) => part))].sort()
}
