import type { Reply } from '../spec/call.ts'
import type { Violation } from '../spec/document/model.ts'
import type { InputOf, SuccessOf } from '../spec/typing.ts'
import type { Caller } from '../world/caller.ts'
import type { World } from '../world/world-api.ts'

/** The input of a behaviour. It runs as one transaction: an error leaves no change in the world. */
export interface BehaviourContext<O = unknown> {
  readonly input: InputOf<O>
  readonly caller: Caller
  readonly world: World
  /** `X-Language`, for operations that have it: the vendor's texts are Chinese unless `en_US` is requested. */
  readonly language: 'zh' | 'en'
  /** Answers with a documented error of this operation: `fail('CBC.99003106')`. `members` are added beside code and message. */
  fail(key: string, params?: Readonly<Record<string, unknown>>, members?: Readonly<Record<string, unknown>>): never
  /**
   * Answers as the error family does for that kind of bad request, with a finding that explains it. For rules that no schema can express.
   * `key`: use another documented error.
   */
  refuse(kind: Violation, pointer: string, expected: string, got: string, key?: string): never
  /** The body of a documented example of this operation, for answers that the vendor itself keeps as fixed examples. */
  example(name: string): unknown
  /** Scheme and `Host` as the caller used them, with the port, so that addresses in answers lead back to this sandbox. */
  readonly origin: string
}

/** What a check needs: the world, who is calling, and how to refuse. */
export type CheckContext = Pick<BehaviourContext, 'world' | 'caller' | 'fail'>

/** Returns the success body, or `reply(status, body, headers)`. Synchronous. */
export type Behaviour<O = unknown> = (context: BehaviourContext<O>) => SuccessOf<O> | Reply

/** Behaviours of one service by operationId. An operation without one answers from its spec. */
export type Behaviours<Ops> = { readonly [K in keyof Ops]?: Behaviour<Ops[K]> }
