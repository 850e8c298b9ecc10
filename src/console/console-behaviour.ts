import type { operations } from '../spec/generated/console.ts'
import type { InputOf, SuccessOf } from '../spec/typing.ts'
import type { World } from '../world/world-api.ts'

/** All that a console behaviour sees of one call. It runs as one transaction: a throw leaves no trace in the world. */
export interface ConsoleContext<O = unknown> {
  readonly input: InputOf<O>
  readonly world: World
  /** Answers with a refusal of `specs/console/errors.yaml` that the operation lists: what failed, with which value, and what next. */
  fail(key: string, detail: string, members?: Readonly<Record<string, unknown>>): never
}

/** What every answer of the console holds; the server adds it. */
type Told = 'world' | 'now' | 'facts'

/** Returns the success body without the facts, which are told by what happens in the world. */
export type ConsoleBehaviour<O = unknown> = (context: ConsoleContext<O>) => Omit<SuccessOf<O>, Told>

/** Operations that call sellers and wait for them: not behaviours; the server carries them out. */
export type CallingOperation = 'CheckApiBackend'

/** Console behaviours by operationId; one that is missing, or that no spec asks for, does not compile. */
export type ConsoleBehaviours<K extends keyof operations = Exclude<keyof operations, CallingOperation>> = {
  readonly [P in K]: ConsoleBehaviour<operations[P]>
}
