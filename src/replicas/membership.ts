import type { SystemClock } from '../world/engine/system-clock.ts'
import { WorldError } from '../world/engine/world-error.ts'
import type { Database } from '../world/persistence/postgres/database.ts'

/** A running replica. */
export interface Member {
  readonly name: string
  readonly incarnation: string
  /** Where the others reach it. */
  readonly url: string
}

/** This process among the replicas. */
export interface Membership {
  readonly me: Member
  /** All living replicas, this one included, as of the last renewal. */
  living(): readonly Member[]
  /** Whether this process may answer: its lease holds, by a clock that never goes back. */
  holds(): boolean
  /** Renews the lease; calls that come meanwhile share one renewal. Resolves to whether it holds now. */
  renew(): Promise<boolean>
  /** No replica sends calls here any more. */
  leave(): Promise<void>
}

/** How a process joins. */
export interface JoinOptions extends Member {
  readonly database: Database
  readonly systemClock: SystemClock
  readonly version: string
  /** Milliseconds. */
  readonly lease: number
}

/** The part of a lease that its owner uses. The rest is for clocks that run at different speeds. */
const USED = 0.8

/**
 * Joins the replicas of a sandbox.
 * @throws WorldError `state.locked` when a living replica has the name
 */
export async function join(options: JoinOptions): Promise<Membership> {
  const { database, systemClock, version, lease, name, incarnation, url } = options
  const me: Member = { name, incarnation, url }
  let living: readonly Member[] = [me]
  let until = 0
  let renewing: Promise<boolean> | undefined
  let left = false

  /** The row of this process, unless another living one has the name. */
  const enter = async (): Promise<boolean> => {
    const began = systemClock.monotonic()
    const rows = await database.query(
      `insert into replica (name, incarnation, url, version, lease_until)
       values ($1, $2, $3, $4, clock_timestamp() + $5 * interval '1 ms')
       on conflict (name) do update set incarnation = excluded.incarnation, url = excluded.url, version = excluded.version,
         started = case when replica.incarnation = excluded.incarnation then replica.started else clock_timestamp() end,
         lease_until = excluded.lease_until
       where replica.incarnation = excluded.incarnation or replica.lease_until < clock_timestamp()
       returning name`,
      [name, incarnation, url, version, lease],
    )
    if (rows.length > 0) until = began + lease * USED
    return rows.length > 0
  }

  const renewNow = async (): Promise<boolean> => {
    try {
      if (left || !(await enter())) return false
      const rows = await database.query<Member & { [more: string]: unknown }>(
        'select name, incarnation, url from replica where lease_until > clock_timestamp() order by name',
      )
      living = rows.map(({ name, incarnation, url }) => ({ name, incarnation, url }))
      return systemClock.monotonic() < until
    } catch (error) {
      if (error instanceof WorldError) return systemClock.monotonic() < until
      throw error
    } finally {
      renewing = undefined
    }
  }

  if (!(await enter())) {
    const [other] = await database.query<{ url: string; started: Date }>('select url, started from replica where name = $1', [name])
    throw new WorldError(
      'state.locked',
      `A replica named "${name}" is running at ${other?.url}, since ${other?.started.toISOString()}. Give this one another name: --replica NAME.`,
    )
  }
  const membership: Membership = {
    me,
    living: () => living,
    holds: () => !left && systemClock.monotonic() < until,
    renew() {
      renewing ??= renewNow()
      return renewing
    },
    async leave() {
      left = true
      await database.query('delete from replica where incarnation = $1', [incarnation])
    },
  }
  await membership.renew()
  return membership
}
