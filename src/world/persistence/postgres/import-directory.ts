import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createStore } from '../../engine/store.ts'
import { systemClock } from '../../engine/system-clock.ts'
import { WorldError } from '../../engine/world-error.ts'
import { CREDENTIAL_KINDS, credentialsOf } from '../../entities/credentials.ts'
import { familyOf } from '../../families.ts'
import { createEncoder } from '../change-encoder.ts'
import { openDirectoryLog } from '../directory/directory-log.ts'
import { type Kept, type KeptWorld, replay } from '../replay.ts'
import { type Database, openDatabase } from './database.ts'
import { createFamilyLog } from './family-log.ts'
import { createGroupWriter } from './group-writer.ts'
import { requireSchema } from './migrate.ts'
import { credentialHash } from './named-in.ts'
import { createSharedSheets } from './shared-sheets.ts'

/** The names of what was imported. */
export interface Imported {
  readonly worlds: readonly string[]
  readonly snapshots: readonly string[]
}

/** Owns the families until all of them are there. */
const OWNER = 'import'

/**
 * Copies all worlds and snapshots of a directory of `serve --state` into a database, in one transaction. The directory stays as it is.
 * @throws WorldError `state.taken` when a name is there already, `state.directory`, `state.locked`, `state.broken`, `state.database`
 */
export async function importDirectory(url: string, directory: string, version: string): Promise<Imported> {
  const kept = await readDirectory(directory)
  const worlds = kept.worlds.map(({ name }) => name)
  const snapshots = kept.snapshots.map(({ name }) => name)
  const database = openDatabase(url)
  try {
    await requireSchema(database, version)
    await database.transaction(async (query) => {
      // Encoding a large family takes longer than a transaction may be idle.
      await query(`select set_config('idle_in_transaction_session_timeout', '0', true)`)
      await refuseTaken(query, worlds, snapshots)
      const within: Database = { ...database, query, transaction: (work) => work(query) }
      for (const [family, content] of familiesOf(kept)) await importFamily(within, family, content)
    })
  } finally {
    await database.close()
  }
  return { worlds, snapshots }
}

async function readDirectory(directory: string): Promise<Kept> {
  if (!existsSync(join(directory, 'worlds.jsonl')))
    throw new WorldError('state.directory', `${directory} holds no worlds.jsonl. Name the directory of \`serve --state\`.`)
  const log = await openDirectoryLog(directory, { fsync: false })
  try {
    return replay(await log.load(), systemClock)
  } finally {
    await log.close()
  }
}

async function refuseTaken(query: Database['query'], worlds: readonly string[], snapshots: readonly string[]): Promise<void> {
  const rows = await query<{ what: string; name: string }>(
    `select 'world' as what, name from world where name = any ($1::text[])
     union all select 'snapshot', name from snapshot where name = any ($2::text[]) order by 1 desc, 2`,
    [worlds, snapshots],
  )
  if (rows.length === 0) return
  const names = rows.slice(0, 10).map(({ what, name }) => `${what} "${name}"`)
  const more = rows.length > names.length ? ` and ${rows.length - names.length} more` : ''
  throw new WorldError(
    'state.taken',
    `The database already has ${names.join(', ')}${more}. Nothing was imported. Import into a database that no replica has used yet, or copy single worlds with \`koosandbox world export\` and \`import\`.`,
  )
}

function familiesOf({ worlds, snapshots }: Kept): Map<string, { worlds: KeptWorld[]; snapshots: Kept['snapshots'][number][] }> {
  const families = new Map<string, { worlds: KeptWorld[]; snapshots: Kept['snapshots'][number][] }>()
  const of = (family: string) => {
    const there = families.get(family) ?? { worlds: [], snapshots: [] }
    families.set(family, there)
    return there
  }
  for (const one of worlds) of(familyOf(one)).worlds.push(one)
  for (const one of snapshots) of(familyOf({ ...one, name: one.world })).snapshots.push(one)
  return families
}

async function importFamily(database: Database, family: string, content: Kept): Promise<void> {
  const { query } = database
  const [made] = await query<{ epoch: string }>('insert into family (id, owner) values ($1, $2) on conflict do nothing returning epoch', [
    family,
    OWNER,
  ])
  if (!made)
    throw new WorldError('state.taken', `A replica has begun a world "${family}" meanwhile. Nothing was imported. Stop the replicas first.`)
  const log = createFamilyLog({
    database,
    writer: createGroupWriter(database, OWNER),
    owner: OWNER,
    family,
    epoch: Number(made.epoch),
    sheets: createSharedSheets(database),
  })
  await log.append(createEncoder().condense(content).changes)
  const about = content.worlds.map((world) => ({ name: world.name, about: summaryOf(world) }))
  await query(
    `with given as (select * from jsonb_to_recordset($1::jsonb) g (name text, about jsonb))
     update world set about = world.about || given.about from given where world.name = given.name`,
    [JSON.stringify(about)],
  )
  await query(
    `insert into credential select decode(c.id, 'hex'), c.world from jsonb_to_recordset($1::jsonb) c (id text, world text) on conflict do nothing`,
    [JSON.stringify(content.worlds.flatMap(issuedBy))],
  )
  // A replica looks at a live world at once: its planned work may be due.
  const live = content.worlds.some(({ present }) => present.clock.mode === 'live')
  await query('update family set owner = null, due = case when $2 then clock_timestamp() end where id = $1', [family, live])
}

/** What lists show of a world while nobody has it in memory. */
function summaryOf({ present: { sheet, clock } }: KeptWorld) {
  const store = createStore(sheet)
  return { mode: clock.mode, now: clock.now, orders: store.peek('orders', 'all', '').size, facts: store.peek('facts', 'all', '').size }
}

/**
 * The credentials that a world issued itself. Those of its start mean `default`, as in memory: they count for it, since the database
 * would not find them otherwise where the directory had another seed.
 */
function issuedBy({ name, base, present, imported }: KeptWorld): { readonly id: string; readonly world: string }[] {
  const inherited = imported || name === 'default' ? undefined : base.sheet
  const ids = new Set<string>()
  for (let sheet = present.sheet as typeof inherited; sheet && sheet !== inherited; sheet = sheet.parent)
    for (const kind of CREDENTIAL_KINDS)
      for (const entity of sheet.pages.get(kind)?.data.values() ?? [])
        for (const text of credentialsOf(kind, entity ?? undefined)) ids.add(credentialHash(text))
  return [...ids].map((id) => ({ id, world: name }))
}
