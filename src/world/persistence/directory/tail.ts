import { type FileHandle, open } from 'node:fs/promises'
import { join } from 'node:path'

/** How long a log was when it was last written to. */
export interface Tail {
  readonly length: number
  readonly lines: number
}

/**
 * Beside a log, how long it is: a log that was cut at the end of a line is a good one, and only this shows that something is missing. Written
 * after the log, so that it never promises what the log does not have; that it cannot be written harms nothing.
 */
export interface TailFile {
  read(): Promise<Tail | undefined>
  note(tail: Tail): Promise<void>
  close(): Promise<void>
}

/** Bytes of it: always the same, so that it is written over in one piece. */
const SIZE = 64

export async function openTail(directory: string): Promise<TailFile> {
  const path = join(directory, 'worlds.tail')
  const handle: FileHandle | undefined = await open(path, 'r+')
    .catch(() => open(path, 'w+', 0o600))
    .catch(() => undefined)
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

/** What a log lacks, in one line; nothing when it has all. `there` are its bytes, `good` what was read of them. */
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
