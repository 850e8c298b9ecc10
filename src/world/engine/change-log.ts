import type { Kind } from '../entities/entities.ts'
import type { NumberedFact } from '../entities/facts/facts.ts'
import type { ClockState } from './clock-api.ts'
import type { PlannedWork } from './planned-work.ts'
import type { SettingValue } from './settings.ts'
import type { Stored } from './store.ts'

/** One transaction of a world: the whole of it or nothing of it is true. */
export interface LogEntry {
  readonly at: number // world time at commit
  readonly changes: readonly { readonly kind: Kind; readonly id: string; readonly entity: unknown | null }[]
  readonly facts: readonly NumberedFact[]
  readonly plans: readonly { readonly id: string; readonly plan: PlannedWork | null }[]
  readonly counters: Readonly<Record<string, number>>
  readonly settings: Readonly<Record<string, SettingValue>>
  /** Present when the clock was moved or changed its mode. */
  readonly clock?: ClockState
}

/** A whole world as plain data. */
export interface SavedWorld {
  readonly format: 1
  readonly name: string
  readonly seed: string
  readonly clock: ClockState
  readonly entities: Readonly<Record<string, readonly unknown[]>>
  readonly facts: readonly NumberedFact[]
  readonly plans: readonly PlannedWork[]
  readonly counters: Readonly<Record<string, number>>
  readonly settings: Readonly<Record<string, SettingValue>>
}

/** Where a world writes what it commits. */
export interface WorldLog {
  add(entry: LogEntry): void
  /** Resolves once all that was added is kept; rejects when that failed, and then nothing of it is true any more. */
  saved(): Promise<void>
}

/**
 * One thing that happened to the worlds of a sandbox, as a store keeps it: plain data that speaks of sheets, layers and births by
 * numbers. What many worlds stand on is written once; a fork is one line.
 */
export type Change =
  /** Entities, facts and plans over those of another sheet. */
  | {
      readonly what: 'sheet'
      readonly id: number
      readonly over?: number
      readonly put: Readonly<Record<string, readonly Stored[]>>
      readonly gone: Readonly<Record<string, readonly string[]>>
    }
  /** A frozen world. */
  | {
      readonly what: 'layer'
      readonly id: number
      readonly sheet: number
      readonly world?: string
      readonly seed: string
      readonly clock: ClockState
      readonly counters: Readonly<Record<string, number>>
      readonly settings: Readonly<Record<string, SettingValue>>
    }
  /** The present of a living world becomes a layer, and a sheet of the same number. */
  | { readonly what: 'frozen'; readonly id: number; readonly birth: number; readonly clock: ClockState }
  /** A world begins (or goes on after the log was made shorter): born over `base`, now over `over`. */
  | {
      readonly what: 'born'
      readonly birth: number
      readonly world: string
      readonly base: number
      readonly over: number
      readonly clock: ClockState
      readonly named: boolean
      readonly start?: string
      readonly ancestors: readonly string[]
      readonly imported?: boolean
    }
  | { readonly what: 'entry'; readonly birth: number; readonly entry: LogEntry }
  | { readonly what: 'dropped'; readonly birth: number }
  /** A layer is kept under a name. */
  | {
      readonly what: 'kept'
      readonly snapshot: string
      readonly layer: number
      readonly world: string
      readonly ancestors: readonly string[]
      readonly at: number
    }
  | { readonly what: 'forgotten'; readonly snapshot: string }

/** The seam for stores: memory, a directory, a database. One log belongs to one sandbox. */
export interface ChangeLog {
  /** All that is kept, in order. Throws `state.broken`, `state.format`. */
  load(): Promise<readonly Change[]>
  /** Resolves once the changes are as safe as the store makes them: all of them, or rejects and none. */
  append(changes: readonly Change[]): Promise<void>
  /** Replaces everything by changes that come to the same; rejects and leaves everything as it was. */
  compact(changes: readonly Change[]): Promise<void>
  /** True when making it shorter would pay. */
  readonly grown: boolean
  /** `close` will follow: whoever wants the same place next may wait for it. */
  stopping?(): void
  close(): Promise<void>
}

/** A log in memory, for tests. */
export function createMemoryLog(): ChangeLog & { changes: Change[]; grown: boolean } {
  return {
    changes: [],
    grown: false,
    async load() {
      return this.changes.slice()
    },
    async append(more) {
      // What a file would give back: no identity is kept.
      this.changes.push(...(JSON.parse(JSON.stringify(more)) as Change[]))
    },
    async compact(changes) {
      this.changes = JSON.parse(JSON.stringify(changes)) as Change[]
      this.grown = false
    },
    async close() {},
  }
}
