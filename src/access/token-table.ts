import { type Database, openDatabase, type Row } from '../world/persistence/postgres/database.ts'
import { requireSchema } from '../world/persistence/postgres/migrate.ts'
import type { AccessRole, KeptToken } from './access-api.ts'
import type { TokenKeeper } from './token-keeper-api.ts'

interface TokenRow extends Row {
  readonly name: string
  readonly role: AccessRole
  readonly namespace: string | null
  readonly sha256: string
  readonly expires: Date | null
}

/** @throws WorldError `state.database` */
export async function tokensIn(database: Database): Promise<KeptToken[]> {
  const rows = await database.query<TokenRow>('select name, role, namespace, sha256, expires from access_token order by name')
  return rows.map(({ name, role, namespace, sha256, expires }) => ({
    name,
    role,
    sha256,
    ...(namespace === null ? {} : { namespace }),
    ...(expires === null ? {} : { expires: expires.getTime() }),
  }))
}

/**
 * Tokens in the database that replicas share.
 * @throws WorldError `state.database`, `state.format`
 */
export async function openTokenTable(url: string): Promise<TokenKeeper> {
  const database = openDatabase(url)
  await requireSchema(database).catch(async (error: unknown) => {
    await database.close()
    throw error
  })
  return {
    list: () => tokensIn(database),
    async add({ name, role, namespace, sha256, expires }) {
      const added = await database.query(
        `insert into access_token (name, role, namespace, sha256, expires) values ($1, $2, $3, $4, $5)
         on conflict (name) do nothing returning name`,
        [name, role, namespace ?? null, sha256, expires === undefined ? null : new Date(expires)],
      )
      return added.length > 0
    },
    async remove(name) {
      return (await database.query('delete from access_token where name = $1 returning name', [name])).length > 0
    },
    close: () => database.close(),
  }
}
