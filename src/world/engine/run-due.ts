import type { NumberedFact } from '../entities/facts/facts.ts'
import type { Fired, Outcome, PlannedWork } from './planned-work.ts'

/** What the clock needs from its world. */
export interface Works {
  next(): PlannedWork | undefined
  /** Runs one plan in its own transaction and removes it. */
  start(planned: PlannedWork): { readonly facts: readonly NumberedFact[]; readonly waiting?: Promise<Outcome> }
  apply(outcome: Outcome): readonly NumberedFact[]
}

/** Work that was started and waits for something outside the process. */
export interface Waiting {
  readonly fired: Doing
  readonly outcome: Promise<Outcome>
}

/** Started work whose outcome may still add facts. */
export interface Doing extends Fired {
  readonly facts: NumberedFact[]
}

/**
 * The only place where planned work is run, for requests, the timer and `advance`: moment by moment up to `to`, in planned order, including
 * work planned on the way. Calls `standAt` with each moment before its work starts, and appends to `fired` what was run. After each moment
 * it yields the started work that is still waiting, so that the caller decides whether time may go on meanwhile.
 */
export function* runDueWork(works: Works, to: number, fired: Doing[], standAt: (at: number) => void): Generator<Waiting[], void, void> {
  for (let due = works.next(); due && due.at <= to; due = works.next()) {
    const instant = due.at
    standAt(instant)
    const waiting: Waiting[] = []
    for (let work: PlannedWork | undefined = due; work && work.at <= instant; work = works.next()) {
      const doing: Doing = { at: work.at, work: work.work, about: work.about, facts: [] }
      fired.push(doing)
      const { facts, waiting: outcome } = works.start(work)
      doing.facts.push(...facts)
      if (outcome) {
        // A failure is handled when this outcome is applied; until then it must not count as an unhandled rejection.
        outcome.catch(() => {})
        waiting.push({ fired: doing, outcome })
      }
    }
    yield waiting
  }
}

/** Applies outcomes in planned order. Each waits until it and all before it have arrived. After the last one, throws the first failure. */
export async function applyInOrder(works: Works, waiting: readonly Waiting[]): Promise<void> {
  const failures: unknown[] = []
  for (const { fired, outcome } of waiting) {
    try {
      fired.facts.push(...works.apply(await outcome))
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw failures[0]
}
