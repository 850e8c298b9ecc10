import type { Call } from '../spec/call.ts'
import type { Input } from '../spec/operation.ts'
import type { Caller } from '../world/caller.ts'
import type { Outcome, Outgoing, Received } from './exchange.ts'
import { inChinese, wantsChinese } from './language/readers-language.ts'
import { refuseUnknownHeaders } from './sandbox-headers.ts'
import type { Asked, Stages } from './stages.ts'

/** Answers calls, both from clients over HTTP and from tests in this process. */
export type Answer = (call: Call) => Outgoing | Promise<Outgoing>

/** Answers the calls of one group of paths. */
export interface Surface {
  serves(call: Call): boolean
  readonly answer: Answer
}

/** Answers every call by the first surface that serves it. */
export function createAnswer(surfaces: readonly Surface[]): Answer {
  return (call) => {
    const surface = surfaces.find(({ serves }) => serves(call))
    if (!surface) throw new Error(`No surface serves ${call.path}.`)
    if (!wantsChinese(call)) return surface.answer(call)
    return Promise.resolve(surface.answer(call)).then(inChinese)
  }
}

/**
 * Answers one call, stage by stage: match → world → target → caller → limits → read and check → forced or scenario → act → check the answer → record → send.
 * The order can be observed from outside (a bad token on a bad body is an authentication error), so it is defined here and nowhere else.
 * `stages` says what each stage does for one group of paths.
 * @param durable answers are sent once the changes are written
 */
export function createSurface<O extends Received, T>(stages: Stages<O, T>, durable: boolean): Surface {
  const answer: Answer = (call) => {
    const received = stages.match(call)
    const opened = stages.open(received)
    let caller: Caller | undefined
    let input: Input | undefined
    let outcome: Outcome | Promise<Outcome>
    try {
      refuseUnknownHeaders(opened)
      const target = stages.locate(opened)
      caller = stages.identify(opened)
      stages.limit(opened, caller)
      input = stages.read(opened)
      outcome = stages.interrupt(opened, caller, input, target) ?? stages.act(opened, caller, input, target)
    } catch (error) {
      outcome = stages.refuse(opened, caller, error)
    }
    if (!(outcome instanceof Promise)) return conclude(opened, { caller, input }, outcome)
    return outcome.catch((error: unknown) => stages.refuse(opened, caller, error)).then((late) => conclude(opened, { caller, input }, late))
  }

  /** Checks, records and sends an answer. */
  const conclude = (opened: O, asked: Asked, outcome: Outcome): Outgoing | Promise<Outgoing> => {
    const drifted = stages.check(opened, outcome)
    const outgoing = stages.render(opened, outcome, drifted)
    const { streamed } = outcome
    if (!streamed) {
      stages.record(opened, asked, outcome, outgoing)
      return durable ? kept(opened, asked, outgoing) : outgoing
    }
    streamed.onEnd?.((body) => {
      stages.record(opened, asked, { ...outcome, reply: { ...outcome.reply, body } }, outgoing)
      return durable ? stages.saved(opened) : undefined
    })
    return outgoing
  }

  /** The answer, once its changes are written. What cannot be written is not acknowledged. */
  const kept = (opened: O, asked: Asked, outgoing: Outgoing): Promise<Outgoing> =>
    stages.saved(opened).then(
      () => outgoing,
      async (error: unknown) => {
        const outcome = await stages.refuse(opened, asked.caller, error)
        const refused = stages.render(opened, outcome, false)
        stages.record(opened, asked, outcome, refused)
        return refused
      },
    )

  return { serves: stages.serves, answer }
}
