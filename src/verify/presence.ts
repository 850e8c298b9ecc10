import type { CallOutcome } from '../marketplace/marketplace-api.ts'
import type { Caller } from './call.ts'

/** For a look whether anybody is there at all: machine milliseconds. */
const A_MOMENT = 2000

/** Both ways to call a seller, and whether it has ended meanwhile: every later call would fail, and tell nothing. */
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
    /** Looks only when a call since the last look found nobody, or was hung up on. */
    async hasEnded(): Promise<boolean> {
      if (!lost) return false
      lost = false
      const { failure } = await sendRaw({ method: 'GET', url, headers: {}, body: new Uint8Array() }, { timeout: A_MOMENT })
      return failure === 'unreachable'
    },
  }
}
