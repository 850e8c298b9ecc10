import type { Exchange } from '../http/exchange.ts'
import type { SystemClock } from '../world/engine/system-clock.ts'
import type { World } from '../world/world-api.ts'
import type { Amounts, Meter } from './meter.ts'
import type { Metrics } from './metrics-api.ts'

/** Counting in one sandbox, which may begin late. Until then it costs nothing, and nothing is loaded for it. */
export interface Metering {
  exchange(exchange: Exchange): void
  attend(world: World): void
  /** Waits for a write, and counts how long it took. */
  saving<T>(write: () => Promise<T>): Promise<T>
  /** The numbers; the first call begins to count. */
  metrics(): Promise<Metrics>
}

/** @param worlds those that are open when counting begins */
export function createMetering(systemClock: SystemClock, amounts: Amounts, worlds: () => readonly World[]): Metering {
  let meter: Meter | undefined
  let beginning: Promise<Meter> | undefined
  const begin = async (): Promise<Meter> => {
    const { createMeter } = await import('./meter.ts')
    meter = createMeter(amounts)
    for (const world of worlds()) meter.attend(world)
    return meter
  }
  const since = (began: number) => (systemClock.monotonic() - began) / 1000
  return {
    exchange: (exchange) => meter?.exchange(exchange, since(exchange.began)),
    attend: (world) => meter?.attend(world),
    async saving(write) {
      if (!meter) return write()
      const began = systemClock.monotonic()
      try {
        const written = await write()
        meter.saved(since(began), true)
        return written
      } catch (error) {
        meter.saved(since(began), false)
        throw error
      }
    },
    metrics() {
      beginning ??= begin()
      return beginning
    },
  }
}
