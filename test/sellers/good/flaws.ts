/** Members of a body, parameters of a query, or members of an answer. */
export type Body = Readonly<Record<string, unknown>>

/** Where a seller can be made to go wrong: one real mistake each. A good one has none. */
export interface Flaws {
  /** Takes every signature. */
  readonly trusting?: boolean
  /** Takes calls of any age. */
  readonly timeless?: boolean
  /** Takes calls of that age at most, milliseconds. */
  readonly within?: number
  /** Signs the body as it came, its members unsorted. */
  readonly asSent?: boolean
  /** Changes the token before the seller checks it (V1.0). */
  readonly changeToken?: (token: string) => string
  /** Changes a call before the seller reads it. */
  readonly changeCall?: (body: Body, name: string) => Body
  /** Changes the answer before it is sent. */
  readonly changeAnswer?: (answer: Body, body: Body, name: string) => Body
  /** Signs an answer differently (V1.0). */
  readonly signAnswer?: (text: string, key: string) => string
}

/** Ends a call with a result code. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

/** A member that must be there, as text. */
export function textOf(body: Body, name: string): string {
  const value = body[name]
  if (typeof value === 'string' && value !== '') return value
  throw new Refusal('000002', `${name} is missing or no text`)
}

/** The result of a handler, or the refusal that it threw, as members of an answer. */
export function answerOf(handle: () => Body | undefined): Body {
  try {
    return { resultCode: '000000', resultMsg: 'success.', ...handle() }
  } catch (error) {
    if (error instanceof Refusal) return { resultCode: error.code, resultMsg: error.message }
    throw error
  }
}

/** Whether a timestamp is that of a call made just now. */
export const isFresh = (timestamp: string, within = 60_000) =>
  /^\d{13}$/.test(timestamp) && Math.abs(Date.now() - Number(timestamp)) <= within
