import { appendFileSync, renameSync, statSync } from 'node:fs'
import type { Audit } from './audit-api.ts'

/** Bytes of a file; then it is renamed, and the one before it goes. */
const LARGEST = 64 * 1024 * 1024

/** Where to write. */
export interface AuditOptions {
  /** A file, or `-` for standard output. */
  readonly target: string
  readonly failed: (error: unknown) => void
  /** Default: 64 MB. */
  readonly largest?: number
}

/** Writes calls of the control API as lines of JSON. */
export function openAudit({ target, failed, largest = LARGEST }: AuditOptions): Audit {
  let size = target === '-' ? 0 : sizeOf(target)
  let told = false

  const append = (line: string) => {
    if (size + line.length > largest && size > 0) {
      renameSync(target, `${target}.1`)
      size = 0
    }
    appendFileSync(target, line, { mode: 0o600 })
    size += line.length
  }

  return {
    write(entry) {
      // What JSON leaves alone may still steer a terminal.
      const line = `${JSON.stringify(entry).replace(/[\x7f-\x9f\u2028-\u202e\u2066-\u2069]/g, escaped)}\n`
      if (target === '-') {
        process.stdout.write(line)
        return
      }
      try {
        append(line)
        told = false
      } catch (error) {
        // Once, not with every call of a full disk.
        if (!told) failed(error)
        told = true
      }
    },
  }
}

function sizeOf(path: string): number {
  try {
    return statSync(path).size
  } catch {
    return 0
  }
}

const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
