import { getHeapStatistics, setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { LIMITED, LIMITS, type Limits } from './world/limits.ts'

/** The share of the memory from which on no more orders are taken, and the share that may pass until garbage is told from it again. */
const FULL = 0.8
const STEP = 0.05

/** Bytes of the limit that V8 tells which only young things may use. */
const YOUNG = 48 * 1024 * 1024

/** What one world may hold: of what was asked for, the last counts. */
export function limitsOf(...asked: readonly (Partial<Limits> | undefined)[]): Limits {
  const limits: Record<string, number> = { ...LIMITS }
  for (const one of asked) for (const kind of LIMITED) limits[kind] = one?.[kind] ?? limits[kind]!
  return limits as Limits
}

/**
 * Tells why no more orders are taken, once nearly all memory is used: the process would end in the midst of it. What is used counts once garbage
 * is collected, which happens only near the end.
 */
export function createMemoryWatch(): () => string | undefined {
  let live = 0
  return () => {
    const { used_heap_size: used, heap_size_limit: limit } = getHeapStatistics()
    const heap = limit - YOUNG
    if (used < FULL * heap || (live > 0 && live < FULL * heap && used < live + STEP * heap)) return undefined
    collectGarbage()
    live = getHeapStatistics().used_heap_size
    if (live < FULL * heap) return undefined
    return `The sandbox uses ${Math.round(live / 1e6)} MB of the ${Math.round(heap / 1e6)} MB that Node gives it, too much for another order.`
  }
}

function collectGarbage(): void {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
}
