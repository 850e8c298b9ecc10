import { machineSecret, type SystemClock } from '../world/engine/system-clock.ts'
import { WorldError } from '../world/engine/world-error.ts'
import { createLedger } from '../world/persistence/ledger.ts'
import type { Database } from '../world/persistence/postgres/database.ts'
import { createFamilyLog } from '../world/persistence/postgres/family-log.ts'
import { createGroupWriter } from '../world/persistence/postgres/group-writer.ts'
import { createSharedSheets } from '../world/persistence/postgres/shared-sheets.ts'
import type { MadeSheets } from '../world/persistence/replay.ts'
import type { World } from '../world/world-api.ts'
import type { StoredWorlds, Worlds } from '../world/worlds-api.ts'
import type { Ledgers } from '../world/worlds-options.ts'
import { type Owned, quiet, type Stay } from './owned.ts'
import type { Needed } from './replicas-api.ts'

/** The world that answers calls which name none. It is always in memory; where this process does not own it, nothing of it is kept. */
export const DEFAULT = 'default'

/** The families that this process owns. */
export interface Families {
  /** Where worlds write. */
  readonly ledgers: Ledgers
  /** Called once, when the worlds are there. */
  attach(worlds: Worlds): void
  owns(family: string): boolean
  /** Begins to answer a call of a family that is owned. */
  stay(family: string): Stay
  /**
   * Takes a family that no living replica owns, with what is stored of it; a family that does not exist begins.
   * @returns false when another replica owns it, or this one is stopping
   * @throws WorldError `state.database`, `state.broken`
   */
  take(family: string): Promise<boolean>
  /**
   * Writes what waits, takes a family out of memory and lets others have it. Running calls are waited for.
   * @param late ends the waiting; a family that still has running calls then stays, unless `always`
   * @returns whether it was released
   */
  release(family: string, late: () => boolean, always?: boolean): Promise<boolean>
  /** Takes nothing any more. */
  stop(): void
  /**
   * Takes families out of memory that the database says are not ours any more.
   * @returns families that are ours and not in memory, and those that another replica wants because it cannot reach this one
   */
  compare(): Promise<{ readonly missing: readonly string[]; readonly wanted: readonly string[] }>
  /** The family of a call that needs nothing but what is in memory. */
  familyInMemory(needed: Needed): string | undefined
  /** Claims a name for the next world that begins without one. @param prefix what it begins with */
  prepare(prefix?: string): Promise<string | undefined>
  /** A name that was claimed, or one for a fork, which needs no claim. */
  unnamed(root: boolean, prefix?: string): string
  /** Families that were not used for that long, milliseconds, and the least used ones beyond `most`. */
  idle(ms: number, most: number): string[]
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
  const prepared: { readonly name: string; readonly prefix: string }[] = []
  const madeUp = (prefix: string) => `${prefix}world-${machineSecret().slice(0, 12)}`
  const sheets = createSharedSheets(database)
  const made: MadeSheets = new WeakMap()
  let worlds: Worlds | undefined
  let stopping = false

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

  const takeNow = async (family: string): Promise<boolean> => {
    const [claimed] = await database.query<{ epoch: string | null }>('select claim_family($1, $2) as epoch', [family, owner])
    if (claimed?.epoch == null) return false
    const epoch = Number(claimed.epoch)
    const ledger = createLedger(createFamilyLog({ database, writer, owner, family, epoch, sheets }), systemClock, failed, made)
    const kept = await ledger.load()
    // Its calls run into the failure; the next one takes it again.
    ledger.attach({ present: () => stored().present(family), lost: () => owned.get(family)?.ledger === ledger && drop(family) })
    owned.set(family, { epoch, ledger, usedAt: systemClock.monotonic(), calls: 0 })
    try {
      stored().adopt(kept, family)
    } catch (error) {
      drop(family)
      throw error
    }
    if (family === DEFAULT) worlds?.open(DEFAULT)
    return true
  }

  const take = async (family: string): Promise<boolean> => {
    await owned.get(family)?.releasing
    if (owned.has(family)) return true
    if (stopping) return false
    const running = taking.get(family) ?? takeNow(family).finally(() => taking.delete(family))
    taking.set(family, running)
    return running
  }

  const owns = (family: string) => {
    const there = owned.get(family)
    return there !== undefined && there.releasing === undefined
  }

