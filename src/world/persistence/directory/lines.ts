import { crc32 } from 'node:zlib'
import type { Change } from '../../engine/change-log.ts'
import { WorldError } from '../../engine/world-error.ts'

/** The first line of a state file, without a checksum: a later format may have another. */
export interface Header {
  readonly format: 1
  readonly program: 'koogallery-sandbox'
  /** How many lines after this one were written in one piece, when the log was last made shorter. */
  readonly whole: number
}

/** What a state file holds. */
export interface Read {
  readonly changes: Change[]
  /** Bytes that are good; what comes after is a line that was being written when the process ended. */
  readonly length: number
  /** How many lines those are, the header's apart. */
  readonly lines: number
  /** Checksum of the last good line, from which that of the next goes on. */
  readonly sum: number
}

/** Each line's checksum covers those before it, so that a line that is missing shows as well as one that was changed. */
export function writeLine(changes: readonly Change[], before: number): { readonly bytes: Uint8Array; readonly sum: number } {
  const json = Buffer.from(JSON.stringify(changes))
  const sum = crc32(json, before)
  return { bytes: Buffer.concat([Buffer.from(`${sum.toString(16).padStart(8, '0')} `), json, Buffer.of(10)]), sum }
}

export const writeHeader = (whole: number): Uint8Array =>
  Buffer.from(`${JSON.stringify({ format: 1, program: 'koogallery-sandbox', whole } satisfies Header)}\n`)

/** Reads a state file. Throws `state.format` for a newer one and `state.broken` naming file and line. */
export function readLines(bytes: Uint8Array, path: string): Read {
  const broken = (line: number, what: string) =>
    new WorldError(
      'state.broken',
      `${path}:${line}: ${what}. Nothing was changed. Bring the file back from a copy, or move it away to begin anew.`,
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
      const told = text.subarray(0, 9).toString('latin1')
      sum = crc32(json, sum)
      if (told !== `${sum.toString(16).padStart(8, '0')} `)
        throw broken(line, 'this line is not as it was written, or one before it is missing')
      // The checksum vouches for what was written.
      for (const change of JSON.parse(json.toString('utf8')) as Change[]) changes.push(change)
    }
    from = end + 1
  }
  // A file that was just being begun has kept nothing yet.
  const begun = Buffer.from(writeHeader(0)).subarray(0, file.length).equals(file)
  if (line === 0 && !begun) throw broken(1, 'this is no state file of koogallery-sandbox')
  if (line > 0 && line - 1 < whole) throw broken(line + 1, `the file ends here; ${whole} lines were written in one piece`)
  return { changes, length: from, lines: Math.max(0, line - 1), sum }
}

function readHeader(text: Buffer, path: string, broken: (what: string) => Error): number {
  let header: Partial<Record<keyof Header, unknown>>
  try {
    header = JSON.parse(text.toString('utf8')) as typeof header
  } catch {
    throw broken('this is no state file of koogallery-sandbox')
  }
  if (header?.program !== 'koogallery-sandbox') throw broken('this is no state file of koogallery-sandbox')
  if (header.format !== 1)
    throw new WorldError('state.format', `${path} is of format ${String(header.format)}; this version reads format 1. Use a newer version.`)
  return Number(header.whole)
}
