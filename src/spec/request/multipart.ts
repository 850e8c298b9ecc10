/** One part of a multipart body. */
export interface FormPart {
  readonly name: string
  readonly fileName: string | undefined
  readonly type: string
  readonly bytes: Uint8Array
  text(): string
}

/** Largest size of the headers of one part, in bytes. */
const LONGEST_HEAD = 16 * 1024

const LINES = new TextEncoder().encode('\r\n\r\n')

/**
 * Splits a `multipart/form-data` body; `undefined` when the boundary is missing or never occurs. Own code, because
 * the web platform's parser is asynchronous and a behaviour is one synchronous step.
 */
export function parseMultipart(body: Uint8Array, contentType: string): readonly FormPart[] | undefined {
  const boundary = /boundary="?([^";]{1,70})"?/i.exec(contentType)?.[1]
  if (!boundary) return undefined
  const mark = new TextEncoder().encode(`\r\n--${boundary}`)
  const parts: FormPart[] = []
  // The first boundary may start the body; every other follows a line break, which belongs to the boundary.
  let at = startsWith(body, mark.subarray(2)) ? -2 : find(body, mark, 0)
  if (at === -1) return undefined
  while (parts.length < 100) {
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
  const head = new TextDecoder().decode(raw.subarray(0, gap))
  const name = /name="([^"]*)"/i.exec(head.replace(/filename="[^"]*"/i, ''))?.[1]
  if (name === undefined) return undefined
  const bytes = raw.subarray(gap + 4)
  return {
    name,
    fileName: /filename="([^"]*)"/i.exec(head)?.[1],
    type: /content-type:\s*([^\r\n]+)/i.exec(head)?.[1]?.trim() ?? 'text/plain',
    bytes,
    text: () => new TextDecoder().decode(bytes),
  }
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
