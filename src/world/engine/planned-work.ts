import type { NumberedFact } from '../entities/facts/facts.ts'
import type { Json } from './json.ts'

/** Work that will be done at a moment of world time. */
export interface PlannedWork {
  readonly id: string // the planning sequence, padded: works of one moment run in the order they were planned
  readonly at: number
  readonly work: string
  readonly about: Json
}

/** What a piece of waiting work does to the world in the end. */
export type Outcome = (() => void) | undefined

/** Which plans to call back: of one work, about something that has at least these members. */
export interface PlanMatch {
  readonly work: string
  readonly about?: Json
}

/** Planned work that was done, with the facts it told. */
export interface Fired {
  readonly at: number
  readonly work: string
  readonly about: Json
  readonly facts: readonly NumberedFact[]
}
