import type { Change } from '../../engine/change-log.ts'
import type { Database } from './database.ts'

/** The content of a sheet. It is never changed. */
export type SheetContent = Extract<Change, { what: 'sheet' }>['put']

/** Finds sheets by their hashes; what the database does not hold is missing. */
export type FindSheets = (hashes: ReadonlySet<string>) => Promise<ReadonlyMap<string, SheetContent>>

/** Sheets that are kept in memory: a start has one for each day. */
const MOST = 50

/** Reads each shared sheet once, so that worlds of the same start share its content in memory. */
export function createSharedSheets(database: Database): FindSheets {
  const known = new Map<string, SheetContent>()
  return async (hashes) => {
    const lacking = [...hashes].filter((hash) => !known.has(hash))
    const found = new Map([...hashes].flatMap((hash) => (known.has(hash) ? [[hash, known.get(hash) as SheetContent]] : [])))
    if (lacking.length === 0) return found
    const rows = await database.query<{ hash: string; body: string }>(
      `select encode(hash, 'hex') as hash, body from sheet where hash = any (select decode(h, 'hex') from unnest($1::text[]) h)`,
      [lacking],
    )
    for (const { hash, body } of rows) {
      // Another family may have brought it meanwhile.
      const content = known.get(hash) ?? (JSON.parse(body) as SheetContent)
      known.set(hash, content)
      found.set(hash, content)
    }
    for (const oldest of known.keys()) {
      if (known.size <= MOST) break
      known.delete(oldest)
    }
    return found
  }
}
