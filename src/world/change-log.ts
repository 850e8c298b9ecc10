import type { ClockState } from './clock.ts'
import type { Kind } from './entities.ts'
import type { NumberedFact } from './facts.ts'
import type { PlannedWork } from './plans.ts'
import type { SettingValue } from './settings.ts'

/** One transaction as a store keeps it: the whole of it or nothing of it is true. */
export interface LogEntry {
  readonly seq: number // 1, 2, 3 … in one world
  readonly at: number // world time at commit
  readonly changes: readonly { readonly kind: Kind; readonly id: string; readonly entity: unknown | null }[]
  readonly facts: readonly NumberedFact[]
  readonly plans: readonly { readonly id: string; readonly plan: PlannedWork | null }[]
  readonly counters: Readonly<Record<string, number>>
  readonly settings: Readonly<Record<string, SettingValue>>
  /** Present when the clock was moved or changed its mode. */
  readonly clock?: ClockState
}

/** A whole world as plain data. Later formats are refused by name. */
export interface SavedWorld {
  readonly format: 1
  readonly name: string
  readonly seed: string
  readonly seq: number // the last log entry that is inside
  readonly clock: ClockState
  readonly entities: Readonly<Record<string, readonly unknown[]>>
  readonly facts: readonly NumberedFact[]
  readonly plans: readonly PlannedWork[]
  readonly counters: Readonly<Record<string, number>>
  readonly settings: Readonly<Record<string, SettingValue>>
}

/** What a store gives back: the last snapshot, if any, and the entries after it. */
export interface SavedLog {
  readonly snapshot?: SavedWorld
  readonly entries: readonly LogEntry[]
}

/** The seam for stores: memory, a directory, a database. One log belongs to one world. */
export interface ChangeLog {
  load(): Promise<SavedLog>
  /** Resolves once the entries are as safe as the store makes them. */
  append(entries: readonly LogEntry[]): Promise<void>
  /** Replaces everything up to `snapshot.seq` by the snapshot. */
  compact(snapshot: SavedWorld): Promise<void>
}

/** A log in memory: keeps its entries when asked to, for tests and exports, else forgets them at once. */
export function createMemoryLog(options: { readonly keep?: boolean } = {}): ChangeLog {
  let snapshot: SavedWorld | undefined
  let entries: LogEntry[] = []
  return {
    load: async () => ({ ...(snapshot ? { snapshot } : {}), entries: entries.slice() }),
    async append(more) {
      if (options.keep) entries.push(...more)
    },
    async compact(next) {
      if (!options.keep) return
      snapshot = next
      entries = entries.filter((entry) => entry.seq > next.seq)
    },
  }
}
