import type { InterfaceUse } from '../world/entities/kinds-api.ts'

/** What is done to a request after it was composed, and to its signature. */
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

/** Played with V2.0 basic interfaces. The last five leave the request right: only its looks change. */
export type HostileTamper =
  | 'future'
  | 'seconds'
  | 'sent-before'
  | 'nonce-of-16'
  | 'nonce-of-64'
  | 'upper-case'
  | 'percent-encoded'
  | 'other-order'

/** How a call travels, where that is not the marketplace's usual way. */
export interface Travel {
  readonly method?: 'GET' | 'HEAD'
  /** Behind the path of the seller's address. */
  readonly path?: string
  readonly headers?: Readonly<Record<string, string>>
  /** The body comes in parts, with a pause in machine milliseconds between them. */
  readonly pieces?: { readonly count: number; readonly pause: number }
  /** Without Content-Length. */
  readonly chunked?: boolean
  /** What is sent before, and has to be got over: a call that breaks off in the middle of its body, one with a body of 1 MB. */
  readonly before?: 'broken-off' | 'huge'
}

/** A member of a body, or a parameter of V1.0's query. */
export type Member = string | number | boolean | null | readonly Member[] | { readonly [name: string]: Member }

/** Members of a body. In texts `$name` stands for what the play knows by that name. */
export type Members = Readonly<Record<string, Member>>

/** One thing that a seller must do right, as data. */
export interface Case {
  /** Never changes once published. */
  readonly name: string
  readonly title: string
  /** `production-v1.newInstance` … ; a bare name is one of the service `production` (V2.0, order notification, kit, licence codes). */
  readonly operation: string
  /** Members that differ from what the marketplace would send; null leaves one out. */
  readonly set: Members
  readonly tamper?: Tamper
  /** The whole body instead, exactly as it is, names filled in; `\xNN` stands for a byte. Signed over these bytes. */
  readonly body?: string
  readonly travels?: Travel
  /** Instances that the answer has to show, with commas between them. Default: those that are asked for. */
  readonly shows?: string
  /** Refusals that count beside those by result code: a status 4xx, or anything but success. */
  readonly refusal?: 'client-error' | 'any'
  /** Only tells something when this case passed, or all of these. */
  readonly after?: string | readonly string[]
  /** Sent so often at the same moment. Default 1. */
  readonly atOnce?: number
  /** Result codes that are right. */
  readonly codes: readonly string[]
  /** Success without any entry in `info` is right too. */
  readonly orNone?: boolean
  /** The rule that any other code breaks, and what usually causes it. Without one the marketplace's own verdict says it. */
  readonly otherwise?: Rule
  /** The rule that is broken when the instance asked for does not show (any more). Without one it counts as lost. */
  readonly gone?: Rule
  /** Only makes sure of something for a later case: where it does not pass it is skipped for this reason, and tells of no mistake. */
  readonly waived?: string
  /** The answered instanceId is remembered by this name; where the name is known already, it must be the same id. */
  readonly remembers?: string
  /** The members of the answer that are remembered. Default `instanceId` alone. */
  readonly answersWith?: readonly ('instanceId' | 'license')[]
  /** What is sold, by its id in the default world: V1.0 sends its charging mode, and pay-per-use tells its use. */
  readonly product?: string
  /** Complaints that are warnings elsewhere and count here. */
  readonly insists?: readonly string[]
  /** May be asked again for a while, when an instance is opened in the background. */
  readonly polls?: boolean
}

/** A rule of the vendor, or one drawn from what it wrote. */
export interface Rule {
  readonly code: string
  readonly source: string
  readonly evidence: 'seed' | 'doc' | 'demo' | 'inferred'
  readonly hint: string
  /** `warning` where the vendor's pages disagree. Default `error`. */
  readonly level?: 'error' | 'warning'
}

/** What one kind of product must answer, in the order in which it is played. */
export interface Profile {
  readonly name: string
  readonly title: string
  /** The kinds of interface that it calls; each has a key of its own. */
  readonly uses: readonly InterfaceUse[]
  readonly cases: readonly Case[]
  /** What this profile cannot check, with the reason. */
  readonly skipped: readonly { readonly name: string; readonly reason: string }[]
}
