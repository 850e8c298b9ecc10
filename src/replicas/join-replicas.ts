import type { SystemClock } from '../world/engine/system-clock.ts'
import { WorldError } from '../world/engine/world-error.ts'
import { type Database, openDatabase } from '../world/persistence/postgres/database.ts'
import { requireSchema } from '../world/persistence/postgres/migrate.ts'
import type { Worlds } from '../world/worlds-api.ts'
import type { Ledgers } from '../world/worlds-options.ts'
import { chooseOwner } from './choose.ts'
import { createFamilies } from './families.ts'
import { join, type Membership } from './membership.ts'
import { createPassOn } from './pass-on.ts'
import type { Replicas } from './replicas-api.ts'
import { createRoute } from './route.ts'

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
  readonly makeName: (root: boolean) => string
  readonly database: Database
  /** Called once, when the worlds are there. */
  attach(worlds: Worlds): void
  /**
   * Joins the others; from then on calls can be routed.
   * @param url where the others reach this one
   * @throws WorldError `state.locked` when a living replica has the name
   */
  start(url: string): Promise<void>
  /** Hands every family over. */
  close(): Promise<void>
}

const LEASE = 3_000
const IDLE = 10 * 60_000
/** Families taken over in one round. */
const ROUND = 50

/**
 * Opens the store that the replicas of a sandbox share.
 * @param fresh what a new sandbox begins with; one that exists keeps what it has
 * @throws WorldError `state.database`, `state.format`
 */
export async function joinReplicas(options: ReplicaOptions, fresh: SharedSecrets & { readonly secret: string }): Promise<JoinedReplicas> {
  const { systemClock, lease = LEASE, idle = IDLE, failed } = options
  const database = openDatabase(options.store)
  const ended = new AbortController()
  try {
    await requireSchema(database)
    await database.query('insert into sandbox (seed, secret, control_token) values ($1, $2, $3) on conflict do nothing', [
      fresh.seed,
      fresh.secret,
      fresh.controlToken,
    ])
    const [sandbox] = await database.query<{ seed: string; secret: string; control_token: string }>(
      'select seed, secret, control_token from sandbox',
    )
    if (!sandbox) throw new WorldError('state.database', `${database.shown}: the table "sandbox" is empty.`)
    const passOn = createPassOn(sandbox.secret, systemClock)
    const { incarnation, name = incarnation.slice(0, 8) } = options
    const families = createFamilies({ database, systemClock, owner: incarnation, failed })
    let membership: Membership | undefined
    const joined = () => {
      if (!membership) throw new Error('This replica has not joined yet.')
      return membership
    }

    /** Families with work to do that nobody does: their owner died, or work is due while they are in nobody's memory. */
    const abandoned = async () => {
      const rows = await database.query<{ id: string }>(
        `select id from family f
         where (f.owner is not null and not exists (select 1 from replica r where r.incarnation = f.owner and r.lease_until > clock_timestamp()))
            or (f.owner is null and f.due <= clock_timestamp())
         order by f.due nulls last limit $1`,
        [ROUND * joined().living().length],
      )
      const mine = rows.filter(({ id }) => chooseOwner(id, joined().living())?.incarnation === incarnation)
      for (const { id } of mine.slice(0, ROUND)) await families.take(id)
    }

    const round = async () => {
      if (!(await joined().renew())) return
      await families.compare()
      await abandoned()
      for (const family of families.idle(idle)) await families.release(family)
    }

    const keep = async () => {
      while (!ended.signal.aborted) {
        await systemClock.wait(lease / 3, ended.signal).catch(() => {})
        if (!ended.signal.aborted) await round().catch(failed)
      }
    }
    let keeping: Promise<void> | undefined

    return {
      shared: { seed: sandbox.seed, controlToken: sandbox.control_token },
      secret: sandbox.secret,
      passOn,
      holds: () => membership?.holds() ?? false,
      living: () => membership?.living().length ?? 0,
      lease,
      ledgers: families.ledgers,
      makeName: families.unnamed,
      database,
      route: createRoute({ database, membership: joined, families, lease, systemClock }),
      attach: (worlds) => families.attach(worlds),
      async start(url) {
        membership = await join({ ...options, name, url, lease, database })
        keeping = keep()
      },
      async close() {
        ended.abort()
        await keeping
        try {
          // First the families, then the lease: others may take a family as soon as it is free.
          for (const family of families.names()) await families.release(family).catch(failed)
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
