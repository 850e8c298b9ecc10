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
  /** The version that ran the last of those, where it is known. */
  readonly newer?: string
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
  const unknown = applied.filter((name) => !known.includes(name))
  const newer = unknown.length === 0 ? undefined : await versionOf(database, unknown)
  return {
    applied,
    missing: known.filter((name) => !applied.includes(name)),
    unknown,
    ...(newer === undefined ? {} : { newer }),
  }
}

/** The version that ran the last of some migrations. */
async function versionOf(database: Database, names: readonly string[]): Promise<string | undefined> {
  const [there] = await database.query<{ present: boolean }>(`select to_regclass('migrated') is not null as present`)
  if (!there?.present) return undefined
  const rows = await database.query<{ version: string }>('select version from migrated where name = any ($1) order by name desc limit 1', [
    names,
  ])
  return rows[0]?.version
}

/**
 * Brings the schema to this version; others that do so at the same time wait. Returns the names of what was done.
 * @throws WorldError `state.database`; `state.format` when the database belongs to a newer version
 */
export async function migrate(url: string, version = 'dev'): Promise<string[]> {
  const database = openDatabase(url)
  try {
    refuseNewer(await schemaState(database), database.shown, version)
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
    const names = done.map(({ name }) => name)
    // As the runner left it, the search path may be another one.
    await client.query(
      `insert into "${schema}".migrated (name, version) select n, $2 from unnest($1::text[]) n on conflict (name) do update set version = excluded.version`,
      [names, version],
    )
    return names
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
export async function requireSchema(database: Database, version = 'dev'): Promise<void> {
  const state = await schemaState(database)
  refuseNewer(state, database.shown, version)
  if (state.missing.length === 0) return
  const what = state.applied.length === 0 ? 'has no tables of a sandbox yet' : `lacks ${state.missing.join(', ')}`
  throw new WorldError('state.format', `${database.shown} ${what}. Run \`koosandbox store migrate --store ADDRESS\` first.`)
}

function refuseNewer({ unknown, newer }: SchemaState, shown: string, version: string): void {
  if (unknown.length === 0) return
  const names = unknown.join(', ')
  throw new WorldError(
    'state.format',
    newer === undefined
      ? `${shown} was migrated by a newer version (${names}). This is koosandbox ${version}: use that version. To go back, restore a copy of the database from before the migration.`
      : `${shown} was migrated by koosandbox ${newer} (${names}). This is koosandbox ${version}: use ${newer} or a newer one. To go back, restore a copy of the database from before the migration.`,
  )
}

/** Beside this file in a checkout, beside the bundle in the package. */
function folder(): string {
  return join(dirname(fileURLToPath(import.meta.url)), 'migrations')
}
