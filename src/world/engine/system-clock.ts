import { randomBytes } from 'node:crypto'

/**
 * The machine's time, as opposed to a world's time: for the freshness of signatures, time-outs and delays on a socket. Never store it in a
 * world.
 */
export interface SystemClock {
  /** Epoch milliseconds UTC. */
  now(): number
  /** Milliseconds from an arbitrary origin, never going backwards. For measuring durations. */
  monotonic(): number
  /** Resolves after `ms` milliseconds; rejects with the signal's reason when aborted. Keeps the process alive. */
  wait(ms: number, signal?: AbortSignal): Promise<void>
}

/** The clock of this machine. */
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
 * A promise for the next turn of the event loop, shared by all callers that wait for the same turn. They then run directly after each
 * other.
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

/** 32 unpredictable hex digits. For secrets of this machine; never store them in a world. */
export function machineSecret(): string {
  return randomBytes(16).toString('hex')
}
