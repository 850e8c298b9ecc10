import { getHeapStatistics } from 'node:v8'
import { LIMITED, LIMITS, type Limits } from './world/limits.ts'

/** Bytes that an order takes with all that follows from it, and that a sandbox takes without any. */
const ORDER = 16_000
const BASE = 100_000_000

/** The share of the memory that the orders of one world may take, and the one from which on no more orders are taken at all. */
const SHARE = 0.5
const FULL = 0.9

/** What one world may hold: what was asked for, else what fits into the memory of this process. */
export function limitsOf(...asked: readonly (Partial<Limits> | undefined)[]): Limits {
  const { heap_size_limit: heap } = getHeapStatistics()
  const fitting = Math.max(1000, Math.floor(((heap - BASE) * SHARE) / ORDER / 100) * 100)
  const limits: Record<string, number> = { ...LIMITS, orders: Math.min(LIMITS.orders, fitting) }
  for (const one of asked) for (const kind of LIMITED) limits[kind] = one?.[kind] ?? limits[kind]!
  return limits as Limits
}

/** Why no more orders are taken, once nearly all memory is used: the process would end in the midst of it. */
export function shortOfMemory(): string | undefined {
  const { used_heap_size: used, heap_size_limit: heap } = getHeapStatistics()
  if (used < FULL * heap) return undefined
  return `The sandbox uses ${Math.round(used / 1e6)} MB of the ${Math.round(heap / 1e6)} MB that Node gives it, too much for another order.`
}
