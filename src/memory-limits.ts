import { getHeapStatistics } from 'node:v8'
import { LIMITED, LIMITS, type Limits } from './world/limits.ts'

/** The share of the memory from which on no more orders are taken. */
const FULL = 0.9

/** What one world may hold: of what was asked for, the last counts. */
export function limitsOf(...asked: readonly (Partial<Limits> | undefined)[]): Limits {
  const limits: Record<string, number> = { ...LIMITS }
  for (const one of asked) for (const kind of LIMITED) limits[kind] = one?.[kind] ?? limits[kind]!
  return limits as Limits
}

/** Why no more orders are taken, once nearly all memory is used: the process would end in the midst of it. */
export function shortOfMemory(): string | undefined {
  const { used_heap_size: used, heap_size_limit: heap } = getHeapStatistics()
  if (used < FULL * heap) return undefined
  return `The sandbox uses ${Math.round(used / 1e6)} MB of the ${Math.round(heap / 1e6)} MB that Node gives it, too much for another order.`
}
