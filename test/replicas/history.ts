/** One operation of a client on one world, with the moments between which it took effect. */
export type Operation =
  | { readonly what: 'buy'; readonly world: string; readonly began: number; readonly ended: number; readonly order: string }
  /** A purchase whose answer did not come: it took effect once, or not at all. */
  | { readonly what: 'perhaps'; readonly world: string; readonly began: number; readonly ended: number }
  | { readonly what: 'list'; readonly world: string; readonly began: number; readonly ended: number; readonly orders: readonly string[] }

/**
 * What contradicts a single, linear history of a world in which orders are only added: an acknowledged order that a later list lacks, an order
 * that a list had and a later list lacks, an order that was acknowledged twice, and more new orders than clients have asked for.
 * @param before orders of the worlds that were there at the beginning
 */
export function contradictions(history: readonly Operation[], before: ReadonlySet<string>): string[] {
  const found: string[] = []
  for (const world of new Set(history.map((one) => one.world))) {
    const mine = history.filter((one) => one.world === world)
    const lists = mine.filter((one) => one.what === 'list')
    const bought = new Map<string, number>()
    for (const one of mine) {
      if (one.what !== 'buy') continue
      if (bought.has(one.order)) found.push(`${world}: order ${one.order} was acknowledged twice`)
      bought.set(one.order, one.ended)
    }
    // When an order was certainly there: acknowledged, or seen.
    const since = new Map(bought)
    for (const { orders, ended } of lists)
      for (const order of orders) since.set(order, Math.min(since.get(order) ?? Number.POSITIVE_INFINITY, ended))
    for (const { orders, began } of lists) {
      const there = new Set(orders)
      for (const [order, at] of since)
        if (at < began && !there.has(order))
          found.push(`${world}: order ${order} was there at ${at} and is missing in a list that began at ${began}`)
    }
    const unasked = [...since.keys()].filter((order) => !bought.has(order) && !before.has(order)).length
    const perhaps = mine.filter(({ what }) => what === 'perhaps').length
    if (unasked > perhaps) found.push(`${world}: ${unasked} orders nobody was told of, and only ${perhaps} purchases without an answer`)
  }
  return found
}
