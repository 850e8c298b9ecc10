import type { Machines } from '../../src/world/engine/machines.ts'
import type { Entities, Kind } from '../../src/world/entities/entities.ts'
import type { World } from '../../src/world/world-api.ts'
import { checksOf } from './audit-rules.ts'

/** Watches over a world: what each write must leave true, checked commit by commit for what was touched, and whole at the end. */
export interface Audit {
  /** Everything that was found wrong so far, in words. */
  readonly findings: readonly string[]
  /** Checks what was touched since the last time; the rest is still as it was found good. */
  check(): void
  /** Checks everything the world holds, and that the indexes count what is there. */
  checkAll(): void
}

/** Begins to watch a world. `machines` are the transition tables its states must keep to. */
export function audit(world: World, machines: Machines): Audit {
  const findings: string[] = []
  const touched = new Map<string, readonly [Kind, string]>()
  const steps = new Set(Object.entries(machines).flatMap(([kind, rows]) => (rows ?? []).map(({ from, to }) => `${kind} ${from} ${to}`)))
  // What an account has is what it had and what the facts tell since.
  const owed = new Map([...world.accounts.all()].map(({ id, balance }) => [id, balance]))
  let heard = world.facts.count

  const states = new Map<string, string | undefined>()
  world.watch((kind, after, before) => {
    const id = (after ?? before)?.id
    if (id === undefined || kind === 'facts' || kind === 'plans') return
    touched.set(`${kind} ${id}`, [kind as Kind, id])
    const key = `${kind} ${id}`
    if (!states.has(key)) states.set(key, (before as { status?: string } | undefined)?.status)
  })

  const moved = () => {
    for (const [key, was] of states) {
      const [kind = '', ...rest] = key.split(' ')
      const now = (world[kind as 'orders'].get(rest.join(' ')) as { status?: string } | undefined)?.status
      const table = machines[kind as 'orders']
      if (!table || now === undefined || now === was) continue
      if (!reachable(steps, kind, was ?? 'none', now))
        findings.push(`${key} went from ${was ?? 'none'} to ${now}, which no way of its table allows`)
    }
    states.clear()
  }

  const money = () => {
    for (const fact of world.facts.since(heard)) {
      if (fact.type === 'account.charged') owed.set(fact.accountId, (owed.get(fact.accountId) ?? 0) - fact.amount)
      if (fact.type === 'account.refunded' || fact.type === 'account.recharged')
        owed.set(fact.accountId, (owed.get(fact.accountId) ?? 0) + fact.amount)
    }
    heard = world.facts.count
  }

  const checkOne = <K extends Kind>(kind: K, id: string) => {
    const entity = world[kind].get(id) as Entities[K] | undefined
    if (!entity) return
    for (const complaint of checksOf(world, kind, entity)) findings.push(`${kind} ${id}: ${complaint}`)
    if (kind !== 'accounts') return
    const { balance } = entity as unknown as Entities['accounts']
    const told = owed.get(id)
    if (told === undefined) owed.set(id, balance)
    else if (told !== balance) {
      findings.push(`accounts ${id}: has ${balance} fen, the facts account for ${told}`)
      owed.set(id, balance)
    }
  }

  const check = () => {
    money()
    moved()
    const due = [...touched.values()]
    touched.clear()
    for (const [kind, id] of due) checkOne(kind, id)
  }
  world.listen(check)

  return {
    findings,
    check,
    checkAll() {
      check()
      for (const kind of ALL) {
        const all = [...world[kind].all()]
        if (all.length !== world[kind].size) findings.push(`${kind}: the index counts ${world[kind].size}, there are ${all.length}`)
        for (const { id } of all) checkOne(kind, id)
      }
      for (const { id } of world.accounts.all()) {
        const listed = [...world.orders.all()].filter((order) => order.customerId === id).length
        if (listed !== world.orders.where('customer', id).count)
          findings.push(`accounts ${id}: ${listed} orders, the index has ${world.orders.where('customer', id).count}`)
      }
    },
  }
}

const ALL = [
  'accounts',
  'products',
  'orders',
  'resources',
  'coupons',
  'licences',
  'supervisions',
  'usage',
  'filings',
  'orderRequests',
] as const

/** A transaction may take several steps; each has to be one of the table. */
function reachable(steps: ReadonlySet<string>, kind: string, from: string, to: string): boolean {
  const seen = new Set([from])
  const next = [from]
  for (let at = next.pop(); at !== undefined; at = next.pop()) {
    for (const step of steps) {
      const [of, source, target = ''] = step.split(' ')
      if (of !== kind || source !== at) continue
      if (target === to) return true
      if (!seen.has(target)) {
        seen.add(target)
        next.push(target)
      }
    }
  }
  return false
}
