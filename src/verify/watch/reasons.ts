/** Why a seller is verified again. Reasons that come while it is being verified wait together for the next time. */
export interface Reasons {
  push(reason: string): void
  /** The reasons since the last call, each once; waits for the first one. Undefined when there will be no more. */
  next(): Promise<readonly string[] | undefined>
  /** Nobody will ask any more; whoever waits is told. */
  end(): void
}

/** @param settle what comes until this resolves belongs to the first one: writing one file is told more than once */
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
