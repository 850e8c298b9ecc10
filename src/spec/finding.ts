/** How sure a statement is: the values of `x-evidence` in every spec. */
export type Evidence = 'seed' | 'doc' | 'demo' | 'obs' | 'inferred' | 'unknown'

/**
 * One complaint about one exchange. The same type serves requests, the sandbox's own answers,
 * sellers' answers, contracts and diffs, so that every report reads alike.
 */
export interface Finding {
  /** `side.part.verdict`, for example `request.query.malformed`. Never changes once published. */
  readonly code: string
  /** An `error` refuses a request or fails a check. `warning` and `info` only report. */
  readonly level: 'error' | 'warning' | 'info'
  /** JSON pointer into the exchange: `/query/limit`, `/body/coupon_infos/0/id`, `/header/X-Sdk-Date`. */
  readonly pointer: string
  /** What the spec requires, as text for people. */
  readonly expected?: string
  /** The actual value, shortened and with secrets masked. */
  readonly got?: string
  /** Of a call to a foreign operation: the keyword of the schema that it violates, or `style`, `encoding`, `content-type`. */
  readonly rule?: string
  /** Seed id or vendor page that the rule comes from. */
  readonly source?: string
  readonly evidence?: Evidence
  /** Where our specs contain the rule: `specs/bss/operations/PayOrders.yaml:12`. */
  readonly place?: string
  /** What to do next. */
  readonly hint?: string
  /** The text of the refusal that the other side sent. */
  readonly answerText?: string
  /** The text of the vendor's debugging page for this error. */
  readonly vendorText?: string
}
