import type { Kind } from '../../world/entities/entities.ts'
import type { NumberedFact } from '../../world/entities/facts/facts.ts'
import type { World } from '../../world/world-api.ts'

/** Facts read at a time. */
const CHUNK = 2_000

/** The facts that name an id, in order, numbered above `since`; of many the newest `most`. */
export function factsAbout(world: World, id: string, since = 0, most = Number.POSITIVE_INFINITY): readonly NumberedFact[] {
  const found: NumberedFact[] = []
  for (let n = since; n < world.facts.count; n += CHUNK)
    for (const fact of world.facts.since(n, CHUNK)) if (names(fact, id)) found.push(fact)
  return found.slice(-Math.min(most, found.length))
}

function names(fact: NumberedFact, id: string): boolean {
  for (const value of Object.values(fact)) if (value === id) return true
  return false
}

/** The number of the last fact before an entity was made: its own facts come after it. */
export function factsBefore(world: World, kind: Kind, id: string): number {
  const entity = world[kind].get(id) as Readonly<Record<string, unknown>> | undefined
  const born = BIRTH.map((member) => entity?.[member]).find((at) => typeof at === 'number')
  if (typeof born !== 'number') return 0
  // Time does not go back, so the facts are in its order.
  let [low, high] = [0, world.facts.count]
  while (low < high) {
    const middle = (low + high) >> 1
    const [fact] = world.facts.since(middle, 1)
    if (fact !== undefined && fact.at < born) low = middle + 1
    else high = middle
  }
  return low
}

/** Members that hold when an entity was made. The period of a resource may begin later than that, so it is not among them. */
const BIRTH = ['createdAt', 'openedAt', 'issuedAt', 'receivedAt'] as const
