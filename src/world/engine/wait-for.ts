import { didYouMean } from '../../language/did-you-mean.ts'
import type { Fact, FactOf, FactType, NumberedFact } from '../entities/facts/facts.ts'
import type { World } from '../world-api.ts'
import type { SystemClock } from './system-clock.ts'
import { WorldError } from './world-error.ts'

/** Condition on a fact: members it must have, or a predicate. */
export type FactMatch<T extends FactType> = Readonly<Partial<Record<string, unknown>>> | ((fact: FactOf<T>) => boolean)

/** How long to wait, and from which fact on. */
export interface WaitOptions {
  /** System milliseconds; default 5000. */
  readonly timeout?: number
  /** Only facts numbered above this. Default 0: facts that exist already count. */
  readonly since?: number
}

/**
 * The first fact with this name that matches: an existing one, or the next one. Waits in system time and never moves the world's clock.
 * @throws WorldError `fact.awaited` when none came in time; the message lists the facts that came instead
 */
export async function waitFor<T extends FactType>(
  world: World,
  systemClock: SystemClock,
  type: T,
  match: FactMatch<T> = {},
  { timeout = 5000, since = 0 }: WaitOptions = {},
): Promise<FactOf<T>> {
  type Found = FactOf<T>
  const matches = (fact: Fact): fact is Found =>
    fact.type === type &&
    (typeof match === 'function'
      ? match(fact as Found)
      : Object.entries(match).every(([name, value]) => (fact as unknown as Record<string, unknown>)[name] === value))
  const existing = world.facts.since(since).find(matches)
  if (existing) return existing
  const found = new AbortController()
  const began = world.facts.count
  return new Promise<Found>((resolve, reject) => {
    const leave = world.listen((facts) => {
      const fact = facts.find((one): one is NumberedFact & Found => matches(one))
      if (!fact) return
      found.abort()
      leave()
      resolve(fact)
    })
    systemClock.wait(timeout, found.signal).then(
      () => {
        leave()
        reject(awaited(world, type, match, timeout, began))
      },
      () => {},
    )
  })
}

function awaited(world: World, type: string, match: unknown, timeout: number, began: number): WorldError {
  const others = new Set(world.facts.since(began).map((fact) => fact.type))
  const like = typeof match === 'object' && match && Object.keys(match).length > 0 ? ` with ${JSON.stringify(match)}` : ''
  const instead =
    others.size === 0 ? 'Nothing became true meanwhile; does the clock have to be moved?' : `There came ${[...others].join(', ')}.`
  const near = didYouMean(type, new Set(world.facts.all().map((fact) => fact.type)))
  return new WorldError('fact.awaited', `No ${type}${like} came in ${timeout} ms.${near} ${instead}`)
}
