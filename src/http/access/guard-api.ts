import type { Finding } from '../../spec/finding.ts'

/** Why a call is refused: key of the problem, what to do about it, and the parts of the finding. */
export interface Refusal {
  readonly key: 'unauthorized' | 'forbidden'
  readonly detail: string
  readonly finding: Pick<Finding, 'code' | 'pointer' | 'expected' | 'got'>
  readonly headers?: Readonly<Record<string, string>>
  /** Further members of the problem. */
  readonly more?: Readonly<Record<string, unknown>>
}

/** What is known about a request before its body is read. */
export interface IncomingHead {
  readonly method: string
  readonly path: string
  readonly query?: string
  readonly headers: Readonly<Record<string, string | undefined>>
  /** The path is a page for people. */
  readonly page: boolean
}
