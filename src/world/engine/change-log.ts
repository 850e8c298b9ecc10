import type { Kind } from '../entities/entities.ts'
import type { NumberedFact } from '../entities/facts/facts.ts'
import type { ClockState } from './clock-api.ts'
import type { PlannedWork } from './planned-work.ts'
import type { SettingValue } from './settings-api.ts'
import type { Stored } from './store.ts'

/** One committed transaction of a world. It is applied completely or not at all. */
export interface LogEntry {
  readonly at: number // World time of the commit
  readonly changes: readonly { readonly kind: Kind; readonly id: string; readonly entity: unknown | null }[]
  readonly facts: readonly NumberedFact[]
  readonly plans: readonly { readonly id: string; readonly plan: PlannedWork | null }[]
  readonly counters: Readonly<Record<string, number>>
  readonly settings: Readonly<Record<string, SettingValue>>
  /** Present when the clock was moved or its mode changed. */
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

/** Receives what a world commits. */
export interface WorldLog {
  /** Another process may continue the world at any time: what must not happen twice waits until it is stored that it happens. */
  readonly shared?: boolean
  add(entry: LogEntry): void
  /** Resolves when everything added so far is stored. Rejects when storing failed; then none of it is valid any more. */
  saved(): Promise<void>
}

/**
 * One change to the worlds of a sandbox as a store keeps it: plain data that refers to sheets, layers and births by number. Data shared by
 * many worlds is written once; a fork is one line.
 */
export type Change =
  /** Entities, facts and plans on top of another sheet. */
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
  /** The present state of a running world becomes a layer, and a sheet of the same number. */
  | { readonly what: 'frozen'; readonly id: number; readonly birth: number; readonly clock: ClockState }
  /** A world begins, or continues after the log was compacted. `base` is what a reset goes back to, `over` is its present state. */
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
      readonly family?: string
      readonly imported?: boolean
      readonly idle?: number
    }
  | { readonly what: 'entry'; readonly birth: number; readonly entry: LogEntry }
  | { readonly what: 'dropped'; readonly birth: number }
  /** A layer is kept as a snapshot under a name. */
  | {
      readonly what: 'kept'
      readonly snapshot: string
      readonly layer: number
      readonly world: string
      readonly ancestors: readonly string[]
      readonly family?: string
      readonly at: number
    }
  | { readonly what: 'forgotten'; readonly snapshot: string }

/** The interface that stores implement: memory, a directory, a database. One log belongs to one sandbox. */
export interface ChangeLog {
  /**
   * All stored changes in order.
   * @throws WorldError `state.broken`, `state.format`
   */
  load(): Promise<readonly Change[]>
  /** Resolves when all the changes are as durable as the store makes them. When it rejects, none of them is stored. */
  append(changes: readonly Change[]): Promise<void>
  /** Replaces the whole log by equivalent changes. When it rejects, the old log is unchanged. */
  compact(changes: readonly Change[]): Promise<void>
  /** True when compacting would make the log considerably shorter. */
  readonly grown: boolean
  /** Several processes write to it in turn. */
  readonly shared?: boolean
  /** Announces that `close` will follow, so that the next process that wants the same directory can wait for it. */
  stopping?(): void
  close(): Promise<void>
}
