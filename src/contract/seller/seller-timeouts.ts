/** How long a seller is waited for. Times are machine milliseconds. */
export interface Limits {
  /** For one answer. Default 20,000: the marketplace waits as long (setting answerTimeout). */
  readonly answer?: number
  /** For everything together. Default ten minutes. */
  readonly total?: number
}

/** Watches the calls of one run, which come one after the other, and says when to give up. */
export interface Endurance {
  readonly answer: number
  /** What may be left of the total. */
  readonly total: number
  /** A call begins: the signal ends the wait for its answer. */
  begin(): AbortSignal
  /** An answer came. */
  answered(): void
  /** None came. @returns in words for a person why, when it was waited for to the end */
  unanswered(): string | undefined
  /** Why no more calls are to be made; nothing while there is hope. */
  readonly over: () => string | undefined
  /** The total was reached. */
  readonly timedOut: () => boolean
  close(): void
}

/** Calls in a row without an answer after which a seller is given up: a minute. */
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
      if (++silent >= MOST_SILENT_CALLS) over ??= `the seller left ${MOST_SILENT_CALLS} calls in a row without an answer`
      return `The seller took the call and did not answer within ${inSeconds(answer)}.`
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
