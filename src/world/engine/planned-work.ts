import type { NumberedFact } from '../entities/facts/facts.ts'
import type { Json } from './json.ts'

/** Work that will run at a moment of world time. */
export interface PlannedWork {
  readonly id: string // Planning sequence number, zero-padded: work of the same moment runs in the order it was planned
  readonly at: number
  readonly work: string
  readonly about: Json
}

/** The change that waiting work makes to the world when its result has arrived. */
export type Outcome = (() => void) | undefined

/** Selects plans to cancel: by kind of work, and by members that their payload has at least. */
export interface PlanMatch {
  readonly work: string
  readonly about?: Json
}

/** Planned work that was run, with the facts it recorded. */
export interface Fired {
  readonly at: number
  readonly work: string
  readonly about: Json
  readonly facts: readonly NumberedFact[]
}
