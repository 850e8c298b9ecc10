import { recharge } from '../commerce/payment/account.ts'
import type { Account } from '../world/entities/entities.ts'
import type { World } from '../world/world-api.ts'
import type { ConsoleBehaviours, ConsoleContext } from './console-behaviour.ts'
import { fen, yuan } from './money.ts'

/** Accounts as the billing page shows them. */
export const accounts: ConsoleBehaviours<'RechargeAccount'> = {
  RechargeAccount(context) {
    const { world, input } = context
    const account = accountOf(context, input.path.account)
    recharge(world, account.id, fen(input.body.amount))
    return { account: accountState(accountOf(context, account.id)) }
  },
}

/** The account with that id or login name, or the refusal `unknown-account`. */
export function accountOf({ world, fail }: Pick<ConsoleContext, 'world' | 'fail'>, text: string): Account {
  const account = world.accounts.get(text) ?? world.accounts.where('name', text).first()
  if (account) return account
  const known = [...world.accounts.all()].map(({ name }) => name)
  return fail('unknown-account', `There is no account "${text}" in world "${world.name}".`, { documented: known })
}

/** The default buyer for calls that name none: the one whose keys are printed. */
export function usualBuyer(world: World): Account | undefined {
  return world.accounts
    .where('role', 'buyer')
    .slice(0)
    .find((account) => account.print === 'buyer')
}

/** An account as the console shows it. */
function accountState({ id, name, role, balance }: Account) {
  return { id, name, role, balance: yuan(balance) }
}