  const releaseNow = async (family: string, there: Owned, late: () => boolean, always: boolean): Promise<boolean> => {
    const clocks = () =>
      stored()
        .of(family)
        .worlds.flatMap((name) => worlds?.get(name)?.clock ?? [])
    const calm = await quiet(there, Promise.allSettled(clocks().map((clock) => clock.settled())), systemClock, late)
    if (!calm && !always) return false
    await there.ledger.close().catch(failed)
    if (owned.get(family) !== there) return true
    const content = stored().of(family)
    const dues = clocks().flatMap((clock) => clock.untilDue() ?? [])
    const summaries = content.worlds.flatMap((name) => {
      const world = worlds?.get(name)
      return world ? [{ name, about: summaryOf(world) }] : []
    })
    drop(family)
    await database.query(
      `with given as (select g ->> 'name' as name, g -> 'about' as about from jsonb_array_elements($4::jsonb) g)
       update world set about = world.about || given.about from given, family f
         where world.name = given.name and world.family = $1 and f.id = $1 and f.owner = $2 and f.epoch = $3`,
      [family, owner, there.epoch, JSON.stringify(summaries)],
    )
    const empty = content.worlds.length === 0 && content.snapshots === 0
    await database.query(
      empty
        ? 'delete from family where id = $1 and owner = $2 and epoch = $3 and $4::float8 is null'
        : `update family set used = clock_timestamp(), due = clock_timestamp() + $4::float8 * interval '1 ms', wanted = null,
             owner = (select incarnation from replica where incarnation = wanted and lease_until > clock_timestamp() and not leaving)
           where id = $1 and owner = $2 and epoch = $3`,
      [family, owner, there.epoch, dues.length === 0 ? null : Math.max(0, Math.min(...dues))],
    )
    return true
  }

  return {
    ledgers: {
      of(family) {
        const there = owned.get(family)
        if (there || family === DEFAULT) return there?.ledger
        throw new WorldError('state.lost', `The world "${family}" moves to another replica at this moment. Send the request again.`)
      },
      saved: async () => {
        await Promise.all([...owned.values()].flatMap(({ ledger, releasing }) => (releasing ? [] : [ledger.saved()])))
      },
    },
    attach(all) {
      worlds = all
    },
    owns,
    stay(family) {
      const there = owned.get(family) as Owned
      there.usedAt = systemClock.monotonic()
      there.calls++
      return {
        still: () => owned.get(family) === there,
        over() {
          there.calls--
        },
      }
    },
    take,
    async release(family, late, always = false) {
      const there = owned.get(family)
      if (!there) return true
      there.releasing ??= releaseNow(family, there, late, always).finally(() => {
        there.releasing = undefined
      })
      return there.releasing
    },
    stop() {
      stopping = true
    },
    async compare() {
      const before = new Map([...owned].map(([family, { epoch }]) => [family, epoch]))
      const rows = await database.query<{ id: string; epoch: string; wanted: string | null }>(
        'select id, epoch, wanted from family where owner = $1',
        [owner],
      )
      const there = new Map(rows.map(({ id, epoch }) => [id, Number(epoch)]))
      for (const [family, epoch] of before) if (owned.get(family)?.epoch === epoch && there.get(family) !== epoch) drop(family)
      return {
        missing: rows.map(({ id }) => id).filter((id) => !owned.has(id) && !taking.has(id)),
        wanted: rows.flatMap(({ id, wanted }) => (wanted !== null && owned.has(id) ? [id] : [])),
      }
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
    async prepare(prefix = '') {
      const name = madeUp(prefix)
      if (!(await take(name))) return undefined
      prepared.push({ name, prefix })
      return name
    },
    unnamed(root, prefix = '') {
      for (;;) {
        const at = root ? prepared.findIndex((one) => one.prefix === prefix) : -1
        const [claimed] = at < 0 ? [] : prepared.splice(at, 1)
        if (!claimed) return madeUp(prefix)
        if (owns(claimed.name)) return claimed.name
      }
    },
    idle(ms, most) {
      const now = systemClock.monotonic()
      const resting = [...owned].filter(([family, { calls, releasing }]) => family !== DEFAULT && calls === 0 && !releasing)
      const unused = resting.sort(([, a], [, b]) => a.usedAt - b.usedAt)
      const tooMany = owned.size - most
      return unused.filter(([, { usedAt }], n) => now - usedAt >= ms || n < tooMany).map(([family]) => family)
    },
    names: () => [...owned.keys()],
  }
}

/** What lists show of a world while nobody has it in memory. */
const summaryOf = ({ clock, orders, facts }: World) => ({ mode: clock.mode, now: clock.now(), orders: orders.size, facts: facts.count })
