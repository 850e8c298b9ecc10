import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runner } from 'node-pg-migrate'
import pg from 'pg'
import { WorldError } from '../../engine/world-error.ts'
import { type Database, openDatabase, shownAddress } from './database.ts'

const TABLE = 'migration'

/** How the schema of a database compares with the one of this version. */
export interface SchemaState {
  readonly applied: readonly string[]
  /** Migrations of this version that the database lacks, in order. */
  readonly missing: readonly string[]
  /** Migrations of the database that this version does not know: it was made by a newer version. */
  readonly unknown: readonly string[]
}

/** The names of this version's migrations, in order. */
export function knownMigrations(): string[] {
  return readdirSync(folder())
    .filter((file) => file.endsWith('.sql'))
    .map((file) => file.slice(0, -4))
    .sort()
}

/** @throws WorldError `state.database` */
export async function schemaState(database: Database): Promise<SchemaState> {
  const [there] = await database.query<{ present: boolean }>(`select to_regclass($1) is not null as present`, [TABLE])
  const applied = there?.present
    ? (await database.query<{ name: string }>(`select name from ${TABLE} order by id`)).map(({ name }) => name)
    : []
  const known = knownMigrations()
  return {
    applied,
    missing: known.filter((name) => !applied.includes(name)),
    unknown: applied.filter((name) => !known.includes(name)),
  }
}

/**
 * Brings the schema to this version; others that do so at the same time wait. Returns the names of what was done.
 * @throws WorldError `state.database`; `state.format` when the database belongs to a newer version
 */
export async function migrate(url: string): Promise<string[]> {
  const database = openDatabase(url)
  try {
    refuseNewer(await schemaState(database), database.shown)
  } finally {
    await database.close()
  }
  const address = new URL(url)
  const schema = address.searchParams.get('schema') ?? 'public'
  address.searchParams.delete('schema')
  const client = new pg.Client({ connectionString: address.href, application_name: 'koosandbox', connectionTimeoutMillis: 3_000 })
  try {
    await client.connect()
    const done = await runner({
      dbClient: client,
      dir: folder(),
      direction: 'up',
      migrationsTable: TABLE,
      schema,
      createSchema: schema !== 'public',
      ignorePattern: '(?!.*\\.sql$).*',
      log: () => {},
    })
    return done.map(({ name }) => name)
  } catch (error) {
    throw new WorldError('state.database', `${shownAddress(url)}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    })
  } finally {
    await client.end().catch(() => {})
  }
}

/**
 * Refuses a database whose schema is not the one of this version.
 * @throws WorldError `state.format`
 */
export async function requireSchema(database: Database): Promise<void> {
  const state = await schemaState(database)
  refuseNewer(state, database.shown)
  if (state.missing.length === 0) return
  const what = state.applied.length === 0 ? 'has no tables of a sandbox yet' : `lacks ${state.missing.join(', ')}`
  throw new WorldError('state.format', `${database.shown} ${what}. Run \`koosandbox store migrate --store ADDRESS\` first.`)
}

function refuseNewer({ unknown }: SchemaState, shown: string): void {
  if (unknown.length === 0) return
  throw new WorldError(
    'state.format',
    `${shown} was migrated by a newer version (${unknown.join(', ')}). Use that version; going back is not possible without a copy of the database.`,
  )
}

/** Beside this file in a checkout, beside the bundle in the package. */
function folder(): string {
  return join(dirname(fileURLToPath(import.meta.url)), 'migrations')
}
