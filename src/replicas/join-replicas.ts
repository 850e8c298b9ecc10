import type { SystemClock } from '../world/engine/system-clock.ts'
import { WorldError } from '../world/engine/world-error.ts'
import { type Database, openDatabase } from '../world/persistence/postgres/database.ts'
import { requireSchema } from '../world/persistence/postgres/migrate.ts'
import type { Worlds } from '../world/worlds-api.ts'
import type { Ledgers } from '../world/worlds-options.ts'
import { chooseOwner } from './choose.ts'
import { createFamilies } from './families.ts'
import { keptIn } from './kept-in.ts'
import { join, type Membership } from './membership.ts'
import { createPassOn } from './pass-on.ts'
import type { Replicas } from './replicas-api.ts'
import { createRoute } from './route.ts'
import { createSharedClock } from './shared-clock.ts'
import { createTryToReach } from './try-to-reach.ts'

/** How a process joins the replicas of a sandbox. */
export interface ReplicaOptions {
  /** `postgres://…` */
  readonly store: string
  /** Unique among the living replicas. Default: a part of the incarnation. */
  readonly name?: string
  readonly version: string
  readonly systemClock: SystemClock
  /** Unpredictable; a new one for each start. */
  readonly incarnation: string
  /** Milliseconds. Default: 3 seconds. */
  readonly lease?: number
  /** Milliseconds after which a family that nobody uses leaves memory. Default: 10 minutes. */
  readonly idle?: number
  readonly failed: (error: unknown) => void
}

/** What all replicas of a sandbox share. */
export interface SharedSecrets {
  readonly seed: string
  readonly controlToken: string
}

/** This process as one of several replicas. */
export interface JoinedReplicas extends Replicas {
  readonly shared: SharedSecrets
  readonly ledgers: Ledgers
  readonly database: Database
  /** The machine's time, set by the clock of the database. */
  readonly systemClock: SystemClock
  /** Whether this process may do the planned work of a world: it owns it, and its lease holds. */
  works(family: string): boolean
  /**
   * Called once, when the worlds are there.
   * @param most worlds in memory
   */
  attach(worlds: Worlds, most: number): void
  /**
   * Joins the others; from then on calls can be routed.
   * @param url where the others reach this one
   * @throws WorldError `state.locked` when a living replica has the name
   */
  start(url: string): Promise<void>
  /** Begins to hand families over: each as soon as no call of it is being answered. */
  stopping(): void
  /** Hands the rest over. */
  close(): Promise<void>
}

const LEASE = 3_000
const IDLE = 10 * 60_000
/** Families taken over in one round. */
const ROUND = 50
/** The part of the worlds in memory beyond which those that were not used for longest leave. */
const FULL = 0.75

/**
 * Opens the store that the replicas of a sandbox share.
 * @param fresh what a new sandbox begins with; one that exists keeps what it has
 * @throws WorldError `state.database`, `state.format`
 */
