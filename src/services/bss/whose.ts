import type { Account } from '../../world/entities.ts'
import type { Scene } from '../scene.ts'

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

/** Whose orders the caller may see: its own, and a partner those of its customers and of its resellers' customers. */
export function maySee(scene: Pick<Scene, 'world' | 'caller'>, customerId: string): boolean {
  const { id } = scene.caller.account
  for (let at: string | undefined = customerId, steps = 0; at !== undefined && steps < 3; steps++) {
    if (at === id) return true
    at = scene.world.accounts.get(at)?.partnerId
  }
  return false
}
