/** One request as received, before it is interpreted. */
export interface Call {
  /** As sent, in capitals: `GET`. */
  readonly method: string
  /** The raw path as sent, without the query; percent-encoding is kept: `/v2/orders/CS%201`. */
  readonly path: string
  /** The raw query without the question mark; empty when the request has none. */
  readonly query: string
  /** Host header in lower case, with the port when sent. */
  readonly host: string
  /** Header names in lower case; repeated headers are joined by `, ` as in HTTP. */
  readonly headers: Readonly<Record<string, string | undefined>>
  /** The body bytes after transfer decoding. Empty when the request has no body. */
  readonly body: Uint8Array
}

/** The response to send. A string body is sent unchanged; any other body as JSON. */
export interface Reply {
  readonly status: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

const REPLY: unique symbol = Symbol('reply')

/** A reply whose status or headers differ from the operation's plain success; a behaviour returns it instead of a body. */
export function reply(status: number, body?: unknown, headers?: Readonly<Record<string, string>>): Reply {
  const made: Reply = { status, ...(body === undefined ? {} : { body }), ...(headers ? { headers } : {}) }
  return Object.defineProperty(made, REPLY, { value: true })
}

/** Distinguishes a reply from a body that happens to have a member called `status`. */
export function isReply(value: unknown): value is Reply {
  return typeof value === 'object' && value !== null && REPLY in value
}
