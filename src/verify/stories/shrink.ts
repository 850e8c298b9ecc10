/** The limits of a search. */
export interface Budget {
  /** Whether this many more calls may be made. */
  allows(calls: number): boolean
  spend(calls: number): void
}

/** @param until machine time after which nothing new is tried */
export function createBudget(calls: number, until: number, now: () => number): Budget {
  let left = calls
  return {
    allows: (wanted) => wanted <= left && now() < until,
    spend: (spent) => {
      left -= spent
    },
  }
}

/**
 * The shortest part of a list for which a predicate holds: halves are left out, then smaller parts, then single items, until nothing more
 * can be left out (delta debugging). Each part is tried once.
 * @param whole a list for which it holds
 * @param repair removes items that are not valid without the ones left out
 * @param holds tries a list; undefined when the limit is reached
 */
export async function shrink<T>(
  whole: readonly T[],
  repair: (list: readonly T[]) => readonly T[],
  holds: (list: readonly T[]) => Promise<boolean | undefined>,
): Promise<readonly T[]> {
  const tried = new Set<string>()
  let shortest = whole
  let size = Math.ceil(whole.length / 2)
  while (size >= 1) {
    let shorter: readonly T[] | undefined
    for (let at = 0; at < shortest.length && shorter === undefined; at += size) {
      const part = repair([...shortest.slice(0, at), ...shortest.slice(at + size)])
      const id = JSON.stringify(part)
      if (part.length >= shortest.length || tried.has(id)) continue
      tried.add(id)
      const held = await holds(part)
      if (held === undefined) return shortest
      if (held) shorter = part
    }
    if (shorter === undefined) size = Math.floor(size / 2)
    else {
      shortest = shorter
      size = Math.min(size, Math.max(1, Math.ceil(shortest.length / 2)))
    }
  }
  return shortest
}
