import { createHash } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A token of a test: its text is known, the file holds its SHA-256. */
export interface TestToken {
  readonly token: string
  readonly role: string
  readonly namespace?: string
  readonly expires?: string
}

/** A file for `tokens` in a folder of its own. `write` replaces its content. */
export function tokenFile() {
  const path = join(mkdtempSync(join(tmpdir(), 'koosandbox-tokens-')), 'tokens.yaml')
  const write = (tokens: Readonly<Record<string, TestToken>>, namespaces: object = {}, more: object = {}): string => {
    const listed = Object.entries(tokens).map(([name, { token, ...about }]) => ({
      name,
      ...about,
      sha256: createHash('sha256').update(token).digest('hex'),
    }))
    writeFileSync(path, JSON.stringify({ format: 1, tokens: listed, namespaces, ...more }))
    return path
  }
  return { path, write }
}
