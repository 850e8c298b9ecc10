import type { ConsoleContext } from '../console/console-behaviour.ts'
import type { World } from '../world/world-api.ts'

type Input = ConsoleContext['input']

/**
 * Normalises input of the console: order numbers in any letter case, as searches accept them (S-11); certificate numbers in capital
 * letters, as they are printed (inferred). Refuses texts of blanks only.
 */
export function consoleInput(input: Input, world: World, fail: ConsoleContext['fail']): Input {
  const { path, body } = input as { readonly path: Readonly<Record<string, unknown>>; readonly body?: unknown }
  const blank = blankIn(body, '/body')
  if (blank !== undefined) fail('bad-request', `${blank}: expected text, got blanks.`)
  const orders =
    isObject(body) && Array.isArray(body['orders']) ? [...new Set(body['orders'].map((one) => numberOf(world, one)))] : undefined
  return {
    ...input,
    path: { ...path, ...(typeof path['orderId'] === 'string' ? { orderId: numberOf(world, path['orderId']) } : {}) },
    ...(isObject(body) ? { body: { ...capitals(body), ...(orders ? { orders } : {}) } } : {}),
  } as Input
}

function capitals(body: Readonly<Record<string, unknown>>): object {
  const { certificateNumber: number, mended } = body
  return {
    ...body,
    ...(typeof number === 'string' ? { certificateNumber: number.toUpperCase() } : {}),
    ...(isObject(mended) ? { mended: capitals(mended) } : {}),
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function numberOf(world: World, number: unknown): unknown {
  if (typeof number !== 'string' || world.orders.has(number)) return number
  return world.orders.get(number.toUpperCase())?.id ?? number
}

/** Pointer to the first text that consists of blanks only. */
function blankIn(value: unknown, pointer: string): string | undefined {
  if (typeof value === 'string') return value !== '' && value.trim() === '' ? pointer : undefined
  if (typeof value !== 'object' || value === null) return undefined
  for (const [name, member] of Object.entries(value)) {
    const found = blankIn(member, `${pointer}/${name}`)
    if (found !== undefined) return found
  }
  return undefined
}
