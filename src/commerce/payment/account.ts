import type { World } from '../../world/world-api.ts'
import { payable } from '../ordering/amounts.ts'
import type { Part } from './reductions.ts'

/**
 * Takes fen from a customer's cash account, or adds them when `amount` is negative. Records `account.charged` or `account.refunded`, with
 * the resource whose use is charged, if any. Does nothing for an amount of 0. The caller has to check the balance.
 */
export function charge(world: World, accountId: string, amount: number, resourceId?: string): void {
  if (amount === 0) return
  const balance = world.accounts.get(accountId)?.balance ?? 0
  world.accounts.change(accountId, { balance: balance - amount })
  world.emit({
    type: amount > 0 ? 'account.charged' : 'account.refunded',
    accountId,
    amount: Math.abs(amount),
    ...(resourceId === undefined ? {} : { resourceId }),
  })
}

/** Adds fen to an account, as a recharge by the customer. Records `account.recharged`. */
export function recharge(world: World, accountId: string, amount: number): void {
  const balance = world.accounts.get(accountId)?.balance ?? 0
  world.accounts.change(accountId, { balance: balance + amount })
  world.emit({ type: 'account.recharged', accountId, amount })
}

/**
 * Pays the cash part of orders: from the account, and from the organisation's budget and the funds of enterprise projects, where these are
 * limited.
 */
export function spend(world: World, accountId: string, parts: readonly Part[]): void {
  const due = parts.reduce((all, part) => all + payable(part.amounts), 0)
  limit(world, accountId, due, fundsOf(parts))
  charge(world, accountId, due)
}

/** Returns the cash part of an order that failed. */
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

/** Takes pieces from a product's stock, or returns them when `count` is negative. Does nothing for unlimited stock. */
export function takePieces(world: World, productId: string, count: number): void {
  const { stock } = world.products.get(productId) ?? {}
  if (stock !== undefined) world.products.change(productId, { stock: stock - count })
}

/** The cash that each enterprise project pays for these parts, fen. An order with several projects counts for its first (inferred). */
export function fundsOf(parts: readonly Part[]): ReadonlyMap<string, number> {
  const funds = new Map<string, number>()
  for (const { order, amounts } of parts) {
    const id = order.enterpriseProjects[0]?.id
    if (id !== undefined) funds.set(id, (funds.get(id) ?? 0) + payable(amounts))
  }
  return funds
}
