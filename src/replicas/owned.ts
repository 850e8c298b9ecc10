import type { SystemClock } from '../world/engine/system-clock.ts'
import type { Ledger } from '../world/persistence/ledger.ts'

/** A family in memory, written to by this process. */
export interface Owned {
  readonly epoch: number
  readonly ledger: Ledger
  usedAt: number
  /** Calls that are being answered. */
  calls: number
  /** Set while it is handed over: calls wait for the end of that. */
  releasing?: Promise<boolean> | undefined
}

/** A call that is answered here. */
export interface Stay {
  /** Whether this process still owns what the call needs. To be asked where the answer begins: until then, a family may have been lost. */
  still(): boolean
  /** The answer is there, and what it changed is stored. */
  over(): void
}

/** Milliseconds between two looks whether the last call has ended. */
const LOOK = 10

/**
 * Resolves once no call of a family is being answered and `settled` has resolved; to false once `late` says so.
 * @param settled resolves when the sellers that were called have answered
 */
export async function quiet(owned: Owned, settled: Promise<unknown>, systemClock: SystemClock, late: () => boolean): Promise<boolean> {
  let answered = false
  const end = () => {
    answered = true
  }
  settled.then(end, end)
  // A turn is enough where nothing is under way.
  for (let wait = 0; owned.calls > 0 || !answered; wait = LOOK) {
    if (late()) return false
    await systemClock.wait(wait)
  }
  return true
}
