import type { NumberedFact } from '../entities/facts/facts.ts'
import type { Plans, WorkName } from '../entities/plans.ts'
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
export type PlanMatch = { [N in WorkName]: { readonly work: N; readonly about?: Partial<Plans[N]> } }[WorkName]

/** Whether planned work is of that name, and so what it is about. */
export function isWork<N extends WorkName>(planned: PlannedWork, work: N): planned is PlannedWork & { readonly about: Plans[N] } {
  return planned.work === work
}

/** Planned work that was run, with the facts it recorded. */
export interface Fired {
  readonly at: number
  readonly work: string
  readonly about: Json
  readonly facts: readonly NumberedFact[]
}
