import { parseMediaType } from './media-type.ts'

/** One part of a multipart body. */
export interface FormPart {
  readonly name: string
  readonly fileName: string | undefined
  /** The media type, where the part says it. */
  readonly type: string | undefined
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly bytes: Uint8Array
  text(): string
}

/** Largest number of parts that are read. */
export const MOST_PARTS = 100

/** Largest size of the headers of one part, in bytes. */
const LONGEST_HEAD = 16 * 1024

const LINES = new TextEncoder().encode('\r\n\r\n')

/**
 * Splits a `multipart/form-data` body; `undefined` when the boundary is missing or never occurs. Own code, because
 * the web platform's parser is asynchronous and a behaviour is one synchronous step.
 */
export function parseMultipart(body: Uint8Array, contentType: string): readonly FormPart[] | undefined {
  const { boundary = '' } = parseMediaType(contentType).parameters
  if (boundary === '' || boundary.length > 70) return undefined
  const mark = new TextEncoder().encode(`\r\n--${boundary}`)
  const parts: FormPart[] = []
  // The first boundary may start the body; every other follows a line break, which belongs to the boundary.
  let at = startsWith(body, mark.subarray(2)) ? -2 : find(body, mark, 0)
  if (at === -1) return undefined
  while (parts.length < MOST_PARTS) {
    const start = at + mark.length
    const next = find(body, mark, start)
    if (next < 0) break
    const part = readPart(body.subarray(start, next))
    if (part) parts.push(part)
    at = next
  }
  return parts
}

function readPart(raw: Uint8Array): FormPart | undefined {
  const gap = find(raw, LINES, 0)
  if (gap < 0 || gap > LONGEST_HEAD) return undefined
  const headers: Record<string, string> = Object.create(null)
  for (const line of new TextDecoder().decode(raw.subarray(0, gap)).split('\r\n')) {
    const cut = line.indexOf(':')
    if (cut > 0) headers[line.slice(0, cut).trim().toLowerCase()] = line.slice(cut + 1).trim()
  }
  const { name, filename, 'filename*': encoded } = parseMediaType(headers['content-disposition'] ?? '').parameters
  if (name === undefined) return undefined
  const bytes = raw.subarray(gap + 4)
  return { name, fileName: filename ?? encoded, type: headers['content-type'], headers, bytes, text: () => new TextDecoder().decode(bytes) }
}

function startsWith(bytes: Uint8Array, wanted: Uint8Array): boolean {
  return wanted.every((byte, i) => bytes[i] === byte)
}

/** The next position of `wanted` in `bytes`, or -1. */
function find(bytes: Uint8Array, wanted: Uint8Array, from: number): number {
  const first = wanted[0] as number
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let same = 1
    while (same < wanted.length && bytes[at + same] === wanted[same]) same++
    if (same === wanted.length) return at
  }
  return -1
}
