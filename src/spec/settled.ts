/** Where a value that will never change keeps what was worked out about it. Invisible to JSON and to copies. */
const SETTLED: unique symbol = Symbol('settled')

interface Kept {
  bytes?: Uint8Array
  /** Places (one object per place and check) whose check this value has passed. */
  readonly passed: WeakSet<object>
}

const encoder = new TextEncoder()

/**
 * Promises that a value, and all in it, never changes again: its JSON and the checks it passed are then kept with it.
 * Lists answer several times faster for it; forgetting to call it costs nothing but time.
 */
export function settled<T extends object>(value: T): T {
  return SETTLED in value ? value : Object.defineProperty(value, SETTLED, { value: { passed: new WeakSet() } satisfies Kept })
}

function keptOf(value: unknown): Kept | undefined {
  return typeof value === 'object' && value !== null ? (value as { [SETTLED]?: Kept })[SETTLED] : undefined
}

/** The JSON of a value as UTF-8 bytes; the same text `JSON.stringify` gives. Settled items of a list member are not rendered again. */
export function jsonBytes(value: unknown): Uint8Array {
  const member = settledMember(value)
  if (member === undefined) return encoder.encode(JSON.stringify(value))
  const { [member]: items, ...others } = value as Record<string, unknown>
  const parts: Uint8Array[] = []
  let length = 0
  const add = (bytes: Uint8Array) => {
    parts.push(bytes)
    length += bytes.length
  }
  let first = true
  for (const key of Object.keys(value as object)) {
    const before = `${first ? '{' : ','}${JSON.stringify(key)}:`
    if (key !== member) {
      const text = JSON.stringify(others[key])
      if (text === undefined) continue
      add(encoder.encode(before + text))
    } else {
      add(encoder.encode(`${before}[`))
      for (const [i, item] of (items as unknown[]).entries()) {
        if (i > 0) add(COMMA)
        add(itemBytes(item))
      }
      add(CLOSE)
    }
    first = false
  }
  add(END)
  const all = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

const COMMA = encoder.encode(',')
const CLOSE = encoder.encode(']')
const END = encoder.encode('}')

function itemBytes(item: unknown): Uint8Array {
  const kept = keptOf(item)
  if (!kept) return encoder.encode(JSON.stringify(item) ?? 'null')
  kept.bytes ??= encoder.encode(JSON.stringify(item))
  return kept.bytes
}

/** The first member of a body that is a list of settled items. */
export function settledMember(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  for (const key in value) {
    const list = (value as Record<string, unknown>)[key]
    if (Array.isArray(list) && list.length > 0 && keptOf(list[0])) return key
  }
  return undefined
}

/** Whether every item of a list is settled and has passed the check of this place. */
export function allPassed(items: readonly unknown[], place: object): boolean {
  return items.every((item) => keptOf(item)?.passed.has(place))
}

export function markPassed(items: readonly unknown[], place: object): void {
  for (const item of items) keptOf(item)?.passed.add(place)
}
