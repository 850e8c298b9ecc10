/** Reasons to verify a seller again. Reasons that arrive during a verification are collected for the next one. */
export interface Reasons {
  push(reason: string): void
  /** The reasons since the last call, each once; waits for the first one. Undefined after `close`. */
  next(): Promise<readonly string[] | undefined>
  /** Ends the collection; waiting callers get undefined. */
  end(): void
}

/** @param settle reasons that arrive before this resolves belong to the first one, because one write of a file gives several events */
export function createReasons(settle: () => Promise<void> = async () => {}): Reasons {
  const waiting = new Set<string>()
  let wake: () => void = () => {}
  let ended = false
  return {
    push(reason) {
      waiting.add(reason)
      wake()
    },
    async next() {
      if (waiting.size === 0 && !ended) {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
      if (!ended) await settle()
      if (ended) return undefined
      const reasons = [...waiting]
      waiting.clear()
      return reasons
    },
    end() {
      ended = true
      wake()
    },
  }
}
