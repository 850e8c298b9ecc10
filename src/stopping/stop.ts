import { systemClock } from '../world/engine/system-clock.ts'

/** Default of the machine milliseconds that running work may continue after a stop was requested. */
export const DRAIN = 5000

/** How something that runs is stopped. */
export interface Stopping {
  /** Machine milliseconds that running work may continue. */
  readonly drain?: number
  /** Ends the drain before its time. */
  readonly hurry?: AbortSignal
}

/** Runs a stop: `late` is aborted when the drain is over. Keeps no timer once the stop is done. */
export async function drained({ drain = DRAIN, hurry }: Stopping, stop: (late: AbortSignal) => Promise<void>): Promise<void> {
  const late = new AbortController()
  const done = new AbortController()
  const end = () => late.abort()
  if (hurry?.aborted || drain <= 0) end()
  hurry?.addEventListener('abort', end, { once: true })
  systemClock.wait(drain, done.signal).then(end, () => {})
  try {
    await stop(late.signal)
  } finally {
    done.abort()
    hurry?.removeEventListener('abort', end)
  }
}
