import type { World } from '../../world/world-api.ts'
import { payable } from '../ordering/amounts.ts'
import type { Part } from './reductions.ts'

/**
 * Moves fen out of a customer's cash account, or into it when `amount` is negative. Tells `account.charged` or
 * `account.refunded`, with the resource whose use it is for where there is one; nothing happens for nothing. Whether the balance reaches is the caller's to see.
 */
export function charge(world: World, accountId: string, amount: number, resourceId?: string): void {
  if (amount === 0) return
  const balance = world.accounts.get(accountId)?.balance ?? 0
  world.accounts.change(accountId, { balance: balance - amount })
  world.tell({
    type: amount > 0 ? 'account.charged' : 'account.refunded',
    accountId,
    amount: Math.abs(amount),
    ...(resourceId === undefined ? {} : { resourceId }),
  })
}

/** Puts fen into an account, as a customer who pays in. Tells `account.recharged`. */
export function recharge(world: World, accountId: string, amount: number): void {
  const balance = world.accounts.get(accountId)?.balance ?? 0
  world.accounts.change(accountId, { balance: balance + amount })
  world.tell({ type: 'account.recharged', accountId, amount })
}

/** Pays parts of orders in cash: out of the account, the organisation's budget and the funds of enterprise projects, where there are limits. */
export function spend(world: World, accountId: string, parts: readonly Part[]): void {
  const due = parts.reduce((all, part) => all + payable(part.amounts), 0)
  limit(world, accountId, due, fundsOf(parts))
  charge(world, accountId, due)
}

/** The same back again, for an order that came to nothing. */
export function returnCash(world: World, accountId: string, parts: readonly Part[]): void {
  const due = parts.reduce((all, part) => all + payable(part.amounts), 0)
  limit(world, accountId, -due, new Map([...fundsOf(parts)].map(([id, amount]) => [id, -amount])))
  charge(world, accountId, -due)
}

function limit(world: World, accountId: string, due: number, funds: ReadonlyMap<string, number>): void {
  const { budget, enterpriseProjects } = world.accounts.get(accountId) ?? {}
  if (budget !== undefined) world.accounts.change(accountId, { budget: budget - due })
  if (enterpriseProjects?.some(({ fund }) => fund !== undefined))
    world.accounts.change(accountId, {
      enterpriseProjects: enterpriseProjects.map((project) =>
        project.fund === undefined ? project : { ...project, fund: project.fund - (funds.get(project.id) ?? 0) },
      ),
    })
}

/** Takes pieces out of a product's stock, or puts them back when `count` is negative; nothing for what is not limited. */
export function takePieces(world: World, productId: string, count: number): void {
  const { stock } = world.products.get(productId) ?? {}
  if (stock !== undefined) world.products.change(productId, { stock: stock - count })
}

/** What cash each enterprise project pays of these parts, fen. An order with several counts for its first (inferred). */
export function fundsOf(parts: readonly Part[]): ReadonlyMap<string, number> {
  const funds = new Map<string, number>()
  for (const { order, amounts } of parts) {
    const id = order.enterpriseProjects[0]?.id
    if (id !== undefined) funds.set(id, (funds.get(id) ?? 0) + payable(amounts))
  }
  return funds
}
