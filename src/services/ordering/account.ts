import type { World } from '../../world/world.ts'

/**
 * Moves fen out of a customer's cash account, or into it when `amount` is negative. Tells `account.charged` or
 * `account.refunded`; nothing happens for nothing. Whether the balance reaches is the caller's to see.
 */
export function charge(world: World, accountId: string, amount: number): void {
  if (amount === 0) return
  const balance = world.accounts.get(accountId)?.balance ?? 0
  world.accounts.change(accountId, { balance: balance - amount })
  world.tell({ type: amount > 0 ? 'account.charged' : 'account.refunded', accountId, amount: Math.abs(amount) })
}
