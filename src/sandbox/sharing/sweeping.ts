import type { SystemClock } from '../../world/engine/system-clock.ts'
import type { Worlds } from '../../world/worlds-api.ts'

/** Machine milliseconds between two looks for worlds that nobody uses. */
const PAUSE = 30_000

/**
 * Drops worlds whose time without use is over, from the first world on that has such a time: until then nothing has to be looked at.
 * @param idle machine milliseconds for worlds without a name
 * @returns call it with each new world
 */
export function createSweeping(worlds: () => Worlds, idle: number, systemClock: SystemClock, stop: AbortSignal): (name: string) => void {
  let sweeping = false
  const sweep = async () => {
    while (!stop.aborted) {
      await systemClock.wait(PAUSE, stop)
      worlds().sweep(idle)
    }
  }
  return (name) => {
    if (sweeping) return
    // Worlds that were kept are attached before the worlds are all there.
    queueMicrotask(() => {
      if (sweeping || worlds().info(name)?.idle === undefined) return
      sweeping = true
      sweep().catch(() => {})
    })
  }
}
