/** How long to wait for a seller. Times are machine milliseconds. */
export interface Limits {
  /** For one answer. Default 20,000, as in the marketplace (setting answerTimeout). */
  readonly answer?: number
  /** For everything together. Default ten minutes. */
  readonly total?: number
}

/** Watches the calls of one run, which are made one after the other, and decides when to give up. */
export interface Endurance {
  readonly answer: number
  /** What remains of the total. */
  readonly total: number
  /** Call this when a call begins. The signal ends the wait for its answer. */
  begin(): AbortSignal
  /** Call this when an answer came. */
  answered(): void
  /** Call this when no answer came. @returns the reason, for a person, if the time limit was reached */
  unanswered(): string | undefined
  /** Why no more calls are made; undefined while calls are still made. */
  readonly over: () => string | undefined
  /** The total was reached. */
  readonly timedOut: () => boolean
  close(): void
}

/** After so many calls in a row without an answer, no more are made: a minute. */
const MOST_SILENT_CALLS = 3

export function createEndurance({ answer = 20_000, total = 600_000 }: Limits, wait: Wait): Endurance {
  const end = new AbortController()
  const closed = new AbortController()
  let call = new AbortController()
  let late = false
  let silent = 0
  let over: string | undefined
  const after = (ms: number, signal: AbortSignal, act: () => void) => {
    wait(ms, signal).then(act, () => {})
  }
  after(total, closed.signal, () => {
    over ??= `the time limit of ${inSeconds(total)} was reached`
    end.abort()
  })
  return {
    answer,
    total,
    begin() {
      call = new AbortController()
      late = false
      const slow = new AbortController()
      after(answer, AbortSignal.any([call.signal, closed.signal]), () => {
        late = true
        slow.abort()
      })
      return AbortSignal.any([slow.signal, end.signal])
    },
    answered() {
      call.abort()
      silent = 0
    },
    unanswered() {
      call.abort()
      if (end.signal.aborted) return `No answer came before ${over}.`
      if (!late) return undefined
      if (++silent >= MOST_SILENT_CALLS) over ??= `the seller did not answer ${MOST_SILENT_CALLS} calls in a row`
      return `The seller received the call and did not answer within ${inSeconds(answer)}.`
    },
    over: () => over,
    timedOut: () => end.signal.aborted,
    close: () => {
      call.abort()
      closed.abort()
    },
  }
}

type Wait = (ms: number, signal?: AbortSignal) => Promise<void>

const inSeconds = (ms: number) => `${ms / 1000} s`
