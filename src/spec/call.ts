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

const REPLY: unique symbol = Symbol('reply')

/** A reply with another status or headers than the operation's plain success; a behaviour returns it instead of a body. */
export function reply(status: number, body?: unknown, headers?: Readonly<Record<string, string>>): Reply {
  const made: Reply = { status, ...(body === undefined ? {} : { body }), ...(headers ? { headers } : {}) }
  return Object.defineProperty(made, REPLY, { value: true })
}

/** Tells a reply from a body that merely has a member called `status`. */
export function isReply(value: unknown): value is Reply {
  return typeof value === 'object' && value !== null && REPLY in value
}
