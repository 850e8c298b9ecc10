import type { NumberedFact } from '../entities/facts/facts.ts'
import type { Fired, Outcome, PlannedWork } from './planned-work.ts'

/** What the clock needs of its world. */
export interface Works {
  next(): PlannedWork | undefined
  /** Does one work in its transaction and takes it off the plan. */
  start(planned: PlannedWork): { readonly facts: readonly NumberedFact[]; readonly waiting?: Promise<Outcome> }
  apply(outcome: Outcome): readonly NumberedFact[]
}

/** Work that has started and waits for the outside. */
export interface Waiting {
  readonly fired: Doing
  readonly outcome: Promise<Outcome>
}

/** The same while its outcome may still add facts. */
export interface Doing extends Fired {
  readonly facts: NumberedFact[]
}

/**
 * The one way planned work gets done, for requests, the timer and advance: instant by instant up to `to`, in planned order,
 * work planned on the way included. `standAt` hears each instant before its work; what was done goes into `fired`. Yields after
 * each instant what it has started that waits: whoever walks decides whether time may go on meanwhile.
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
        // Its failure is met when its turn comes; until then it is not "unhandled".
        outcome.catch(() => {})
        waiting.push({ fired: doing, outcome })
      }
    }
    yield waiting
  }
}

/** Applies outcomes in planned order, each once it and all before it are there. Throws the first failure, after the last outcome. */
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
