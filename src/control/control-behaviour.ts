import type { Stream } from '../http/exchange.ts'
import type { ServerContext } from '../http/server-context.ts'
import type { Call, Reply } from '../spec/call.ts'
import type { operations } from '../spec/generated/sandbox.ts'
import type { InputOf, SuccessOf } from '../spec/typing.ts'
import type { World } from '../world/world-api.ts'

/** Problems of `specs/sandbox/errors.yaml` that behaviours answer with. */
export type ProblemKey =
  | 'bad-request'
  | 'unknown-path'
  | 'unknown-operation'
  | 'unknown-service'
  | 'unknown-error'
  | 'unknown-source'
  | 'unknown-start'
  | 'unknown-world'
  | 'unknown-delivery'
  | 'unknown-callback'
  | 'unknown-entity'
  | 'unknown-snapshot'
  | 'unknown-fault'
  | 'unknown-scenario'
  | 'unknown-examination'
  | 'conflict'

/** The input of a control behaviour. */
export interface ControlContext<O = unknown> {
  readonly input: InputOf<O>
  readonly server: ServerContext
  readonly call: Call
  /** The world of the call: query or path `world`, else `X-Sandbox-World`, else `default`. Its due work runs first. */
  readonly world: World
  /** Answers with a problem: what failed, with which value, and what to do next. */
  fail(key: ProblemKey, detail: string, documented?: readonly string[]): never
}

/** What a check needs: the world, and how to refuse. */
export type CheckContext = Pick<ControlContext, 'world' | 'fail'>

/** Returns the success body, `reply(status, body)` or a stream; or a promise when it has to wait. */
export type Control<O = unknown> = (context: ControlContext<O>) => SuccessOf<O> | Reply | Streamed | Promise<SuccessOf<O> | Reply>

/** An answer that continues: server-sent events. */
export interface Streamed {
  readonly stream: Stream
}

/** Control behaviours by operationId. */
export type Controls = { readonly [K in keyof operations]: Control<operations[K]> }
