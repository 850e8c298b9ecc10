import { WorldError } from '../world/engine/world-error.ts'
import type { Database } from '../world/persistence/postgres/database.ts'
import { cannotReach, type Reaching, standsApart } from './apart.ts'
import type { SharedClock } from './shared-clock.ts'

/** A running replica. */
export interface Member {
  readonly name: string
  readonly incarnation: string
  /** Where the others reach it. */
  readonly url: string
}

interface LivingMember extends Member, Reaching {
  /** It is stopping, and takes no world any more. */
  readonly leaving: boolean
}

/** This process among the replicas. */
export interface Membership {
  readonly me: Member
  /** Replicas that take worlds, this one included, as of the last renewal. */
  takers(): readonly Member[]
  /** How many are alive, this one included, as of the last renewal. */
  count(): number
  /** Whether the lease of the replica at an address held at the last renewal. */
  lives(url: string): boolean
  /** Notes whether a replica at an address could be reached; the others learn it with the next renewal, which is at once where it could not. */
  reached(url: string, could: boolean): void
  /** Whether the replica at an address could not be reached at the last attempt. */
  misses(url: string): boolean
  /** Addresses of replicas that this one or they themselves could not reach: to be tried. */
  doubtful(): readonly string[]
  /** Whether this process stands apart from most others: it answers for what it owns, hands that over, and takes nothing. */
  apart(): boolean
  /** Whether the replica at an address is alive and cannot be reached, while this one is with most others. */
  cutOff(url: string): boolean
  /** Whether this process may answer: its lease holds, by a clock that never goes back. */
  holds(): boolean
  /** Renews the lease; calls that come meanwhile share one renewal. Resolves to whether it holds now. */
  renew(): Promise<boolean>
  /** This process is stopping: it answers what it owns, and is given nothing new. */
  stop(): Promise<void>
  /** No replica sends calls here any more. */
  leave(): Promise<void>
}

/** How a process joins. */
export interface JoinOptions extends Member {
  readonly database: Database
  readonly clock: SharedClock
  readonly version: string
  /** Milliseconds. */
  readonly lease: number
  /** Called when the lease is renewed after it had ended, before anything is answered: others may have taken what this process owned. */
  readonly regained: () => Promise<void>
}

/** The part of a lease that its owner uses. The rest is for clocks that run at different speeds. */
const USED = 0.8

/** Milliseconds between two looks at a name that another process had. */
const LOOK = 100

/**
 * Joins the replicas of a sandbox.
 * A process that was killed keeps its name until its lease ends: this one waits for that.
 * @throws WorldError `state.locked` when a living replica has the name
 */
export async function join(options: JoinOptions): Promise<Membership> {
  const { database, clock, version, lease, name, incarnation, url, regained } = options
  const me: Member = { name, incarnation, url }
  let living: readonly LivingMember[] = [{ ...me, leaving: false, until: 0, unreached: {}, apart: false }]
  /** Replicas that could not be reached at the last attempt, by incarnation, with the end of their lease then. */
  const missed = new Map<string, number>()
  let apart = false
  let until = 0
  let renewing: Promise<boolean> | undefined
  let stopping = false
  let left = false

  /** Writes the row of this process, unless another living one has the name. Returns until when the lease can be used. */
  const enter = async (): Promise<number | undefined> => {
    const began = clock.monotonic()
    const before = clock.machineNow()
    const rows = await database.query<{ at: number }>(
      `insert into replica (name, incarnation, url, version, lease_until, leaving, unreached, apart)
       values ($1, $2, $3, $4, clock_timestamp() + $5 * interval '1 ms', $6, $7::jsonb, $8)
       on conflict (name) do update set incarnation = excluded.incarnation, url = excluded.url, version = excluded.version,
         started = case when replica.incarnation = excluded.incarnation then replica.started else clock_timestamp() end,
         lease_until = clock_timestamp() + $5 * interval '1 ms', leaving = excluded.leaving,
         unreached = excluded.unreached, apart = excluded.apart
       where replica.incarnation = excluded.incarnation or replica.lease_until < clock_timestamp()
       returning (extract(epoch from clock_timestamp()) * 1000)::float8 as at`,
      [name, incarnation, url, version, lease, stopping, JSON.stringify(Object.fromEntries(missed)), apart],
      lease,
    )
    if (rows[0]) clock.measured(rows[0].at, before, clock.machineNow())
    return rows[0] && began + lease * USED
  }

  const renewNow = async (): Promise<boolean> => {
    try {
      if (left) return false
      const lapsed = clock.monotonic() >= until
      const next = await enter()
      if (next === undefined) return false
      if (lapsed) await regained()
      until = next
      living = await database.query<LivingMember & Readonly<Record<string, unknown>>>(
        `select name, incarnation, url, leaving, unreached, apart, (extract(epoch from lease_until) * 1000)::float8 as until
         from replica where lease_until > clock_timestamp() order by name`,
        [],
        lease,
      )
      for (const one of missed.keys()) if (!living.some(({ incarnation: other }) => other === one)) missed.delete(one)
      apart = standsApart(incarnation, living)
      return clock.monotonic() < until
    } catch (error) {
      if (error instanceof WorldError) return clock.monotonic() < until
      throw error
    } finally {
      renewing = undefined
    }
  }

  const renew = () => {
    renewing ??= renewNow()
    return renewing
  }

  /** Enters, after the lease of a process of that name that was killed has ended. One that is alive renews it meanwhile. */
  const enterFirst = async (): Promise<void> => {
    let seen = Number.POSITIVE_INFINITY
    for (;;) {
      if ((await enter()) !== undefined) return
      const [other] = await database.query<{ url: string; started: Date; until: number; left: number }>(
        `select url, started, (extract(epoch from lease_until) * 1000)::float8 as until,
           (extract(epoch from lease_until - clock_timestamp()) * 1000)::float8 as left
         from replica where name = $1`,
        [name],
      )
      if (other && other.until > seen)
        throw new WorldError(
          'state.locked',
          `A replica named "${name}" is running at ${other.url}, since ${other.started.toISOString()}. Give this one another name: --replica NAME.`,
        )
      seen = other?.until ?? seen
      await clock.wait(Math.min(LOOK, Math.max(1, other?.left ?? 1)))
    }
  }

  await enterFirst()
  await renew()
  return {
    me,
    takers: () => living.filter((one) => !(one.incarnation === incarnation ? stopping || apart : one.leaving || one.apart)),
    count: () => living.length,
    lives: (address) => living.some((one) => one.url === address),
    reached(address, could) {
      for (const { url: one, incarnation: other, until: end } of living) {
        if (one !== address || other === incarnation) continue
        if (could) missed.delete(other)
        else if (!missed.has(other)) {
          missed.set(other, end)
          renew().catch(() => {})
        }
      }
    },
    misses: (address) => living.some(({ url: one, incarnation: other }) => one === address && missed.has(other)),
    doubtful: () =>
      living.flatMap(({ url: one, incarnation: other, unreached }) =>
        other !== incarnation && (missed.has(other) || unreached[incarnation] !== undefined) ? [one] : [],
      ),
    apart: () => apart,
    cutOff(address) {
      const mine = living.find((one) => one.incarnation === incarnation)
      return (
        !apart &&
        mine !== undefined &&
        living.some((one) => one.url === address && cannotReach({ ...mine, unreached: Object.fromEntries(missed) }, one))
      )
    },
    holds: () => !left && clock.monotonic() < until,
    renew,
    async stop() {
      stopping = true
      await renew()
    },
    async leave() {
      left = true
      await database.query('delete from replica where incarnation = $1', [incarnation])
    },
  }
}
