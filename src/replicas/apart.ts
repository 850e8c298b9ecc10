/** Replicas that one cannot reach, by incarnation, each with the end of its lease as it was known then. */
export type Unreached = Readonly<Record<string, number>>

/** What the database says of a living replica about whom it reaches. */
export interface Reaching {
  readonly name: string
  readonly incarnation: string
  /** The end of its lease, epoch ms by the clock of the database. */
  readonly until: number
  readonly unreached: Unreached
  /** It has said itself that it stands apart. */
  readonly apart: boolean
}

/** Whether one cannot reach another that is alive: a replica that is gone did not renew its lease since. */
export const cannotReach = (from: Reaching, to: Reaching): boolean =>
  (from.unreached[to.incarnation] ?? Number.POSITIVE_INFINITY) < to.until

/**
 * Whether a replica stands apart: it is not in the largest group of replicas that reach each other. Between groups of one size those stay of
 * which the others complain less, then the one with the first name. Who has said that it stands apart does not count, so that two that
 * have cut each other off do not change places.
 */
export function standsApart(incarnation: string, living: readonly Reaching[]): boolean {
  const counted = living.filter((one) => one.incarnation === incarnation || !one.apart)
  const groups = groupsOf(counted)
  const complaints = (group: readonly Reaching[]) =>
    counted.filter((one) => !group.includes(one)).reduce((sum, from) => sum + group.filter((to) => cannotReach(from, to)).length, 0)
  const first = (group: readonly Reaching[]) => group.map(({ name }) => name).sort()[0] ?? ''
  const [best = []] = groups.sort((a, b) => b.length - a.length || complaints(a) - complaints(b) || (first(a) < first(b) ? -1 : 1))
  const stays = best.some((one) => one.incarnation === incarnation)
  if (!stays) return true
  // It has come apart before: it comes back once everybody else reaches it, and it them.
  const me = living.find((one) => one.incarnation === incarnation)
  const others = living.filter((one) => one !== me && !one.apart)
  return me?.apart === true && others.some((one) => cannotReach(one, me) || cannotReach(me, one))
}

/** Replicas that reach each other, in both directions, directly or through others. */
function groupsOf(all: readonly Reaching[]): Reaching[][] {
  const left = new Set(all)
  const groups: Reaching[][] = []
  for (const one of all) {
    if (!left.delete(one)) continue
    const group = [one]
    for (const from of group)
      for (const to of [...left])
        if (!cannotReach(from, to) && !cannotReach(to, from)) {
          left.delete(to)
          group.push(to)
        }
    groups.push(group)
  }
  return groups
}
