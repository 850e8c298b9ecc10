/** One request as it came in, before anybody read meaning into it. */
export interface Call {
  /** As sent, in capitals: `GET`. */
  readonly method: string
  /** The raw path as sent, percent-encoding untouched, without the query: `/v2/orders/CS%201`. */
  readonly path: string
  /** The raw query without the question mark; empty when there is none. */
  readonly query: string
  /** Host header in lower case, with the port when sent. */
  readonly host: string
  /** Header names in lower case; repeated headers joined by `, ` as HTTP does. */
  readonly headers: Readonly<Record<string, string | undefined>>
  /** The body bytes as they came, after transfer decoding. Empty when there was none. */
  readonly body: Uint8Array
}

/** What is sent back. A string body is sent as it stands; anything else as JSON. */
export interface Reply {
  readonly status: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** A reply with another status or headers than the operation's plain success. */
export const reply = (status: number, body?: unknown, headers?: Record<string, string>): Reply => ({
  status,
  ...(body === undefined ? {} : { body }),
  ...(headers ? { headers } : {}),
})
