/** Holds simultaneous calls until all are ready, so that their last bytes are sent together. */
export interface Barrier {
  /** Resolves for all callers when the last one has arrived or the time limit is over. */
  pass(): Promise<void>
  /** Stops the others from waiting for this caller. Does nothing after `pass`. */
  leave(): void
}

/** Limit in machine milliseconds. A server that accepts one connection at a time never has all calls ready. */
const TIMEOUT = 1000

/** Creates one barrier for each of `count` callers. All open together. */
export function createBarriers(count: number, wait: (ms: number, signal: AbortSignal) => Promise<void>): readonly Barrier[] {
  let missing = count
  const done = new AbortController()
  const opened = new Promise<void>((resolve) => done.signal.addEventListener('abort', () => resolve(), { once: true }))
  const arrive = () => {
    if (--missing <= 0) done.abort()
  }
  return Array.from({ length: count }, () => {
    let came = false
    const come = () => {
      if (!came) arrive()
      came = true
    }
    return {
      pass() {
        come()
        // The first caller starts the time limit. Opening the barrier ends it.
        wait(TIMEOUT, done.signal).then(
          () => done.abort(),
          () => {},
        )
        return opened
      },
      leave: come,
    }
  })
}
