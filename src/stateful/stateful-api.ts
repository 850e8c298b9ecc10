import type { Schema } from '../spec/document/model.ts'
import type { Input, Operation } from '../spec/operation.ts'
import type { World } from '../world/world-api.ts'

/** What an operation does to a collection. */
export type Action = 'list' | 'create' | 'read' | 'replace' | 'change' | 'remove'

/** A collection of things, or one single thing, that the paths of a document show. */
export interface Collection {
  readonly service: string
  /** `/owners/{ownerId}/pets`; of a single thing, its own path. */
  readonly path: string
  /** Name of the path parameter that tells the things apart; undefined for a single thing. */
  readonly parameter: string | undefined
  readonly operations: { readonly [A in Action]?: Operation }
  /** The collection whose things have this collection below them, if its things can be created. */
  readonly above: Collection | undefined
}

/** An operation that was recognised. */
export interface Role {
  readonly action: Action
  readonly collection: Collection
}

/** One call, read and checked. */
export interface StatefulCall {
  readonly operation: Operation
  readonly world: World
  /** Values of the path's parameters, as sent. */
  readonly values: Readonly<Record<string, string>>
  /** The path as sent, without the query. */
  readonly path: string
  readonly input: Input
  /** Media type of the body, without parameters, in lower case; empty without a body. */
  readonly mediaType: string
  /** The body of the answer that the operation gives without memory: an example, or a generated value. */
  readonly usual: () => unknown
  /** A value that matches a schema; another one for each `salt`. */
  readonly generate: (schema: Schema, salt: string) => unknown
}

/** What a call leads to: an answer, or a refusal with the status that says why. */
export type StatefulResult = StatefulAnswer | StatefulRefusal

export interface StatefulAnswer {
  readonly status: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export interface StatefulRefusal {
  /** 404: there is no such thing. 409: there is one already, or a JSON Patch does not fit. 422: the result does not match its schema. */
  readonly refused: 404 | 409 | 422
  readonly detail: string
}

/** Memory for the operations of foreign documents. */
export interface Stateful {
  /** What is recognised: for `lint`, and for the list of operations. */
  roleOf(operation: Operation): Role | undefined
  /** Carries out a call; undefined where the operation has no memory. */
  act(call: StatefulCall): Promise<StatefulResult> | StatefulResult | undefined
}
