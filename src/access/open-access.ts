import { statSync } from 'node:fs'
import type { SystemClock } from '../world/engine/system-clock.ts'
import type { Access, KeptToken } from './access-api.ts'
import { type AccessFile, readAccessFile } from './access-file.ts'
import { shownTo } from './token-text.ts'

/** Nothing is limited but by what limits the whole sandbox. */
const UNLIMITED = { allowHosts: [] } as const

/** Machine milliseconds after which the tokens of a database are read again. */
const FRESH = 1000

/** Where the tokens and namespaces of a sandbox are. */
export interface AccessSources {
  readonly file?: string
  /** Reads the tokens of a database. */
  readonly table?: () => Promise<readonly KeptToken[]>
  /** People log in: nobody comes in without a token or a login, even where there are no tokens. */
  readonly logins: boolean
  readonly systemClock: SystemClock
  readonly notice: (text: string) => void
}

/**
 * Tokens and namespaces, read again when they change: a token that is revoked in a file is refused at its next call, one in a database after
 * a second. What cannot be read any more changes nothing, and is told once.
 * @throws SpecFault when a file cannot be read at first
 */
export function openAccess({ file, table, logins, systemClock, notice }: AccessSources): Access {
  let stamp = file === undefined ? '' : stampOf(file)
  let read: AccessFile = file === undefined ? { tokens: [], namespaces: {} } : readAccessFile(file)
  let stored: readonly KeptToken[] = []
  let at = Number.NEGATIVE_INFINITY

  const readFile = (path: string) => {
    const now = stampOf(path)
    if (now === stamp) return
    stamp = now
    try {
      read = readAccessFile(path)
    } catch (error) {
      notice(`The tokens are those from before: ${error instanceof Error ? error.message : String(error)}`)
    }
  }

  return {
    get active() {
      return logins || file !== undefined || stored.length > 0
    },
    async refresh() {
      if (file !== undefined) readFile(file)
      if (!table || systemClock.monotonic() - at < FRESH) return
      at = systemClock.monotonic()
      // Without the database nothing is answered anyway.
      stored = await table().catch(() => stored)
    },
    holderOf: (token) => shownTo([...read.tokens, ...stored], token, systemClock.now()),
    namespaceOf: (name) => (Object.hasOwn(read.namespaces, name) ? (read.namespaces[name] ?? UNLIMITED) : UNLIMITED),
  }
}

/** What changes when a file is written, or replaced by another. */
function stampOf(path: string): string {
  try {
    const { mtimeMs, size, ino } = statSync(path)
    return `${mtimeMs} ${size} ${ino}`
  } catch {
    return 'gone'
  }
}
