/** A token bucket: full at first, refilled at a constant rate. */
export interface Bucket {
  /** Takes one token; `false` if there is none. */
  take(now: number): boolean
}

/** @param rate `rate`: tokens per second; `burst`: capacity. `take` needs machine time in milliseconds that never goes back. */
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
