import type { Flat } from './flatten.ts'
import { decimals } from './merge.ts'

/** A number within the limits of its schema. `share` in [0, 1) says where. */
export function numberFor(node: Flat, integer: boolean, share: number, foreign: boolean): number {
  const usual = integer ? Math.round(usualNumber(node, share, 100)) : Math.round(usualNumber(node, share, 1000) * 100) / 100
  if (!foreign || fits(usual, node, integer)) return usual
  const [low, high] = limits(node)
  const step = typeof node.multipleOf === 'number' ? node.multipleOf : undefined
  if (step !== undefined) return multiple(node, integer, step, low, high, share)
  if (integer) {
    const [from, to] = [Math.ceil(low), Math.floor(high)]
    const value = from + Math.floor(share * (Math.min(to, from + 1000) - from + 1))
    return [value, from, to, from + 1, to - 1].find((one) => fits(one, node, true)) ?? from
  }
  const span = high - low
  for (let digits = 0; digits <= 15; digits++) {
    const value = Number((low + span * (0.1 + 0.8 * share)).toFixed(digits))
    if (fits(value, node, false)) return value
  }
  return [low + span / 2, low, high].find((one) => fits(one, node, false)) ?? low
}

function usualNumber(node: Flat, share: number, high: number): number {
  const least = Number(node.minimum ?? (node.exclusiveMinimum !== undefined ? Number(node.exclusiveMinimum) + 1 : 0))
  const most = Number(node.maximum ?? (node.exclusiveMaximum !== undefined ? Number(node.exclusiveMaximum) - 1 : Math.max(high, least)))
  return least + share * (most - least)
}

/** Limits without those that are not limited: then a hundred above or below the other. */
function limits(node: Flat): readonly [low: number, high: number] {
  const least = Math.max(Number(node.minimum ?? Number.NEGATIVE_INFINITY), Number(node.exclusiveMinimum ?? Number.NEGATIVE_INFINITY))
  const most = Math.min(Number(node.maximum ?? Number.POSITIVE_INFINITY), Number(node.exclusiveMaximum ?? Number.POSITIVE_INFINITY))
  const low = Number.isFinite(least) ? least : Number.isFinite(most) ? Math.min(0, most - 100) : 0
  return [low, Number.isFinite(most) ? most : Math.max(100, low + 100)]
}

function multiple(node: Flat, integer: boolean, step: number, low: number, high: number, share: number): number {
  const [from, to] = [Math.ceil(low / step), Math.floor(high / step)]
  const digits = Math.min(20, decimals(step))
  const span = Math.max(0, Math.min(to - from, 1000))
  const first = Math.floor(share * (span + 1))
  let nearest = Number((from * step).toFixed(digits))
  for (let i = 0; i <= span; i++) {
    const value = Number(((from + ((first + i) % (span + 1))) * step).toFixed(digits))
    if (!fits(value, node, integer)) continue
    // Other checkers divide in binary, where 0.07 is no multiple of 0.01.
    if (Number.isInteger(value / step)) return value
    nearest = value
  }
  return nearest
}

function fits(value: number, node: Flat, integer: boolean): boolean {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, format } = node as Readonly<Record<string, number | undefined>>
  if (!Number.isFinite(value) || (integer && !Number.isInteger(value))) return false
  if (minimum !== undefined && value < minimum) return false
  if (maximum !== undefined && value > maximum) return false
  if (exclusiveMinimum !== undefined && value <= exclusiveMinimum) return false
  if (exclusiveMaximum !== undefined && value >= exclusiveMaximum) return false
  if ((format as unknown) === 'int32' && Math.abs(value) > 2147483647) return false
  return multipleOf === undefined || Number.isInteger(value / multipleOf)
}
