import { crc32 } from 'node:zlib'
import type { Change } from '../../engine/change-log.ts'
import { WorldError } from '../../engine/world-error.ts'

/** The first line of a state file. It has no checksum, because a later format may use another one. */
export interface Header {
  readonly format: 1
  readonly program: 'koogallery-sandbox'
  /** How many lines after this one were written together at the last compaction. */
  readonly whole: number
}

/** The content of a state file. */
export interface StateFile {
  readonly changes: Change[]
  /** Valid bytes. What follows is a line that was incomplete when the process ended. */
  readonly length: number
  /** Number of valid lines without the header. */
  readonly lines: number
  /** Checksum of the last valid line; that of the next line continues from it. */
  readonly sum: number
}

/** Each line's checksum includes all lines before it, so that a missing line is detected as well as a changed one. */
export function writeLine(changes: readonly Change[], before: number): { readonly bytes: Uint8Array; readonly sum: number } {
  const json = Buffer.from(JSON.stringify(changes))
  const sum = crc32(json, before)
  return { bytes: Buffer.concat([Buffer.from(`${sum.toString(16).padStart(8, '0')} `), json, Buffer.of(10)]), sum }
}

export const writeHeader = (whole: number): Uint8Array =>
  Buffer.from(`${JSON.stringify({ format: 1, program: 'koogallery-sandbox', whole } satisfies Header)}\n`)

/**
 * Reads a state file.
 * @throws WorldError `state.format` for a newer format, `state.broken` with file and line
 */
export function readLines(bytes: Uint8Array, path: string): StateFile {
  const broken = (line: number, what: string) =>
    new WorldError(
      'state.broken',
      `${path}:${line}: ${what}. Nothing was changed. Restore the file from a copy, or move it away to start with new worlds.`,
    )
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const changes: Change[] = []
  let sum = 0
  let line = 0
  let from = 0
  let whole = 0
  for (let end = file.indexOf(10, from); end >= 0; end = file.indexOf(10, from)) {
    const text = file.subarray(from, end)
    line++
    if (line === 1) whole = readHeader(text, path, (what) => broken(1, what))
    else {
      const json = text.subarray(9)
      const stored = text.subarray(0, 9).toString('latin1')
      sum = crc32(json, sum)
      if (stored !== `${sum.toString(16).padStart(8, '0')} `) throw broken(line, 'this line was changed, or a line before it is missing')
      // The checksum guarantees that the line is what was written.
      for (const change of JSON.parse(json.toString('utf8')) as Change[]) changes.push(change)
    }
    from = end + 1
  }
  // A file whose header is incomplete holds no data yet.
  const begun = Buffer.from(writeHeader(0)).subarray(0, file.length).equals(file)
  if (line === 0 && !begun) throw broken(1, 'this is not a state file of koogallery-sandbox')
  if (line > 0 && line - 1 < whole) throw broken(line + 1, `the file ends here, but ${whole} lines were written together`)
  return { changes, length: from, lines: Math.max(0, line - 1), sum }
}

function readHeader(text: Buffer, path: string, broken: (what: string) => Error): number {
  let header: Partial<Record<keyof Header, unknown>>
  try {
    header = JSON.parse(text.toString('utf8')) as typeof header
  } catch {
    throw broken('this is not a state file of koogallery-sandbox')
  }
  if (header?.program !== 'koogallery-sandbox') throw broken('this is not a state file of koogallery-sandbox')
  if (header.format !== 1)
    throw new WorldError('state.format', `${path} has format ${String(header.format)}. This version reads format 1: use a newer version.`)
  return Number(header.whole)
}
