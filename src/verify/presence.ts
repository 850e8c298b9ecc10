import type { CallOutcome } from '../marketplace/marketplace-api.ts'
import type { Caller } from './call.ts'

/** Time limit for checking whether a server is listening, machine milliseconds. */
const A_MOMENT = 2000

/** Both clients that call a seller, and a check whether the seller has ended: every later call would then fail for that reason alone. */
export function watchPresence({ send, sendRaw, url }: Pick<Caller, 'send' | 'sendRaw' | 'url'>) {
  let lost = false
  const watched =
    <Given extends readonly unknown[]>(send: (...given: Given) => Promise<CallOutcome>) =>
    async (...given: Given): Promise<CallOutcome> => {
      const outcome = await send(...given)
      lost ||= outcome.failure === 'unreachable' || outcome.failure === 'reset'
      return outcome
    }
  return {
    dial: watched(send),
    sendRaw: watched(sendRaw),
    /** Checks only if a call since the last check could not connect, or lost its connection. */
    async hasEnded(): Promise<boolean> {
      if (!lost) return false
      lost = false
      const { failure } = await sendRaw({ method: 'GET', url, headers: {}, body: new Uint8Array() }, { timeout: A_MOMENT })
      return failure === 'unreachable'
    },
  }
}
