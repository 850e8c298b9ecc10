import { machineSecret, type SystemClock } from '../world/engine/system-clock.ts'
import { WorldError } from '../world/engine/world-error.ts'
import { createLedger, type Ledger } from '../world/persistence/ledger.ts'
import type { Database } from '../world/persistence/postgres/database.ts'
import { createFamilyLog } from '../world/persistence/postgres/family-log.ts'
import { createGroupWriter } from '../world/persistence/postgres/group-writer.ts'
import type { StoredWorlds, Worlds } from '../world/worlds-api.ts'
import type { Ledgers } from '../world/worlds-options.ts'
import type { Needed } from './replicas-api.ts'

/** The world that answers calls which name none. It is always in memory; where this process does not own it, nothing of it is kept. */
const DEFAULT = 'default'

/** A family in memory, written to by this process. */
interface Owned {
  readonly epoch: number
  readonly ledger: Ledger
  usedAt: number
}

/** The families that this process owns. */
export interface Families {
  /** Where worlds write. */
  readonly ledgers: Ledgers
  /** Called once, when the worlds are there. */
  attach(worlds: Worlds): void
  owns(family: string): boolean
  /** Notes that a family was used. */
  touch(family: string): void
  /**
   * Takes a family that no living replica owns, with what is stored of it; a family that does not exist begins.
   * @returns false when another replica owns it
   * @throws WorldError `state.database`, `state.broken`
   */
  take(family: string): Promise<boolean>
  /** Writes what waits, takes a family out of memory and lets others have it. */
  release(family: string): Promise<void>
  /** Takes families out of memory that the database says are not ours any more. */
  compare(): Promise<void>
  /** The family of a call that needs nothing but what is in memory. */
  familyInMemory(needed: Needed): string | undefined
  /** Claims a name for the next world that begins without one. */
  prepare(): Promise<boolean>
  /** A name that was claimed, or one for a fork, which needs no claim. */
  unnamed(root: boolean): string
  /** Families that were not used for that long, milliseconds. */
  idle(ms: number): string[]
  names(): string[]
}

/** What keeping families needs. */
export interface FamiliesOptions {
  readonly database: Database
  readonly systemClock: SystemClock
  /** The incarnation of this process. */
  readonly owner: string
  readonly failed: (error: unknown) => void
}

export function createFamilies({ database, systemClock, owner, failed }: FamiliesOptions): Families {
  const writer = createGroupWriter(database, owner)
  const owned = new Map<string, Owned>()
  const taking = new Map<string, Promise<boolean>>()
  const prepared: string[] = []
  const madeUp = () => `world-${machineSecret().slice(0, 12)}`
  const sheets = new Map<string, string>()
  let worlds: Worlds | undefined

  const stored = (): StoredWorlds => {
    if (!worlds) throw new Error('The worlds are not there yet.')
    return worlds.stored
  }

  /** Takes a family out of memory without writing. The default world continues, unkept. */
  const drop = (family: string) => {
    if (!owned.delete(family)) return
    stored().release(family)
    if (family === DEFAULT) worlds?.open(DEFAULT)
  }

  const claim = async (family: string): Promise<number | undefined> => {
    const [row] = await database.query<{ epoch: string }>(
      `insert into family as f (id, owner) select $1, $2
         where exists (select 1 from replica where incarnation = $2 and lease_until > clock_timestamp())
       on conflict (id) do update set owner = $2, epoch = f.epoch + 1, used = clock_timestamp(), due = null
         where f.owner is null or f.owner = $2
            or not exists (select 1 from replica r where r.incarnation = f.owner and r.lease_until > clock_timestamp())
       returning epoch`,
      [family, owner],
    )
    return row && Number(row.epoch)
  }

  const takeNow = async (family: string): Promise<boolean> => {
    const epoch = await claim(family)
    if (epoch === undefined) return false
    const ledger = createLedger(createFamilyLog({ database, writer, owner, family, epoch, sheets }), systemClock, failed)
    const kept = await ledger.load()
    owned.set(family, { epoch, ledger, usedAt: systemClock.monotonic() })
    ledger.attach({ present: () => stored().present(family), lost: () => drop(family) })
    stored().adopt(kept, family)
    if (family === DEFAULT) worlds?.open(DEFAULT)
    return true
  }

  const take = (family: string): Promise<boolean> => {
    if (owned.has(family)) return Promise.resolve(true)
    const running = taking.get(family) ?? takeNow(family).finally(() => taking.delete(family))
    taking.set(family, running)
    return running
  }

  return {
    ledgers: {
      of(family) {
        const there = owned.get(family)
        if (there || family === DEFAULT) return there?.ledger
        throw new WorldError('state.lost', `The world "${family}" moves to another replica at this moment. Send the request again.`)
      },
      saved: async () => {
        await Promise.all([...owned.values()].map(({ ledger }) => ledger.saved()))
      },
    },
    attach(all) {
      worlds = all
    },
    owns: (family) => owned.has(family),
    touch(family) {
      const there = owned.get(family)
      if (there) there.usedAt = systemClock.monotonic()
    },
    take,
    async release(family) {
      const there = owned.get(family)
      if (!there) return
      const content = stored().of(family)
      const dues = content.worlds.flatMap((name) => worlds?.get(name)?.clock.untilDue() ?? [])
      try {
        await there.ledger.close()
      } finally {
        drop(family)
      }
      const empty = content.worlds.length === 0 && content.snapshots === 0
      await database.query(
        empty
          ? 'delete from family where id = $1 and owner = $2 and epoch = $3 and $4::float8 is null'
          : `update family set owner = null, used = clock_timestamp(), due = clock_timestamp() + $4::float8 * interval '1 ms'
             where id = $1 and owner = $2 and epoch = $3`,
        [family, owner, there.epoch, dues.length === 0 ? null : Math.max(0, Math.min(...dues))],
      )
    },
    async compare() {
      const rows = await database.query<{ id: string; epoch: string }>('select id, epoch from family where owner = $1', [owner])
      const there = new Map(rows.map(({ id, epoch }) => [id, Number(epoch)]))
      for (const [family, { epoch }] of [...owned]) if (there.get(family) !== epoch && !taking.has(family)) drop(family)
    },
    familyInMemory(needed) {
      const family =
        needed.what === 'world'
          ? stored().familyOf(needed.name)
          : needed.what === 'credential'
            ? stored().familyOfCredential(needed.credential)
            : undefined
      return family !== undefined && owned.has(family) ? family : undefined
    },
    async prepare() {
      const name = madeUp()
      if (!(await take(name))) return false
      prepared.push(name)
      return true
    },
    unnamed: (root) => (root ? prepared.shift() : undefined) ?? madeUp(),
    idle(ms) {
      const now = systemClock.monotonic()
      return [...owned].filter(([family, { usedAt }]) => family !== DEFAULT && now - usedAt >= ms).map(([family]) => family)
    },
    names: () => [...owned.keys()],
  }
}
