import type { Diagnosis } from '../tutor/diagnose.ts'
import type { ExplainedStep, KnownKey, Scheme, SignatureExplanation } from './explanation-api.ts'

/** How one request is signed. */
export interface SignedBy {
  readonly name: Scheme
  readonly direction: SignatureExplanation['direction']
  /** The signature that the request carries; empty if there is none. */
  readonly given: string
  /** Those of the known keys that may have signed, the likeliest first. */
  candidates(keys: readonly KnownKey[]): readonly KnownKey[]
  /** What to say when there are none. */
  readonly keyNeeded: string
  make(secret: string): { readonly value: string; readonly text: string; readonly steps: readonly ExplainedStep[] }
  same(value: string, given: string): boolean
  diagnose(secret: string, others: readonly KnownKey[]): Diagnosis | undefined
}
