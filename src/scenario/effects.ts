import type { CallVerbs, Expiring, Met } from './scenario-api.ts'

/** Whether a rule can be applied to this call: only a credential that the caller uses can expire, and a clock that is moving cannot be moved. */
export function isPossible({ expire, advance }: CallVerbs, { world, caller }: Met): boolean {
  if (advance !== undefined && world.clock.passing) return false
  if (expire === 'token') return caller.via === 'token'
  if (expire === 'key') return caller.via === 'aksk'
  if (expire === 'login') return caller.via === 'bearer'
  return true
}

/** Whether the caller must be authenticated again afterwards. */
export const endsCredential = (expire: Expiring | undefined): boolean => expire === 'token' || expire === 'key' || expire === 'login'

/** Changes the world as the rule requires: first the clock, then in one transaction what expires. @throws WorldError */
export function applyToWorld({ expire, advance }: CallVerbs, met: Met): void {
  const { world } = met
  if (advance !== undefined) world.clock.advance(advance)
  if (expire !== undefined) world.transaction(() => ENDS[expire](met))
}

const ENDS: Readonly<Record<Expiring, (met: Met) => void>> = {
  token({ world, caller }) {
    if (caller.credentialId !== undefined) world.tokens.change(caller.credentialId, { expiresAt: world.clock.now() })
  },
  // A temporary key expires. A permanent key has no expiry time, so it is removed, as its owner can do in the console.
  key({ world, caller }) {
    const key = caller.credentialId === undefined ? undefined : world.keys.get(caller.credentialId)
    if (key?.securityToken !== undefined) world.keys.change(key.id, { expiresAt: world.clock.now() })
    else if (key) world.keys.delete(key.id)
  },
  coupon({ world, caller }) {
    for (const { id, customerId, status, effectiveAt, expireAt } of [...world.coupons.all()]) {
      if (customerId !== caller.account.id || status !== 'usable') continue
      world.transition('coupons', id, 'expire', { expireAt: Math.max(effectiveAt, Math.min(expireAt, world.clock.now())) })
      world.emit({ type: 'coupon.expired', couponId: id, customerId })
    }
  },
  login({ world, caller }) {
    const own = caller.credentialId === undefined ? undefined : world.grants.get(caller.credentialId)
    if (own) world.grants.change(own.id, { expiresAt: world.clock.now() })
  },
  authorization({ world }) {
    for (const grant of [...world.grants.all()])
      if (grant.kind !== 'access' && grant.expiresAt > world.clock.now()) world.grants.change(grant.id, { expiresAt: world.clock.now() })
  },
}
