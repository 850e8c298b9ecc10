import { escapeKey } from '../json-pointer.ts'

/** Properties of a JSON text that are not visible after `JSON.parse`. */
export interface Scan {
  /** JSON pointers of members that occur more than once; the last value is used. */
  readonly duplicates: readonly string[]
  readonly depth: number
}

/**
 * Scans JSON text once to find repeated members and the depth of nesting. Never recurses, and stops one level below
 * `deepest`, so that it can run before the parser and twelve million brackets cost nothing. Lists at most
 * ten duplicates. For text that is not JSON the result is arbitrary, but the scan always ends.
 */
export function scanJson(text: string, deepest = Number.POSITIVE_INFINITY): Scan {
  const duplicates: string[] = []
  const stack: { keys: Set<string> | undefined; key: string; index: number }[] = []
  let depth = 0
  let expectKey = false
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (c === 0x22) {
      const end = endOfString(text, i)
      const top = stack[stack.length - 1]
      if (expectKey && top?.keys) {
        const raw = text.slice(i + 1, end)
        const key = raw.includes('\\') ? unescaped(raw) : raw
        if (top.keys.has(key) && duplicates.length < 10) duplicates.push(pointer(stack.slice(0, -1), key))
        top.keys.add(key)
        top.key = key
        expectKey = false
      }
      i = end
    } else if (c === 0x7b || c === 0x5b) {
      stack.push({ keys: c === 0x7b ? new Set() : undefined, key: '', index: 0 })
      if (stack.length > depth) depth = stack.length
      if (depth > deepest) break
      expectKey = c === 0x7b
    } else if (c === 0x7d || c === 0x5d) {
      stack.pop()
      expectKey = false
    } else if (c === 0x2c) {
      const top = stack[stack.length - 1]
      if (top) {
        top.index++
        expectKey = top.keys !== undefined
      }
    }
  }
  return { duplicates, depth }
}

function unescaped(raw: string): string {
  try {
    return JSON.parse(`"${raw}"`) as string
  } catch {
    return raw
  }
}

function endOfString(text: string, start: number): number {
  let i = text.indexOf('"', start + 1)
  while (i > 0) {
    let slashes = 0
    while (text.charCodeAt(i - 1 - slashes) === 0x5c) slashes++
    if (slashes % 2 === 0) return i
    i = text.indexOf('"', i + 1)
  }
  return text.length
}

function pointer(path: readonly { keys: Set<string> | undefined; key: string; index: number }[], last: string): string {
  return [...path.map((step) => (step.keys ? step.key : String(step.index))), last].map((key) => `/${escapeKey(key)}`).join('')
}
