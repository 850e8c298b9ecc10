import type { operations } from '../spec/generated/console.ts'
import type { InputOf, SuccessOf } from '../spec/typing.ts'
import type { World } from '../world/world-api.ts'

/** The input of a console behaviour. It runs as one transaction: an error leaves no change in the world. */
export interface ConsoleContext<O = unknown> {
  readonly input: InputOf<O>
  readonly world: World
  /**
   * Answers with a refusal of `specs/console/errors.yaml` that the operation lists. `detail` says what failed, with which value, and what
   * to do next.
   */
  fail(key: string, detail: string, members?: Readonly<Record<string, unknown>>): never
}

/** What a check needs: the world, and how to refuse. */
export type CheckContext = Pick<ConsoleContext, 'world' | 'fail'>

/** Members of every console answer, which the control API adds. */
type CommonMember = 'world' | 'now' | 'facts'

/** Returns the success body without its facts, which are collected from the transaction. */
export type ConsoleBehaviour<O = unknown> = (context: ConsoleContext<O>) => Omit<SuccessOf<O>, CommonMember>

/** Operations that call sellers and wait for them. They have no behaviour here; the control API implements them. */
export type CallingOperation = 'CheckApiBackend'

/** Console behaviours by operationId. A missing one, or one that no spec defines, does not compile. */
export type ConsoleBehaviours<K extends keyof operations = Exclude<keyof operations, CallingOperation>> = {
  readonly [P in K]: ConsoleBehaviour<operations[P]>
}
