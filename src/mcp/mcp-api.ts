type Query = Readonly<Record<string, string | number | boolean | undefined>>

/** Calls the control API: the body of the answer. Throws `Refused` (ask.ts) for a refusal, `Unanswered` when no sandbox answers. */
export type Ask = <T>(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  more?: { readonly query?: Query; readonly body?: unknown },
) => Promise<T>

/** Sends a request to the sandbox; the path begins with `/_sandbox`. */
export type Send = (path: string, init: RequestInit) => Promise<Response>

/** A seller to verify, as a tool takes it. */
export interface SellerToVerify {
  readonly url: string
  readonly key: string
  readonly profile?: string
  readonly product?: string
}

/** What an examination of a seller came to. */
export interface SellerVerified {
  readonly passed: boolean
  readonly text: string
  readonly report: object
}

/** Examines a seller. The room that examines sellers opens sandboxes, so that it is handed in. Throws an Error whose message says what to do. */
export type VerifySeller = (seller: SellerToVerify) => Promise<SellerVerified>

/** What a tool works with. */
export interface ToolContext {
  readonly ask: Ask
  /** The world that the call is about. */
  readonly world: string
  readonly verify?: VerifySeller
}

/** What a tool found: a value for programs, and the same in words. */
export interface ToolAnswer {
  readonly value: object
  readonly text: string
}
