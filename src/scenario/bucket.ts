/** A token bucket: full at first, refilled evenly. */
export interface Bucket {
  /** Takes one token; false when there is none. */
  take(now: number): boolean
}

/** @param rate tokens per second; `burst`: how many it holds. `take` gets machine milliseconds that never go backwards. */
export function createBucket({ rate, burst }: { readonly rate: number; readonly burst: number }): Bucket {
  let tokens = burst
  let filled: number | undefined
  return {
    take(now) {
      tokens = Math.min(burst, tokens + ((now - (filled ?? now)) / 1000) * rate)
      filled = now
      if (tokens < 1) return false
      tokens -= 1
      return true
    },
  }
}
