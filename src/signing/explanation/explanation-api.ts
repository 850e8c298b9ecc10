/** A request as somebody wrote it down. */
export interface WrittenRequest {
  readonly method: string
  /** The path as written, without the query. */
  readonly path: string
  /** The query as written, without the question mark. */
  readonly query: string
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** The ways of signing that can be told from a request. */
export type Scheme = 'SDK-HMAC-SHA256' | 'V2' | 'kit' | 'V1.0' | 'kit V1.0' | 'usage push'

/** A key that may have signed. */
export interface KnownKey {
  /** For people: "the key of the basic interfaces". */
  readonly name: string
  readonly secret: string
  /** Access keys: the AK that belongs to the secret; empty when it is not known. */
  readonly access?: string
  /** Keys of sellers: the kind of interface. */
  readonly use?: string
}

/** One step from the request to the signature. */
export interface ExplainedStep {
  readonly title: string
  /** What comes out of this step. A key in it is written as `{key}`. */
  readonly text: string
  /** How it is done. */
  readonly about: string
}

/** The first place where two signed texts differ. */
export interface TextDifference {
  /** Counted from 1. */
  readonly line: number
  readonly column: number
  /** The whole line on both sides. */
  readonly expected: string
  readonly signed: string
}

/** Everything about the signature of one request. */
export interface SignatureExplanation {
  readonly scheme: Scheme
  readonly direction: 'app → cloud' | 'marketplace → seller' | 'seller → marketplace'
  readonly steps: readonly ExplainedStep[]
  /** The key that was used, by its name. */
  readonly key: string
  readonly expected: string
  /** The signature that the request carries. */
  readonly given?: string
  readonly matches: boolean
  /** What the signer did wrong, where a usual mistake gives this very signature. */
  readonly mistakes: readonly { readonly id: string; readonly says: string }[]
  readonly difference?: TextDifference
  /** What to do next. */
  readonly next: string
}
