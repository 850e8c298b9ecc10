/** A signal that follows others. */
export interface FirstAbort {
  readonly signal: AbortSignal
  /** Stops following: nothing of it is kept afterwards. */
  release(): void
}

/**
 * Aborts with the first of several signals, for as long as one call takes. On Node 20, what `AbortSignal.any` makes of a signal that lives for long
 * is kept as long as that signal: a few kilobytes for each call through a proxy.
 */
export function firstAbort(signals: readonly AbortSignal[]): FirstAbort {
  const first = new AbortController()
  const follow = () => {
    const ended = signals.find(({ aborted }) => aborted)
    if (ended) first.abort(ended.reason)
  }
  follow()
  for (const signal of signals) signal.addEventListener('abort', follow, { once: true })
  return {
    signal: first.signal,
    release() {
      for (const signal of signals) signal.removeEventListener('abort', follow)
    },
  }
}
