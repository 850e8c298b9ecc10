/** Types derived from the generated `operations` of a service. Complex derived types are defined only here. */

/** Optional headers, so that plain objects fit. */
type Part<O, K extends string> = O extends { parameters: infer P }
  ? K extends keyof P
    ? NonNullable<P[K]>
    : Record<never, never>
  : Record<never, never>

type JsonBody<C> = C extends { content: infer M } ? (M extends Record<string, infer B> ? B : undefined) : undefined

/** What a behaviour receives: parameters and body as the spec types them, with defaults filled in. */
export interface InputOf<O> {
  readonly path: Part<O, 'path'>
  readonly query: Part<O, 'query'>
  readonly header: Part<O, 'header'>
  readonly body: O extends { requestBody: infer B }
    ? JsonBody<B>
    : O extends { requestBody?: infer B }
      ? JsonBody<NonNullable<B>> | undefined
      : undefined
}

type Success<R> = R extends { 200: infer A }
  ? A
  : R extends { 201: infer A }
    ? A
    : R extends { 204: infer A }
      ? A
      : R extends { 302: infer A }
        ? A
        : never

/** The body of an operation's success answer; `undefined` where it has none. */
export type SuccessOf<O> = O extends { responses: infer R }
  ? Success<R> extends { content: { 'application/json': infer B } }
    ? B
    : undefined
  : never
