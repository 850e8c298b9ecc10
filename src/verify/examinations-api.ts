import type { Check, Counts } from '../report/report.ts'
import type { InterfaceKeys, InterfaceUse } from '../world/entities/kinds-api.ts'

/** Examinations of sellers that run beside a sandbox, for its control API. */
export interface Examinations {
  readonly profiles: readonly ExaminedProfile[]
  /** Runs that are kept, the newest last. */
  list(): readonly Examination[]
  find(id: string): Examination | undefined
  /** Starts a run and returns at once, or says why it cannot. */
  start(what: ExaminationInput): Promise<Examination | { readonly refused: string }>
  /** Ends a run after the case that is running, and forgets it. */
  remove(id: string): boolean
}

/** One kind of seller, with its cases. */
export interface ExaminedProfile {
  readonly name: string
  readonly title: string
  /** The kinds of interface whose keys it needs. */
  readonly uses: readonly InterfaceUse[]
  readonly cases: readonly { readonly name: string; readonly title: string; readonly operation: string }[]
}

/** What is examined. */
export interface ExaminationInput {
  readonly profile: string
  readonly url: string
  readonly keys: InterfaceKeys
  /** Only these cases, and those that they depend on. */
  readonly cases?: readonly string[]
  /** Number of life stories after the cases. */
  readonly stories: number
  readonly seed?: string
  /** Values that only a person can give: a product, a licence code. */
  readonly known: { readonly products?: readonly string[]; readonly licence?: string }
}

/** One run, as far as it has come. */
export interface Examination {
  readonly id: string
  readonly state: 'running' | 'finished' | 'failed'
  /** Why it failed: a defect, or nobody listens. */
  readonly problem?: string
  readonly profile: string
  readonly url: string
  /** Machine time, epoch milliseconds. */
  readonly startedAt: number
  readonly endedAt?: number
  readonly total: number
  readonly counts: Counts
  /** Results so far, in their order; when it has finished, those of the report with its group. */
  readonly checks: readonly (Check & { readonly group?: string })[]
}
