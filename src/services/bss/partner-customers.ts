import type { Account } from '../../world/entities/entities.ts'
import type { Scene } from '../behaviour.ts'

/** Accounts of which somebody is the partner. */
export function customersOf(scene: Pick<Scene, 'world'>, partnerId: string): readonly string[] {
  return [...scene.world.accounts.by('partner', partnerId)].map((account) => account.id)
}

/** The reseller a distributor names, who must be one of its own. */
export function resellerOf(scene: Pick<Scene, 'world' | 'caller' | 'fail'>, id: string): Account {
  const reseller = scene.world.accounts.get(id)
  const own = reseller?.role === 'partner' && reseller.partnerId === scene.caller.account.id
  return own ? reseller : scene.fail('CBC.99000037')
}

/**
 * The customer that a partner names, or the caller itself. A reseller it names as well must be its own, and the customer the reseller's;
 * a stranger's customer has nothing to show.
 */
export function customerMeant(
  scene: Pick<Scene, 'world' | 'caller' | 'fail'>,
  { customer_id, indirect_partner_id }: { readonly customer_id?: string | undefined; readonly indirect_partner_id?: string | undefined },
): string | undefined {
  const partner = indirect_partner_id === undefined ? scene.caller.account : resellerOf(scene, indirect_partner_id)
  if (customer_id === undefined || customer_id === partner.id) return partner.id
  return scene.world.accounts.get(customer_id)?.partnerId === partner.id ? customer_id : undefined
}

/**
 * Whether the caller may see a customer's order: its own, and a partner those of its customers. Those of a reseller's customers are seen
 * by naming the reseller, as the list's page says (inferred for the details), and then no others.
 */
export function maySee(
  scene: Pick<Scene, 'world' | 'caller' | 'fail'>,
  customerId: string,
  indirectPartnerId: string | undefined,
): boolean {
  const { id } = indirectPartnerId === undefined ? scene.caller.account : resellerOf(scene, indirectPartnerId)
  const own = indirectPartnerId === undefined && customerId === id
  return own || scene.world.accounts.get(customerId)?.partnerId === id
}