export async function joinReplicas(options: ReplicaOptions, fresh: SharedSecrets & { readonly secret: string }): Promise<JoinedReplicas> {
  const { lease = LEASE, idle = IDLE, failed } = options
  const database = openDatabase(options.store)
  const clock = createSharedClock(options.systemClock)
  const ended = new AbortController()
  try {
    await requireSchema(database, options.version)
    await database.query('insert into sandbox (seed, secret, control_token) values ($1, $2, $3) on conflict do nothing', [
      fresh.seed,
      fresh.secret,
      fresh.controlToken,
    ])
    const before = clock.machineNow()
    const [sandbox] = await database.query<{ seed: string; secret: string; control_token: string; at: number }>(
      'select seed, secret, control_token, (extract(epoch from clock_timestamp()) * 1000)::float8 as at from sandbox',
    )
    if (!sandbox) throw new WorldError('state.database', `${database.shown}: the table "sandbox" is empty.`)
    clock.measured(sandbox.at, before, clock.machineNow())
    const passOn = createPassOn(sandbox.secret, clock, lease)
    const { incarnation, name = incarnation.slice(0, 8) } = options
    const families = createFamilies({ database, systemClock: clock, owner: incarnation, failed })
    /** Families whose log cannot be read: they are tried again when somebody asks for them. */
    const broken = new Set<string>()
    let membership: Membership | undefined
    let most = Number.POSITIVE_INFINITY
    const joined = () => {
      if (!membership) throw new Error('This replica has not joined yet.')
      return membership
    }

    const takeAll = async (all: readonly string[]) => {
      for (const family of all.filter((one) => !broken.has(one)).slice(0, ROUND))
        await families.take(family).catch((error: unknown) => {
          broken.add(family)
          failed(error)
        })
    }

    /** Families with work to do that nobody does: their owner died, or work is due while they are in nobody's memory. */
    const abandoned = async () => {
      const takers = joined().takers()
      const rows = await database.query<{ id: string }>(
        `select id from family f
         where (f.owner is not null and not exists (select 1 from replica r where r.incarnation = f.owner and r.lease_until > clock_timestamp()))
            or (f.owner is null and f.due <= clock_timestamp())
         order by f.due nulls last limit $1`,
        [ROUND * Math.max(1, takers.length)],
      )
      await takeAll(rows.map(({ id }) => id).filter((id) => chooseOwner(id, takers)?.incarnation === incarnation))
    }

    const after = (ms: number) => {
      const until = clock.monotonic() + ms
      return () => clock.monotonic() >= until
    }

    const tryToReach = createTryToReach(passOn, joined)
    const others = () =>
      joined()
        .takers()
        .flatMap(({ url, incarnation: one }) => (one === incarnation ? [] : [url]))

    const round = async () => {
      if (!(await joined().renew())) return
      for (const to of joined().doubtful()) void tryToReach(to)
      if (joined().apart()) await Promise.all(families.names().map((family) => families.release(family, after(lease))))
      const { missing, wanted } = await families.compare()
      for (const family of wanted) await families.release(family, after(lease))
      await takeAll(missing)
      await abandoned()
      for (const family of families.idle(idle, most)) await families.release(family, after(lease))
    }

    const keep = async () => {
      while (!ended.signal.aborted) {
        await clock.wait(lease / 3, ended.signal).catch(() => {})
        if (!ended.signal.aborted) await round().catch(failed)
      }
    }
    let keeping: Promise<void> | undefined

    /** Renews the lease while families are handed over. */
    const handOver = async (late: () => boolean, always: boolean) => {
      const over = new AbortController()
      const renewing = (async () => {
        while (!over.signal.aborted) {
          await clock.wait(lease / 3, over.signal).catch(() => {})
          if (!over.signal.aborted) await joined().renew()
        }
      })()
      await Promise.all(families.names().map((family) => families.release(family, late, always).catch(failed)))
      over.abort()
      await renewing
    }
    let handing: Promise<void> | undefined
    let closing = false

    const stopping = () => {
      ended.abort()
      families.stop()
      handing ??= (async () => {
        await keeping
        await membership?.stop().catch(failed)
        if (membership) await handOver(() => closing, false)
      })()
    }

    return {
      shared: { seed: sandbox.seed, controlToken: sandbox.control_token },
      secret: sandbox.secret,
      systemClock: clock,
      works: (family) => families.owns(family) && joined().holds(),
      passOn,
      holds: () => membership?.holds() ?? false,
      living: () => membership?.count() ?? 0,
      lease,
      get url() {
        return joined().me.url
      },
      lives: (url) => joined().lives(url),
      others,
      unanswered(url, connected) {
        if (!connected) joined().reached(url, false)
        // Where one cannot be reached, this process itself may be cut off.
        for (const to of connected ? [url] : others()) if (!joined().misses(to)) void tryToReach(to)
      },
      misses: (url) => joined().misses(url),
      cutOff: (url) => joined().cutOff(url),
      apart: () => membership?.apart() ?? false,
      kept: () => keptIn(database),
      async want(family) {
        await database
          .query('update family set wanted = $2 where id = $1 and owner is not null and owner <> $2', [family, incarnation], lease)
          .catch(failed)
      },
      ledgers: families.ledgers,
      makeName: families.unnamed,
      database,
      ...createRoute({ database, membership: joined, families, lease, systemClock: clock }),
      attach(worlds, mostWorlds) {
        families.attach(worlds)
        most = Math.max(1, Math.floor(FULL * mostWorlds))
      },
      async start(url) {
        membership = await join({ ...options, clock, name, url, lease, database, regained: async () => void (await families.compare()) })
        keeping = keep()
      },
      stopping,
      async close() {
        closing = true
        stopping()
        await handing
        try {
          if (membership) await handOver(() => true, true)
          // First the families, then the lease: others may take a family as soon as it is free.
          await membership?.leave().catch(failed)
        } finally {
          passOn.close()
          await database.close()
        }
      },
    }
  } catch (error) {
    await database.close()
    throw error
  }
}
