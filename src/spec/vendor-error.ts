import type { ErrorDoc } from './document/model.ts'

/** A documented error of the vendor, thrown where it happens and turned into a reply by `answer()`. */
export class VendorError extends Error {
  override readonly name = 'VendorError'
  /** The entry's key, `CBC.99003106` or `invalid_grant:refresh`. */
  readonly key: string
  readonly status: number
  private readonly render: (requestId: string) => unknown

  constructor(key: string, entry: ErrorDoc, render: (requestId: string) => unknown) {
    // A refusal is an answer, not a defect. Recording the stack would take a third of the time that a refusal costs.
    const depth = Error.stackTraceLimit
    Error.stackTraceLimit = 0
    super(`${key}: ${entry.message}`)
    Error.stackTraceLimit = depth
    this.key = key
    this.status = entry.status
    this.render = render
  }

  /** The body in the vendor's envelope; `undefined` where the vendor sends none. */
  body(requestId: string): unknown {
    return this.render(requestId)
  }
}
