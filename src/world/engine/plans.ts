import { didYouMean } from '../../language/did-you-mean.ts'
import type { NumberedFact } from '../entities/facts/facts.ts'
import { subjects } from '../entities/indexes.ts'
import type { WorkTable, World } from '../world-api.ts'
import { formatUtc } from './calendar.ts'
import type { Json } from './json.ts'
import type { Outcome, PlannedWork } from './planned-work.ts'
import { idAt, slice } from './sorted-list.ts'
import type { Store } from './store.ts'
import { WorldError } from './world-error.ts'

/** `PlanMatch` for any name: `World.unplan` gives names their payloads. */
interface Match {
  readonly work: string
  readonly about?: Json | undefined
}

/** A handler, found by the name of a plan. */
type Handler = (world: World, about: Json, planned: PlannedWork) => undefined | Promise<Outcome>

function matches(plan: PlannedWork, match: Match): boolean {
  return plan.work === match.work && (match.about === undefined || covers(plan.about, match.about))
}

function covers(whole: Json | undefined, part: Json | undefined): boolean {
  if (part === whole) return true
  if (typeof part !== 'object' || part === null || typeof whole !== 'object' || whole === null) return false
  if (Array.isArray(part) !== Array.isArray(whole)) return false
  if (Array.isArray(part) && part.length !== (whole as readonly Json[]).length) return false
  return Object.entries(part).every(([name, value]) => covers((whole as Readonly<Record<string, Json>>)[name], value))
}

/** The planned work of one world. */
export interface Planner {
  plan(at: number, work: string, about: Json): PlannedWork
  unplan(match: Match): number
  /** The first `most` plans in the order in which they will run. */
  upcoming(most?: number): PlannedWork[]
  next(): PlannedWork | undefined
  /**
   * Runs one plan. The plan is removed in any case; its changes are kept only when it succeeds.
   * @throws WorldError `work.failed`
   */
  start(planned: PlannedWork, world: World): { readonly facts: readonly NumberedFact[]; readonly waiting?: Promise<Outcome> }
}

/** The planner of one world. Plans are kept in its store. */
export function createPlanner(server: {
  readonly store: Store
  readonly work: WorkTable
  readonly write: (kind: string, id: string, entity: PlannedWork | undefined) => void
  readonly record: (work: () => void) => readonly NumberedFact[]
  readonly next: (kind: string) => number
  readonly now: () => number
}): Planner {
  const { store, write } = server
  // `World.plan` gives each name its own payload, so a handler found by name can read it.
  const work = server.work as unknown as Readonly<Record<string, Handler>>
  // Only `plan` writes to this collection, so every entry is a plan.
  const read = (id: string) => store.read('plans', id) as PlannedWork | undefined
  const listed = (index: string, key: string, most = Number.POSITIVE_INFINITY) => {
    const list = store.peek('plans', index, key)
    return slice(list, 0, Math.min(list.size, most)).map((id) => read(id)!)
  }
  return {
    plan(at, name, about) {
      if (!Object.hasOwn(work, name)) {
        throw new WorldError('work.unknown', `There is no work "${name}" to plan.${didYouMean(name, Object.keys(work))}`)
      }
      if (!Number.isFinite(at)) throw new WorldError('work.undated', `"${name}" was planned for ${String(at)}, which is no moment.`)
      const id = `${server.next('plan')}`.padStart(12, '0')
      const planned = Object.freeze({ id, at: Math.max(Math.ceil(at), server.now()), work: name, about })
      write('plans', id, planned)
      return planned
    },
    unplan(match) {
      const [subject] = match.about === undefined ? [] : subjects(match.about)
      const candidates = subject === undefined ? listed('all', '') : listed('subject', subject)
      const called = candidates.filter((plan) => matches(plan, match))
      for (const plan of called) write('plans', plan.id, undefined)
      return called.length
    },
    upcoming: (most) => listed('all', '', most),
    next() {
      const list = store.peek('plans', 'all', '')
      return list.size === 0 ? undefined : read(idAt(list, 0))
    },
    start(planned, world) {
      let waiting: Promise<Outcome> | undefined
      const drop = () => write('plans', planned.id, undefined)
      try {
        const facts = server.record(() => {
          drop()
          waiting = work[planned.work]?.(world, planned.about, planned)
        })
        return waiting ? { facts, waiting } : { facts }
      } catch (cause) {
        // The failed transaction restored the plan. Left there, it would fail again at every request.
        drop()
        const reason = cause instanceof Error ? cause.message : String(cause)
        throw new WorldError('work.failed', `Planned work "${planned.work}" of ${formatUtc(planned.at)} failed: ${reason}`, { cause })
      }
    },
  }
}
