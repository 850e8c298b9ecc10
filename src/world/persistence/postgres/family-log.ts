import { createHash } from 'node:crypto'
import type { Change, ChangeLog } from '../../engine/change-log.ts'
import { WorldError } from '../../engine/world-error.ts'
import { type Database, isRefused } from './database.ts'
import type { GroupWriter } from './group-writer.ts'
import { namedIn } from './named-in.ts'
import type { FindSheets } from './shared-sheets.ts'

/** A log is compacted when it has this many characters since it was last short. */
const SMALL = 512 * 1024
/** A sheet that many families share, as a log refers to it. */
interface SharedSheet {
  readonly what: 'shared'
  readonly id: number
  readonly hash: string
}

type Written = Change | SharedSheet

/** The log of one family of worlds, for the owner of an epoch. */
export interface FamilyLogOptions {
  readonly database: Database
  readonly writer: GroupWriter
  readonly owner: string
  readonly family: string
  readonly epoch: number
  /** Finds shared sheets by their hashes, for all families of the process. */
  readonly sheets: FindSheets
  /** Characters below which it is not compacted. */
  readonly small?: number
}

/** Opens the log of a family that this process owns. Appends of a former owner are refused by the database. */
export function createFamilyLog({ database, writer, owner, family, epoch, sheets, small = SMALL }: FamilyLogOptions): ChangeLog {
  const births = new Map<number, string>()
  /** Shared sheets that the database knows to be used by this family. */
  const referred = new Set<string>()
  let seq = 0
  let length = 0
  let threshold = small
  let closed = false
  let unsure = false

  const mustBeOpen = () => {
    if (unsure) throw new WorldError('state.lost', `What is stored of the world "${family}" has to be read again. Send the request again.`)
    if (closed) throw new WorldError('state.closed', `The log of "${family}" is closed.`)
  }

  /** Replaces the sheets of starting worlds by references; each is stored once for all families. */
  const share = async (changes: readonly Change[]): Promise<Written[]> => {
    const starts = sheetsOfStarts(changes)
    const written: Written[] = []
    for (const change of changes) {
      if (change.what !== 'sheet' || !starts.has(change.id)) {
        written.push(change)
        continue
      }
      const text = JSON.stringify(change.put)
      const hash = createHash('sha256').update(text).digest('hex')
      if (!referred.has(hash)) {
        await database.query(
          // Touching the row keeps a vacuum that runs at the same time from removing it.
          `with s as (insert into sheet values (decode($1, 'hex'), $2) on conflict (hash) do update set made = clock_timestamp())
           insert into sheet_use values (decode($1, 'hex'), $3) on conflict do nothing`,
          [hash, text, family],
        )
        referred.add(hash)
      }
      written.push({ what: 'shared', id: change.id, hash })
    }
    return written
  }

  const unshare = async (written: readonly Written[]): Promise<Change[]> => {
    const needed = new Set(written.flatMap((one) => (one.what === 'shared' ? [one.hash] : [])))
    const found = await sheets(needed)
    return written.map((one): Change => {
      if (one.what !== 'shared') return one
      const put = found.get(one.hash)
      if (put === undefined)
        throw new WorldError('state.broken', `The log of "${family}" refers to the sheet ${one.hash}, which the database does not hold.`)
      return { what: 'sheet', id: one.id, put, gone: {} }
    })
  }

  return {
    shared: true,
    async load() {
      mustBeOpen()
      const rows = await database.query<{ seq: string; body: string }>('select seq, body from log where family = $1 order by seq', [family])
      length = rows.reduce((sum, { body }) => sum + body.length, 0)
      threshold = Math.max(small, threshold)
      seq = Number(rows.at(-1)?.seq ?? 0)
      const changes = await unshare(rows.flatMap(({ body }) => JSON.parse(body) as Written[]))
      births.clear()
      namedIn(changes, births)
      return changes
    },
    async append(changes) {
      mustBeOpen()
      // Read first: what is shared is not read again.
      const named = namedIn(changes, births)
      const body = JSON.stringify(await share(changes))
      await writer.append({ family, epoch, seq: ++seq, body, named })
      length += body.length
    },
    async compact(changes) {
      mustBeOpen()
      const body = JSON.stringify(await share(changes))
      const last = seq + 1
      // Until it is known to have failed: if the shorter log was stored after all, what refers to the longer one must not follow it.
      unsure = true
      const store = database.transaction(async (query) => {
        const mine = await query('select 1 from family where id = $1 and owner = $2 and epoch = $3 for update', [family, owner, epoch])
        if (mine.length === 0) throw new WorldError('state.lost', `Another replica continues the world "${family}" now.`)
        await query('delete from log where family = $1', [family])
        await query('insert into log values ($1, $2, $3, $4)', [family, last, epoch, body])
      })
      await store.catch((error: unknown) => {
        unsure = !isRefused(error)
        throw error
      })
      unsure = false
      seq = last
      length = body.length
      threshold = Math.max(small, 2 * length)
    },
    get grown() {
      return length > threshold
    },
    async close() {
      closed = true
    },
  }
}

/** The sheets of starting worlds: what many families have in common. */
function sheetsOfStarts(changes: readonly Change[]): Set<number> {
  const starts = new Set(changes.flatMap((one) => (one.what === 'born' && !one.imported && one.ancestors.length === 0 ? [one.base] : [])))
  const sheets = changes.flatMap((one) => (one.what === 'layer' && one.world === undefined && starts.has(one.id) ? [one.sheet] : []))
  return new Set(
    sheets.filter((id) => changes.some((one) => one.what === 'sheet' && one.id === id && one.over === undefined && isPlain(one.gone))),
  )
}

const isPlain = (gone: Readonly<Record<string, unknown>>) => Object.keys(gone).length === 0
