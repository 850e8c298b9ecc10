import type { Outgoing } from '../http/exchange.ts'
import type { CallOutcome, CallTerms } from '../marketplace/marketplace-api.ts'
import type { Call } from '../spec/call.ts'
import { type Packed, pack, packWire, unpack } from './bytes.ts'
import type { AnswerLine, CallLine, HeadLine, HeardLine } from './run-file.ts'

export const bodyOf = (body: Packed | undefined) => (body === undefined ? {} : { body })

/** A call in the form of a run file's line. */
export function callOf({ method, path, query, host, headers, body }: Call): Omit<CallLine, 'what' | 'n' | 'at'> {
  const sent = Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]))
  return { method, path, ...(query === '' ? {} : { query }), host, headers: Object.fromEntries(sent), ...bodyOf(pack(body)) }
}

/** The reverse of `callOf`. */
export function callIn({ method, path, query = '', host, headers, body }: CallLine): Call {
  return { method, path, query, host, headers, body: unpack(body) }
}

type Answered = Omit<AnswerLine, 'what' | 'n'>

/** Returns the answer, or throws the error, and records either. */
export function noting(answer: () => Outgoing | Promise<Outgoing>, note: (answered: Answered) => void): Outgoing | Promise<Outgoing> {
  const fine = (outgoing: Outgoing) => {
    note(answerOf(outgoing))
    return { ...outgoing, headers: { ...outgoing.headers } }
  }
  const broken = (error: unknown): never => {
    note({ failed: error instanceof Error ? error.message : String(error) })
    throw error
  }
  try {
    const answered = answer()
    return answered instanceof Promise ? answered.then(fine, broken) : fine(answered)
  } catch (error) {
    return broken(error)
  }
}

/** An answer in the form of a run file's line. */
function answerOf({ status, headers, bytes }: Outgoing): Answered {
  return { status, headers: { ...headers }, ...bodyOf(packWire(bytes)) }
}

/** A seller's answer in the form of a run file's line. */
export function outcomeOf({ answer, ...rest }: CallOutcome, parts: readonly Packed[]): Omit<HeardLine, 'what' | 'n' | 'at'> {
  const { ms, failure, reason, stopped } = rest
  return {
    ms,
    ...(failure === undefined ? {} : { failure }),
    ...(reason === undefined ? {} : { reason }),
    ...(stopped ? { stopped } : {}),
    ...(answer ? { answer: { status: answer.status, headers: answer.headers, ...bodyOf(pack(answer.bytes)) } } : {}),
    ...(parts.length > 0 ? { parts } : {}),
  }
}

/** The reverse of `outcomeOf`. */
export function outcomeIn({ ms, failure, reason, stopped, answer }: HeardLine): CallOutcome {
  return {
    ms,
    ...(failure === undefined ? {} : { failure }),
    ...(reason === undefined ? {} : { reason }),
    ...(stopped ? { stopped } : {}),
    ...(answer ? { answer: { status: answer.status, headers: answer.headers, bytes: unpack(answer.body) } } : {}),
  }
}

/** Records the parts of a seller's answer one by one, if the answer is passed on in parts. */
export function recordingParts(how: CallTerms, parts: Packed[], note: (head: Pick<HeadLine, 'status' | 'headers'>) => void): CallTerms {
  const { taker } = how
  if (!taker) return how
  return {
    ...how,
    taker(head) {
      const take = taker(head)
      if (!take) return undefined
      note(head)
      return (part) => {
        const packed = pack(part)
        if (packed !== undefined) parts.push(packed)
        return take(part)
      }
    },
  }
}
