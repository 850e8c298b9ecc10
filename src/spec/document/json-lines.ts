import type { Keys } from './document-path.ts'

/** A wanted key of a JSON text, with what is wanted below it. `at` is where it was found. */
interface Step {
  at: number | undefined
  readonly below: Map<string, Step>
}

interface Frame {
  /** Wanted keys of this list or object. */
  readonly step: Step | undefined
  readonly names: Set<string> | undefined
  readonly isList: boolean
  key: string
  index: number
}

/** Where places of a JSON text are, and the keys that occur twice. */
export interface JsonLines {
  /** The line of each place; where it does not exist, the line of what would contain it. */
  readonly lines: readonly number[]
  readonly twice: readonly { readonly keys: Keys; readonly line: number }[]
}

/**
 * Finds places of a JSON text in one pass. `JSON.parse` forgets positions; a parser that keeps all of them takes a hundred times as long.
 * @param duplicates also look for keys that occur twice in one object
 */
export function findInJson(text: string, places: readonly Keys[], duplicates = false): JsonLines {
  const root: Step = { at: 0, below: new Map() }
  for (const keys of places) add(root, keys)
  const found: { readonly keys: Keys; readonly at: number }[] = []
  const frames: Frame[] = []
  const enter = (isList: boolean) => {
    const top = frames.at(-1)
    const step = top === undefined ? root : top.step?.below.get(top.isList ? String(top.index) : top.key)
    frames.push({ step, names: duplicates && !isList ? new Set() : undefined, isList, key: '', index: 0 })
  }
  const note = (top: Frame, key: string, at: number) => {
    const step = top.step?.below.get(key)
    // The last of two equal keys is the one that counts.
    if (step) step.at = at
  }
  let isKey = false
  for (let i = 0; i < text.length; i++) {
    const sign = text.charCodeAt(i)
    const top = frames[frames.length - 1]
    if (sign === QUOTE) {
      const end = endOfString(text, i)
      if (isKey && top) {
        if (top.step || top.names) {
          const key = textOf(text.slice(i + 1, end))
          if (top.names?.has(key))
            found.push({ keys: [...frames.slice(0, -1).map((one) => (one.isList ? one.index : one.key)), key], at: i })
          top.names?.add(key)
          top.key = key
          note(top, key, i)
        }
        isKey = false
      } else if (top?.isList) note(top, String(top.index), i)
      i = end
    } else if (sign === OPEN_OBJECT || sign === OPEN_LIST) {
      if (top?.isList) note(top, String(top.index), i)
      enter(sign === OPEN_LIST)
      isKey = sign === OPEN_OBJECT
    } else if (sign === CLOSE_OBJECT || sign === CLOSE_LIST) {
      frames.pop()
      isKey = false
    } else if (sign === COMMA && top) {
      if (top.isList) top.index++
      else isKey = true
    }
  }
  const lineAt = createLineCounter(text)
  return {
    lines: places.map((keys) => lineAt(positionOf(root, keys))),
    twice: found.map(({ keys, at }) => ({ keys, line: lineAt(at) })),
  }
}

const [QUOTE, COMMA, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x22, 0x2c, 0x5b, 0x5d, 0x7b, 0x7d]

/** How deep a JSON text is nested. Cheaper than walking what it contains. */
export function depthOfJson(text: string): number {
  let [depth, deepest] = [0, 0]
  for (let i = 0; i < text.length; i++) {
    const sign = text.charCodeAt(i)
    if (sign === QUOTE) i = endOfString(text, i)
    else if (sign === OPEN_OBJECT || sign === OPEN_LIST) {
      depth++
      if (depth > deepest) deepest = depth
    } else if (sign === CLOSE_OBJECT || sign === CLOSE_LIST) depth--
  }
  return deepest
}

function add(root: Step, keys: Keys): void {
  let step = root
  for (const key of keys) {
    const next: Step = step.below.get(String(key)) ?? { at: undefined, below: new Map() }
    step.below.set(String(key), next)
    step = next
  }
}

function positionOf(root: Step, keys: Keys): number {
  let at = 0
  let step: Step | undefined = root
  for (const key of keys) {
    step = step.below.get(String(key))
    if (step?.at === undefined) return at
    at = step.at
  }
  return at
}

/** Line numbers by position; positions may come in any order. */
export function createLineCounter(text: string): (at: number) => number {
  let starts: number[] | undefined
  return (at) => {
    if (!starts) {
      starts = [0]
      for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1)
    }
    let [low, high] = [0, starts.length]
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((starts[middle] as number) <= at) low = middle
      else high = middle
    }
    return low + 1
  }
}

function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1)
  while (end > 0) {
    let slashes = 0
    while (text.charCodeAt(end - 1 - slashes) === 0x5c) slashes++
    if (slashes % 2 === 0) return end
    end = text.indexOf('"', end + 1)
  }
  return text.length
}

function textOf(raw: string): string {
  if (!raw.includes('\\')) return raw
  try {
    return JSON.parse(`"${raw}"`) as string
  } catch {
    return raw
  }
}
