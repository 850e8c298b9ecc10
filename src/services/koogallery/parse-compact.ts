import { compact } from '../../world/engine/calendar.ts'

/** Epoch milliseconds of `yyyyMMddHHmmss` in UTC; undefined for any other form and for moments that do not exist. */
export function parseCompact(text: string): number | undefined {
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(text)
  if (!parts) return undefined
  const [, year, month, day, hour, minute, second] = parts.map(Number) as [number, number, number, number, number, number, number]
  const at = Date.UTC(year, month - 1, day, hour, minute, second)
  return compact(at) === text ? at : undefined
}
