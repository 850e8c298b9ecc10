type Query = Readonly<Record<string, string | number | boolean | undefined>>

/** Calls the control API: the body of the answer. Throws `Refused` (ask.ts) for a refusal, `Unanswered` when no sandbox answers. */
export type Ask = <T>(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  more?: { readonly query?: Query; readonly body?: unknown },
) => Promise<T>

/** Sends a request to the sandbox; the path begins with `/_sandbox`. */
export type Send = (path: string, init: RequestInit) => Promise<Response>

/** What a tool works with. */
export interface ToolContext {
  readonly ask: Ask
  /** The world that the call is about. */
  readonly world: string
}

/** What a tool found: a value for programs, and the same in words. */
export interface ToolAnswer {
  readonly value: object
  readonly text: string
}
