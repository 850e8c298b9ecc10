import { openDatabase, type Row } from './database.ts'
import { type SchemaState, schemaState } from './migrate.ts'

/** What a shared store holds. */
export interface StoreStatus {
  readonly schema: SchemaState
  /** Replicas whose lease holds; times are ISO 8601, UTC. */
  readonly replicas: readonly {
    readonly name: string
    readonly url: string
    readonly version: string
    readonly started: string
    readonly worlds: number
  }[]
  readonly worlds: number
  readonly snapshots: number
  /** Worlds that some replica has in memory. */
  readonly inMemory: number
  /** Bytes of all tables with their indexes. */
  readonly bytes: number
}

/** @throws WorldError `state.database` */
export async function storeStatus(url: string): Promise<StoreStatus> {
  const database = openDatabase(url)
  try {
    const schema = await schemaState(database)
    if (schema.applied.length === 0) return { schema, replicas: [], worlds: 0, snapshots: 0, inMemory: 0, bytes: 0 }
    const replicas = await database.query<Row & { name: string; url: string; version: string; started: Date; worlds: string }>(
      `select r.name, r.url, r.version, r.started, count(w.name) as worlds from replica r
         left join family f on f.owner = r.incarnation left join world w on w.family = f.id
       where r.lease_until > clock_timestamp() group by r.name order by r.name`,
    )
    const [counts] = await database.query<Row & { worlds: string; snapshots: string; bytes: string }>(
      `select (select count(*) from world) as worlds, (select count(*) from snapshot) as snapshots,
         (select coalesce(sum(pg_total_relation_size(c.oid)), 0) from pg_class c
           where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace) as bytes`,
    )
    return {
      schema,
      replicas: replicas.map(({ worlds, started, ...about }) => ({ ...about, started: started.toISOString(), worlds: Number(worlds) })),
      worlds: Number(counts?.worlds),
      snapshots: Number(counts?.snapshots),
      inMemory: replicas.reduce((sum, { worlds }) => sum + Number(worlds), 0),
      bytes: Number(counts?.bytes),
    }
  } finally {
    await database.close()
  }
}

/** How many of each were removed. */
export interface Vacuumed {
  readonly worlds: number
  readonly sheets: number
  readonly replicas: number
}

/**
 * Removes what nobody needs: families whose worlds nobody used for `unused` days and that no replica has in memory, the content of starts
 * that no family refers to any more, and replicas that ended a day ago.
 * @param unused days; undefined keeps every world
 * @throws WorldError `state.database`
 */
export async function vacuumStore(url: string, unused: number | undefined): Promise<Vacuumed> {
  const database = openDatabase(url)
  try {
    const worlds =
      unused === undefined
        ? []
        : await database.query(
            `with gone as (delete from family where owner is null and due is null and id <> 'default'
               and used < clock_timestamp() - $1 * interval '1 day' returning id)
             select w.name from world w join gone on gone.id = w.family`,
            [unused],
          )
    // A family that begins at this moment refers to its sheet a moment later.
    const sheets = await database.query(
      `delete from sheet s where made < clock_timestamp() - interval '1 hour'
         and not exists (select 1 from sheet_use u where u.hash = s.hash) returning 1`,
    )
    const replicas = await database.query(`delete from replica where lease_until < clock_timestamp() - interval '1 day' returning 1`)
    return { worlds: worlds.length, sheets: sheets.length, replicas: replicas.length }
  } finally {
    await database.close()
  }
}
