import type { Finding } from '../../spec/finding.ts'
import type { Case } from '../case.ts'
import type { Activity, Who } from './moves.ts'

/**
 * A step of a failure: a call of a life story, or a case of the profile by its name. The members for people (`says`, `sends`, `right`)
 * are not read back; they are computed again.
 */
export type Step = { readonly step: number; readonly says: string; readonly sends: Case['set']; readonly right: readonly string[] } & (
  | { readonly do: Activity; readonly instance: Who; readonly again?: number }
  | { readonly case: string }
)

/** The shortest sequence that shows a mistake of a seller. It is written to a file and can be replayed from it. */
export interface Failure {
  readonly format: 1
  readonly kind: 'seller-failure'
  readonly profile: string
  /** The rule that the last step breaks. */
  readonly rule: string
  /** False when the mistake did not occur a second time: then the sequence is everything that ran before it. */
  readonly reproduced: boolean
  /** The story that showed it first, if it was a story. */
  readonly story?: { readonly seed: string; readonly number: number }
  readonly expected?: string | undefined
  readonly got?: string | undefined
  readonly pointer: string
  readonly source?: string | undefined
  readonly evidence?: string | undefined
  readonly hint?: string | undefined
  readonly steps: readonly Step[]
}

/** The finding about the mistake, for the file. */
export function aboutFinding({ code, pointer, expected, got, source, evidence, hint }: Finding) {
  return { rule: code, expected, got, pointer, source, evidence, hint }
}
