import type { NumberedFact } from '../entities/facts/facts.ts'
import type { Fired, Outcome, PlannedWork } from './planned-work.ts'

/** What the clock needs from its world. */
export interface WorkSource {
  next(): PlannedWork | undefined
  /** Runs one plan in its own transaction and removes it. */
  start(planned: PlannedWork): { readonly facts: readonly NumberedFact[]; readonly waiting?: Promise<Outcome> }
  apply(outcome: Outcome): readonly NumberedFact[]
}

/** Work that was started and waits for something outside the process. */
export interface WaitingWork {
  readonly fired: RunningWork
  readonly outcome: Promise<Outcome>
}

/** Started work whose outcome may still add facts. */
export interface RunningWork extends Fired {
  facts: readonly NumberedFact[]
}

/**
 * The only place where planned work is run, for requests, the timer and `advance`: moment by moment up to `to`, in planned order, including
 * work planned on the way. Calls `standAt` with each moment before its work starts, and appends to `fired` what was run. After each moment
 * it yields the started work that is still waiting, so that the caller decides whether time may go on meanwhile.
 */
export function* runDueWork(
  source: WorkSource,
  to: number,
  fired: RunningWork[],
  standAt: (at: number) => void,
): Generator<WaitingWork[], void, void> {
  for (let due = source.next(); due && due.at <= to; due = source.next()) {
    const instant = due.at
    standAt(instant)
    const waiting: WaitingWork[] = []
    for (let work: PlannedWork | undefined = due; work && work.at <= instant; work = source.next()) {
      const running: RunningWork = { at: work.at, work: work.work, about: work.about, facts: [] }
      fired.push(running)
      const { facts, waiting: outcome } = source.start(work)
      running.facts = facts
      if (outcome) {
        // A failure is handled when this outcome is applied; until then it must not count as an unhandled rejection.
        outcome.catch(() => {})
        waiting.push({ fired: running, outcome })
      }
    }
    yield waiting
  }
}

/** Applies outcomes in planned order. Each waits until it and all before it have arrived. After the last one, throws the first failure. */
export async function applyInOrder(source: WorkSource, waiting: readonly WaitingWork[]): Promise<void> {
  const failures: unknown[] = []
  for (const { fired, outcome } of waiting) {
    try {
      fired.facts = [...fired.facts, ...source.apply(await outcome)]
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw failures[0]
}
