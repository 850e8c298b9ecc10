import type { Finding } from '../../spec/finding.ts'

/** A call of a foreign document that cannot be carried out: the status to refuse it with, and what the caller has to know. */
export interface ForeignRefusal {
  readonly status: number
  readonly title: string
  readonly detail: string
  readonly headers?: Readonly<Record<string, string>>
  /** What the verdict says, where no stage has reported it. */
  readonly finding?: Pick<Finding, 'code' | 'pointer' | 'expected' | 'got'>
  /** The sandbox itself refuses: no answer of the document fits. */
  readonly plain?: boolean
  /** More members of the problem. */
  readonly more?: Readonly<Record<string, unknown>>
}

/** Thrown by a stage that refuses a call of a foreign document. */
export class ForeignRefused extends Error {
  override readonly name = 'ForeignRefused'
  readonly refusal: ForeignRefusal

  constructor(refusal: ForeignRefusal) {
    // A refusal is an answer, not a defect: its stack is never read.
    const depth = Error.stackTraceLimit
    Error.stackTraceLimit = 0
    super(refusal.detail)
    Error.stackTraceLimit = depth
    this.refusal = refusal
  }
}
