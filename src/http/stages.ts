import type { Call } from '../spec/call.ts'
import type { Input } from '../spec/operation.ts'
import type { Caller } from '../world/caller.ts'
import type { Outcome, Outgoing, Received } from './exchange.ts'

/** The caller and the operation; undefined where the call was refused before they were known. */
export interface Asked {
  readonly caller: Caller | undefined
  readonly input: Input | undefined
}

/**
 * The stages of an answer for one group of paths: the vendor's services, the API products, the control API. `answer.ts` runs them in this
 * order. A stage that refuses the call throws; `refuse` turns what was thrown into the answer.
 * @typeParam O the call once its world is known
 * @typeParam T what the call addresses
 */
export interface Stages<O extends Received, T> {
  /** Whether a call belongs to the group; its body may not be read yet. */
  serves(call: Call): boolean
  /** The operation; one of its own where the path or the method is unknown. */
  match(call: Call): Received
  /** The world of the call, with its due work run. A call of the control API opens its world itself, if it needs one. */
  open(received: Received): O
  /** What the call addresses there. Throws where there is no such thing. */
  locate(opened: O): T
  /** The account that calls, or a refusal; undefined where no caller is needed. */
  identify(opened: O): Caller | undefined
  /** Refuses a caller who calls too often. */
  limit(opened: O, caller: Caller | undefined): void
  /** Parameters and body, checked against the spec. */
  read(opened: O): Input
  /** A forced reply: the caller asked for it, or a scenario gives it. */
  interrupt(opened: O, caller: Caller | undefined, input: Input, target: T): Outcome | Promise<Outcome> | undefined
  /** Carries out the call. */
  act(opened: O, caller: Caller | undefined, input: Input, target: T): Outcome | Promise<Outcome>
  /** The answer to a call that a stage refused. Throws on what is no refusal: that is a defect of the sandbox. */
  refuse(opened: O, caller: Caller | undefined, thrown: unknown): Outcome | Promise<Outcome>
  /** Whether the answer differs from its spec; adds to the findings. */
  check(opened: O, outcome: Outcome): boolean
  /** The answer as it is sent. */
  render(opened: O, outcome: Outcome, drifted: boolean): Outgoing
  /** Keeps the exchange for people and for coverage. */
  record(opened: O, asked: Asked, outcome: Outcome, outgoing: Outgoing): void
  /** Resolves once the changes are written, where they are kept. */
  saved(opened: O): Promise<unknown>
}
