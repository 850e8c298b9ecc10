import { WorldError } from './world-error.ts'

/** What a world can grow by without end. */
export const LIMITED = ['orders', 'facts', 'deliveries', 'attempts'] as const
export type Limited = (typeof LIMITED)[number]

/** How much of each a world may hold, so that it does not outgrow the memory of its process. */
export type Limits = Readonly<Record<Limited, number>>

/** An order that was bought takes about 10 kB, 28 kB with the calls that open an instance; one that a start generates far less. */
export const LIMITS: Limits = { orders: 200_000, facts: 2_000_000, deliveries: 200_000, attempts: 200_000 }

/** Refuses what is more than a world may hold. */
export interface Capacity {
  /** Throws `world.full` when one more would be too many. */
  require(kind: string): void
  /** Hears every write. */
  heard(kind: string, after: unknown, before: unknown): void
}

/**
 * @param count how many there are at the beginning
 * @param short why there is no memory for more, if that is so
 */
export function createCapacity(world: string, limits: Limits, count: (kind: Limited) => number, short: () => string | undefined): Capacity {
  const counts = new Map<string, number>()
  const limited = (kind: string): kind is Limited => Object.hasOwn(limits, kind)
  const countOf = (kind: Limited) => {
    const known = counts.get(kind)
    if (known !== undefined) return known
    const now = count(kind)
    counts.set(kind, now)
    return now
  }
  return {
    require(kind) {
      if (!limited(kind)) return
      if (countOf(kind) >= limits[kind])
        throw full(`World "${world}" holds ${limits[kind]} ${kind}, which is its limit. ${ANEW}, or start with a higher --limit ${kind}=N.`)
      const why = kind === 'orders' ? short() : undefined
      if (why !== undefined) throw full(why)
    },
    heard(kind, after, before) {
      const known = counts.get(kind)
      if (known === undefined || (after === undefined) === (before === undefined)) return
      counts.set(kind, known + (after === undefined ? -1 : 1))
    },
  }
}

const ANEW = 'Reset or drop worlds that are not needed'

const full = (message: string) => new WorldError('world.full', message)
