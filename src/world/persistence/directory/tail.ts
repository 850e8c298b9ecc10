import { type FileHandle, open } from 'node:fs/promises'
import { join } from 'node:path'

/** The length of a log after the last write. */
export interface Tail {
  readonly length: number
  readonly lines: number
}

/**
 * A file beside a log with the log's length. A log that was cut at the end of a line is valid by itself; only this file shows that records
 * are missing. It is written after the log, so that it never claims more than the log holds. Failing to write it does no harm.
 */
export interface TailFile {
  read(): Promise<Tail | undefined>
  note(tail: Tail): Promise<void>
  close(): Promise<void>
}

/** Size of the file in bytes. It is constant, so that it is overwritten in one piece. */
const SIZE = 64

export async function openTail(directory: string): Promise<TailFile> {
  const path = join(directory, 'worlds.tail')
  const handle: FileHandle | undefined = await open(path, 'r+')
    .catch(() => open(path, 'w+', 0o600))
    .catch(() => undefined)
  // A file that was there before may be readable for everybody.
  await handle?.chmod(0o600).catch(() => {})
  return {
    async read() {
      try {
        const { length, lines } = JSON.parse((await handle?.readFile('utf8')) ?? '') as Partial<Tail>
        return Number.isSafeInteger(length) && Number.isSafeInteger(lines) ? ({ length, lines } as Tail) : undefined
      } catch {
        return undefined
      }
    },
    async note(tail) {
      const text = `${JSON.stringify({ length: tail.length, lines: tail.lines }).padEnd(SIZE - 1)}\n`
      await handle?.write(text, 0).catch(() => {})
    },
    async close() {
      await handle?.close().catch(() => {})
    },
  }
}

/** One line about what a log lacks; undefined when it is complete. `there` is its size in bytes, `good` is the valid part. */
export function missing(path: string, there: number, good: Tail, before: Tail | undefined): string | undefined {
  const lost = before && before.length > good.length ? before : undefined
  const torn = there - good.length
  if (lost) {
    const lines = Math.max(1, lost.lines - good.lines)
    const what = `${lost.length - good.length} bytes (${lines} ${lines === 1 ? 'record' : 'records'}) that were kept are missing or spoilt at its end`
    return `${path}: ${what}. They are dropped; the worlds are as they were before. Bring the file back from a copy if you need them.`
  }
  if (torn > 0)
    return `${path}: the last ${torn} bytes are a record that was not written to its end. They are dropped; nobody was told it was kept.`
  return undefined
}
