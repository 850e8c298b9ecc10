import type { InterfaceUse } from '../world/entities/kinds-api.ts'

/** How a composed request, or its signature, is changed. */
export type Tamper =
  | 'signature-of-another-key'
  | 'signature-of-another-body'
  | 'no-signature'
  | 'no-timestamp'
  | 'no-nonce'
  | 'stale'
  | 'stale-by-45-s'
  | 'stale-by-90-s'
  | 'signature-with-another-end'
  | 'signature-with-another-start'
  | 'plus-in-token'
  | 'unsorted'
  | HostileTamper

/** Used with V2.0 basic interfaces. The last five keep the request correct and only change its notation. */
export type HostileTamper =
  | 'future'
  | 'seconds'
  | 'sent-before'
  | 'nonce-of-16'
  | 'nonce-of-64'
  | 'upper-case'
  | 'percent-encoded'
  | 'other-order'

/** How a call is sent, if not in the marketplace's usual way. */
export interface Travel {
  readonly method?: 'GET' | 'HEAD'
  /** Appended to the path of the seller's address. */
  readonly path?: string
  readonly headers?: Readonly<Record<string, string>>
  /** The body is sent in parts, with a pause in machine milliseconds between them. */
  readonly pieces?: { readonly count: number; readonly pause: number }
  /** Without Content-Length. */
  readonly chunked?: boolean
  /** What is sent before, and must not affect this call: a call that breaks off in the middle of its body, or one with a body of 1 MB. */
  readonly before?: 'broken-off' | 'huge'
}

/** A member of a body, or a parameter of V1.0's query. */
export type Member = string | number | boolean | null | readonly Member[] | { readonly [name: string]: Member }

/** Members of a body. In texts, `$name` is replaced by the value of that name in this run. */
export type Members = Readonly<Record<string, Member>>

/** One call of the examination, with the results that are right, as data. */
export interface Case {
  /** Never changes once published. */
  readonly name: string
  readonly title: string
  /** `production-v1.newInstance` … ; a bare name is one of the service `production` (V2.0, order notification, kit, licence codes). */
  readonly operation: string
  /** Members that differ from what the marketplace would send; null leaves one out. */
  readonly set: Members
  readonly tamper?: Tamper
  /** The exact body to send instead, with names filled in; `\xNN` is a byte. The signature covers these bytes. */
  readonly body?: string
  readonly travels?: Travel
  /** Instances that the answer must contain, separated by commas. Default: the queried ones. */
  readonly shows?: string
  /** Refusals that are accepted in addition to result codes: a status 4xx, or anything but success. */
  readonly refusal?: 'client-error' | 'any'
  /** Runs only when this case passed, or all of these. */
  readonly after?: string | readonly string[]
  /** How many times it is sent at the same moment. Default 1. */
  readonly atOnce?: number
  /** Accepted result codes. */
  readonly codes: readonly string[]
  /** Success without any entry in `info` is accepted too. */
  readonly orNone?: boolean
  /** The rule that any other code breaks, and its usual cause. Absent: the marketplace's own verdict applies. */
  readonly otherwise?: Rule
  /** The usual cause of a refusal, where no rule says it. */
  readonly usually?: string
  /** The rule that is broken when the queried instance is not in the answer (any more). Absent: the rule about lost instances. */
  readonly gone?: Rule
  /** Only checks the precondition of a later case. If it fails, it is skipped with this reason instead of reporting a mistake. */
  readonly waived?: string
  /** Name under which the answered instanceId is stored. If the name is already known, the id must be the same. */
  readonly remembers?: string
  /** The members of the answer that are stored. Default: only `instanceId`. */
  readonly answersWith?: readonly ('instanceId' | 'license')[]
  /** The product, by its id in the default world: V1.0 sends its charging mode, and a pay-per-use product needs usage figures. */
  readonly product?: string
  /** Findings that are warnings elsewhere and errors here. */
  readonly insists?: readonly string[]
  /** May be repeated for a while, if an instance is opened in the background. */
  readonly polls?: boolean
}

/** A rule of the vendor, or one inferred from its pages. */
export interface Rule {
  readonly code: string
  readonly source: string
  readonly evidence: 'seed' | 'doc' | 'demo' | 'inferred'
  readonly hint: string
  /** `warning` where the vendor's pages disagree. Default `error`. */
  readonly level?: 'error' | 'warning'
}

/** The cases of one kind of product, in the order in which they run. */
export interface Profile {
  readonly name: string
  readonly title: string
  /** The kinds of interface that it calls; each has its own key. */
  readonly uses: readonly InterfaceUse[]
  readonly cases: readonly Case[]
  /** What this profile cannot check, with the reason. */
  readonly skipped: readonly { readonly name: string; readonly reason: string }[]
}
