/** Key under which an immutable ("settled") value keeps what was computed from it. Invisible to JSON and to copies. */
const SETTLED: unique symbol = Symbol('settled')

interface Kept {
  /** Its JSON, one character for each byte of UTF-8. */
  bytes?: string
  /** Keys of the checks that this value has passed, one object per check and member. */
  readonly passed: WeakSet<object>
}

/**
 * Declares that a value, with everything in it, never changes again: its JSON and the results of its checks are then kept with it.
 * Lists are answered several times faster this way. Without the call everything works, but slower.
 */
export function withDerived<T extends object>(value: T): T {
  return SETTLED in value ? value : Object.defineProperty(value, SETTLED, { value: { passed: new WeakSet() } satisfies Kept })
}

function keptOf(value: unknown): Kept | undefined {
  return typeof value === 'object' && value !== null ? (value as { [SETTLED]?: Kept })[SETTLED] : undefined
}

/**
 * The JSON of a value, as `JSON.stringify` gives it, as UTF-8 with one character for each byte: a text that needs
 * no more encoding before it is sent. A settled value, and settled items of a list member, are not rendered again.
 */
export function jsonBytes(value: unknown): string {
  const kept = keptOf(value)
  if (kept) {
    kept.bytes ??= byteText(JSON.stringify(value))
    return kept.bytes
  }
  const member = derivedMember(value)
  if (member === undefined) return byteText(JSON.stringify(value))
  const body = value as Record<string, unknown>
  let text = ''
  for (const key of Object.keys(body)) {
    const part = key === member ? listBytes(body[key] as readonly unknown[]) : JSON.stringify(body[key])
    if (part === undefined) continue
    text += `${text === '' ? '{' : ','}${byteText(JSON.stringify(key))}:${key === member ? part : byteText(part)}`
  }
  return `${text}}`
}

function listBytes(items: readonly unknown[]): string {
  let text = '['
  for (const [i, item] of items.entries()) {
    const kept = keptOf(item)
    if (i > 0) text += ','
    if (kept) text += kept.bytes ??= byteText(JSON.stringify(item))
    else text += byteText(JSON.stringify(item) ?? 'null')
  }
  return `${text}]`
}

const encoder = new TextEncoder()
const BEYOND_ASCII = /[^\0-\x7f]/

/** The UTF-8 of a text, one character for each byte. Plain ASCII needs no conversion; most refusals are plain ASCII. */
export function byteText(text: string): string {
  if (!BEYOND_ASCII.test(text)) return text
  const bytes = encoder.encode(text)
  let all = ''
  // In pieces: the number of arguments of a call is limited.
  for (let at = 0; at < bytes.length; at += 8192) all += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return all
}

/** The text from which `byteText` made these bytes. */
export function fromByteText(bytes: string): string {
  if (!BEYOND_ASCII.test(bytes)) return bytes
  return new TextDecoder().decode(Uint8Array.from(bytes, (character) => character.charCodeAt(0)))
}

/** The name of the first member of a body that is a list of settled items. */
export function derivedMember(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  for (const key in value) {
    const list = (value as Record<string, unknown>)[key]
    if (Array.isArray(list) && list.length > 0 && keptOf(list[0])) return key
  }
  return undefined
}

/** Whether a value is settled. */
export const isDerived = (value: unknown): boolean => keptOf(value) !== undefined

/** Whether every item of a list is settled and has passed the check with this key. */
export function allPassed(items: readonly unknown[], place: object): boolean {
  return items.every((item) => keptOf(item)?.passed.has(place))
}

/** Notes that all settled items have passed the check with this key. */
export function markPassed(items: readonly unknown[], place: object): void {
  for (const item of items) keptOf(item)?.passed.add(place)
}
