import type { HttpClient } from '../marketplace/http-client.ts'
import type { CallOutcome, CallTerms } from '../marketplace/marketplace-api.ts'
import { unpack } from '../record/bytes.ts'
import { outcomeIn } from '../record/lines.ts'
import type { HeadLine, HeardLine, SendAbout, SendLine } from '../record/run-file.ts'

type Outgoing = Parameters<HttpClient>[0]

/** A call to a seller that was made in a replay. */
export interface SentCall {
  readonly key: string
  readonly about: SendAbout | undefined
  /** With placeholders for its secrets. */
  readonly request: Pick<SendLine, 'method' | 'url' | 'headers' | 'body'>
}

interface Waiting extends SentCall {
  readonly terms: CallTerms
  readonly resolve: (outcome: CallOutcome) => void
  /** The real seller's answer, if the real seller is called. */
  readonly live: Promise<CallOutcome> | undefined
  take?: ReturnType<NonNullable<CallTerms['taker']>>
}

/** The calls to sellers in a replay, and the recorded answers to them. */
export interface SentCalls {
  readonly calling: (send: HttpClient) => HttpClient
  readonly made: ReadonlyMap<string, SentCall>
  /** Whether an answer is awaited. */
  readonly waiting: boolean
  /** Recorded calls by key. */
  readonly recorded: ReadonlyMap<string, SendLine>
  hearHead(line: HeadLine): void
  /** Gives the recorded answer; resolves to the real seller's answer, if the real seller was called. */
  hear(line: HeardLine): Promise<CallOutcome | undefined>
  /** The sandbox stops: no more answers are given. */
  stop(): void
}

/**
 * Answers in place of the sellers with the recorded answers. A call is identified by its world, delivery and attempt, so that one missing call does not
 * make all later calls differ.
 * @param freshen makes a call that a real seller accepts now. If it is given, the real sellers are called, and their answers are used instead of the
 * recorded ones
 */
export function createSentCalls(
  lines: readonly SendLine[],
  freshen: ((request: Outgoing) => Outgoing) | undefined,
  hide: (request: Outgoing) => SentCall['request'],
): SentCalls {
  const recorded = new Map<string, SendLine>()
  const keyOfLine = new Map<number, string>()
  const naming = createNaming()
  for (const line of lines) {
    const key = naming(line.about)
    recorded.set(key, line)
    keyOfLine.set(line.n, key)
  }
  const name = createNaming()
  const made = new Map<string, SentCall>()
  const open = new Map<string, Waiting>()
  const found = (n: number) => open.get(keyOfLine.get(n) ?? '')

  return {
    recorded,
    made,
    get waiting() {
      return open.size > 0
    },
    calling: (send) => (request, terms) => {
      const key = name(terms.about)
      const sent = { key, about: terms.about, request: hide(request) }
      made.set(key, sent)
      // A call that was not recorded has no answer; it is reported as a difference.
      if (!recorded.has(key)) return Promise.resolve({ ms: 0, failure: 'unreachable', reason: 'not recorded' })
      const { taker: _taker, ...whole } = terms
      return new Promise((resolve) => {
        open.set(key, { ...sent, terms, resolve, live: freshen && send(freshen(request), whole) })
      })
    },
    hearHead({ n, status, headers }) {
      const call = found(n)
      if (call) call.take = call.terms.taker?.({ status, headers })
    },
    async hear(line) {
      const call = found(line.n)
      if (!call) return undefined
      const heard = await call.live
      for (const part of call.take ? (line.parts ?? []) : []) await call.take?.(unpack(part))
      open.delete(call.key)
      const recorded = outcomeIn(line)
      call.resolve(heard ? withRecordedTimes(heard, recorded) : recorded)
      return heard
    },
    stop() {
      for (const { resolve } of open.values()) resolve({ ms: 0, stopped: true })
      open.clear()
    },
  }
}

/** A real seller's answer for the world. Its times are the recorded ones: they differ in each run, and the journal of deliveries shows them. */
function withRecordedTimes(heard: CallOutcome, { ms, answer }: CallOutcome): CallOutcome {
  const date = answer?.headers['date']
  if (!heard.answer || date === undefined) return { ...heard, ms }
  return { ...heard, ms, answer: { ...heard.answer, headers: { ...heard.answer.headers, date } } }
}

/** Keys that are equal in recording and replay: delivery and attempt, and a running number for repeated ones (a reset world counts from 1 again). */
function createNaming(): (about: SendAbout | undefined) => string {
  const seen = new Map<string, number>()
  return (about) => {
    const key = about ? `${about.world} ${about.delivery} ${about.attempt}` : 'backend'
    const times = (seen.get(key) ?? 0) + 1
    seen.set(key, times)
    return `${key} ${times}`
  }
}
