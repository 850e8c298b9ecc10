/** Where calls wait for each other, so that their last bytes leave in one go. */
export interface Gate {
  /** Resolves for all when the last one came, or when waiting has taken too long. */
  pass(): Promise<void>
  /** One that will not come (any more): the others need not wait for it. Does nothing for one that passed. */
  leave(): void
}

/** A server that takes one connection after the other may never let two be as far: machine milliseconds. */
const TIMEOUT = 1000

/** One gate for each of so many callers; they open together. */
export function createGates(count: number, wait: (ms: number, signal: AbortSignal) => Promise<void>): readonly Gate[] {
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
        // The first to come watches the time; an opened gate ends the wait by its signal.
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
