import type { Reply } from '../spec/call.ts'
import type { Violation } from '../spec/document/model.ts'
import type { InputOf, SuccessOf } from '../spec/typing.ts'
import type { Caller } from '../world/caller.ts'
import type { World } from '../world/world-api.ts'

/** All that a behaviour sees of one call. It runs as one transaction: a throw leaves no trace in the world. */
export interface BehaviourContext<O = unknown> {
  readonly input: InputOf<O>
  readonly caller: Caller
  readonly world: World
  /** `X-Language` where the operation has it: texts of the vendor come in Chinese unless `en_US` was asked for. */
  readonly language: 'zh' | 'en'
  /** Answers with a documented error of this operation: `fail('CBC.99003106')`. `members` are added beside code and message. */
  fail(key: string, params?: Readonly<Record<string, unknown>>, members?: Readonly<Record<string, unknown>>): never
  /** Answers as the family answers that kind of bad request, with a finding that teaches. For rules that no schema can hold. `key`: another documented error instead. */
  refuse(kind: Violation, pointer: string, expected: string, got: string, key?: string): never
  /** The body of a documented example of this operation: answers that the vendor itself keeps ready. */
  example(name: string): unknown
  /** `Host` as the caller sent it, with the port: look-ups answer with addresses that lead back here. */
  readonly host: string
}

/** Returns the success body, or `reply(status, body, headers)`. Synchronous. */
export type Behaviour<O = unknown> = (context: BehaviourContext<O>) => SuccessOf<O> | Reply

/** Behaviours of one service by operationId. An operation without one answers from its spec. */
export type Behaviours<Ops> = { readonly [K in keyof Ops]?: Behaviour<Ops[K]> }
