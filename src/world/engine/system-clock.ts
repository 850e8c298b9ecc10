import { randomBytes } from 'node:crypto'

/**
 * The machine's time, as opposed to a world's: freshness of signatures, time-outs, delays on a socket.
 * Nothing that is stored in a world may come from here.
 */
export interface SystemClock {
  /** Machine time, epoch milliseconds UTC. */
  now(): number
  /** Milliseconds from an arbitrary origin that never goes back: for measuring how long something took. */
  monotonic(): number
  /** Resolves after `ms` milliseconds of machine time; rejects with the signal's reason when aborted. Keeps the process alive. */
  wait(ms: number, signal?: AbortSignal): Promise<void>
}

/** This machine. */
export const systemClock: SystemClock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  wait: (ms, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(signal.reason)
        return
      }
      const done = () => {
        signal?.removeEventListener('abort', stop)
        resolve()
      }
      const timer = setTimeout(done, ms)
      const stop = () => {
        clearTimeout(timer)
        reject(signal?.reason)
      }
      signal?.addEventListener('abort', stop, { once: true })
    }),
}

/**
 * A promise for the next turn of the event loop, shared by all who wait for the same one. What waits together then runs
 * together, back to back.
 */
export function createTurns(): () => Promise<void> {
  let next: Promise<void> | undefined
  return () => {
    next ??= new Promise((resolve) => {
      setImmediate(() => {
        next = undefined
        resolve()
      })
    })
    return next
  }
}

/** 32 hex digits that nobody can foresee: for what guards this machine, never for what is stored in a world. */
export function machineSecret(): string {
  return randomBytes(16).toString('hex')
}
