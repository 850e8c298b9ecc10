/** How sure a statement is: the words of `x-evidence` in every spec. */
export type Evidence = 'seed' | 'doc' | 'demo' | 'obs' | 'inferred' | 'unknown'

/**
 * One complaint about one exchange. The same type serves requests, the sandbox's own answers,
 * sellers' answers, contracts and diffs, so that every report reads alike.
 */
export interface Finding {
  /** `side.part.verdict`, for example `request.query.malformed`. Never changes once published. */
  readonly code: string
  /** `error` refuses or fails, `warning` teaches, `info` tells. */
  readonly level: 'error' | 'warning' | 'info'
  /** JSON pointer into the exchange: `/query/limit`, `/body/coupon_infos/0/id`, `/header/X-Sdk-Date`. */
  readonly pointer: string
  /** What the spec wants, in words a person reads. */
  readonly expected?: string
  /** What came, shortened and with secrets masked. */
  readonly got?: string
  /** Seed id or vendor page the rule comes from. */
  readonly source?: string
  readonly evidence?: Evidence
  /** Where our specs say so: `specs/bss/operations/PayOrders.yaml:12`. */
  readonly place?: string
  /** What to do next. */
  readonly hint?: string
  /** What the other side said about it: the text of its refusal. */
  readonly answerText?: string
  /** What the vendor's own debugging page says of it, in its words. */
  readonly vendorText?: string
}
