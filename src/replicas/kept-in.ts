import type { Database } from '../world/persistence/postgres/database.ts'
import type { KeptName, KeptNames } from './replicas-api.ts'

/** What the database knows of all worlds and snapshots, and where those are that a living replica has. */
export async function keptIn(database: Database): Promise<KeptNames> {
  const all = (table: string) =>
    database.query<KeptName & { readonly [more: string]: unknown }>(
      `select t.name, t.about, r.url as at from ${table} t join family f on f.id = t.family
         left join replica r on r.incarnation = f.owner and r.lease_until > clock_timestamp() order by t.name`,
    )
  const [worlds, snapshots] = await Promise.all([all('world'), all('snapshot')])
  return { worlds, snapshots }
}
