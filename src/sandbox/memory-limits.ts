import { getHeapStatistics, setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { LIMITED, LIMITS, type Limits } from '../world/engine/limits.ts'

/** The share of memory from which nothing more is accepted, and the share that may be used until the next collection of garbage. */
export const FULL = 0.75
const STEP = 0.05

/** Number of refusals until garbage is collected again. */
const REFUSALS_UNTIL_COLLECTION = 20

/** Bytes of memory needed for each byte of a body while it is read, checked and kept. */
const WEIGHT = 12

/** Bytes of a body that is worth naming. */
const LARGE = 64 * 1024

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`

/** Bytes of V8's limit that only young objects may use. */
const YOUNG = 48 * 1024 * 1024

/** The limits of one world: later values take precedence. */
export function limitsOf(...asked: readonly (Partial<Limits> | undefined)[]): Limits {
  const limits: Record<string, number> = { ...LIMITS }
  for (const one of asked) for (const kind of LIMITED) limits[kind] = one?.[kind] ?? limits[kind]!
  return limits as Limits
}

/** Watches the memory of this process. */
export interface MemoryWatch {
  /**
   * Says why nothing more is accepted, once too much memory is used: the process would run out of memory. Used memory is measured after garbage
   * is collected, which happens only near the limit.
   * @param size bytes of a body that is to come
   */
  short(size?: number): string | undefined
  /** Something was dropped: memory is measured again. */
  freed(): void
}

export function createMemoryWatch(): MemoryWatch {
  let live = 0
  let refused = 0
  return {
    short(size = 0) {
      const { used_heap_size: used, heap_size_limit: limit } = getHeapStatistics()
      const heap = limit - YOUNG
      const full = FULL * heap - WEIGHT * size
      if (used < full || (live > 0 && live < full && used < live + STEP * heap)) return undefined
      // Collecting blocks everything, so it is not done for each refusal.
      if (refused++ % REFUSALS_UNTIL_COLLECTION === 0) {
        collectGarbage()
        live = getHeapStatistics().used_heap_size
      }
      if (live < full) {
        refused = 0
        return undefined
      }
      const body = size < LARGE ? '' : ` Reading a body of ${megabytes(size)} would take about ${megabytes(WEIGHT * size)} more.`
      return `The sandbox uses ${Math.round(live / 1e6)} MB of the ${Math.round(heap / 1e6)} MB that Node gives it, too much to accept more data.${body} Reset or drop worlds that you do not need, or give Node more memory: NODE_OPTIONS=--max-old-space-size=MEGABYTES.`
    },
    freed() {
      live = 0
      refused = 0
    },
  }
}

function collectGarbage(): void {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
}
