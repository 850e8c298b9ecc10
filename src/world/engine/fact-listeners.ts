import type { NumberedFact } from '../entities/facts/facts.ts'
import type { FactListeners, World } from '../world-api.ts'
import type { FactListener } from './transactions.ts'

type Listener = (world: World, facts: readonly NumberedFact[]) => void

/** Gives the facts of a commit to the functions of a table, in the order of the table. */
export function listenerFor(world: World, listeners: FactListeners): FactListener {
  // A function stands below the names of the facts that it reads, and gets no others.
  const byName = listeners as Readonly<Record<string, Listener | undefined>>
  const all = new Set(Object.values(byName))
  return (facts) => {
    const [only] = facts
    // Most commits record one fact, and many tables hear it.
    if (facts.length === 1 && only) {
      byName[only.type]?.(world, facts)
      return
    }
    const heard = new Map<Listener, NumberedFact[]>()
    for (const fact of facts) {
      const listener = byName[fact.type]
      if (!listener) continue
      const mine = heard.get(listener)
      if (mine) mine.push(fact)
      else heard.set(listener, [fact])
    }
    if (heard.size === 0) return
    for (const listener of all) {
      const mine = listener && heard.get(listener)
      if (mine) listener(world, mine)
    }
  }
}
