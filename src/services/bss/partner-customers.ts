import type { Account } from '../../world/entities/entities.ts'
import type { BehaviourContext } from '../behaviour.ts'

/** Ids of the customers of a partner. */
export function customersOf(context: Pick<BehaviourContext, 'world'>, partnerId: string): readonly string[] {
  return [...context.world.accounts.where('partner', partnerId)].map((account) => account.id)
}

/** The reseller that a distributor names, who must be one of its own. */
export function resellerOf(context: Pick<BehaviourContext, 'world' | 'caller' | 'fail'>, id: string): Account {
  const reseller = context.world.accounts.get(id)
  const own = reseller?.role === 'partner' && reseller.partnerId === context.caller.account.id
  return own ? reseller : context.fail('CBC.99000037')
}

/**
 * The customer that a partner names, or the caller itself. A reseller named as well must be the caller's, and the customer must be the
 * reseller's. Undefined for another partner's customer, for whom nothing is shown.
 */
export function customerMeant(
  context: Pick<BehaviourContext, 'world' | 'caller' | 'fail'>,
  { customer_id, indirect_partner_id }: { readonly customer_id?: string | undefined; readonly indirect_partner_id?: string | undefined },
): string | undefined {
  const partner = indirect_partner_id === undefined ? context.caller.account : resellerOf(context, indirect_partner_id)
  if (customer_id === undefined || customer_id === partner.id) return partner.id
  return context.world.accounts.get(customer_id)?.partnerId === partner.id ? customer_id : undefined
}

/**
 * Whether the caller may see a customer's order: its own orders, and for a partner those of its customers. Orders of a reseller's customers
 * are visible by naming the reseller, as the page of the list says (inferred for the details), and then no others.
 */
export function maySee(
  context: Pick<BehaviourContext, 'world' | 'caller' | 'fail'>,
  customerId: string,
  indirectPartnerId: string | undefined,
): boolean {
  const { id } = indirectPartnerId === undefined ? context.caller.account : resellerOf(context, indirectPartnerId)
  const own = indirectPartnerId === undefined && customerId === id
  return own || context.world.accounts.get(customerId)?.partnerId === id
}
