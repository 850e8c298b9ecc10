import type { FormerFiling, Organiser } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import { afterWorkingDays } from '../ordering/working-days.ts'
import { organiserOf, putOrganiser } from './organiser.ts'

/** When the vendor's review of a claim ends, epoch ms; undefined when no claim is under review. */
export function claimEnd(world: World, { claim }: FormerFiling): number | undefined {
  return claim && afterWorkingDays(world, claim.askedAt, world.setting('console.filingClaimDays'))
}

/** Plans the end of a claim's review. */
export function planClaim(world: World, former: FormerFiling): void {
  const end = claimEnd(world, former)
  if (end !== undefined) world.plan(end, 'filing.claim', { siteName: former.id })
}

/**
 * Ends the review of a claim: the account gets the organiser. Records `former-filing.claimed`, or `former-filing.claim-refused` when the
 * account has another organiser by now.
 */
export function finishClaim(world: World, former: FormerFiling): Organiser | undefined {
  if (!former.claim) return undefined
  const { askedAt: _asked, ...claim } = former.claim
  const { accountId } = claim
  const known = organiserOf(world, accountId)
  if (known && known.certificateNumber !== former.certificateNumber) {
    world.formerFilings.change(former.id, { claim: undefined })
    world.emit({ type: 'former-filing.claim-refused', siteName: former.id, accountId })
    return undefined
  }
  world.formerFilings.change(former.id, { claim: undefined, claimedBy: accountId })
  const { organiserName: name, certificateNumber, filingNumber } = former
  const organiser = known ?? putOrganiser(world, { ...claim, name, certificateNumber, filingNumber })
  world.emit({ type: 'former-filing.claimed', organiserId: organiser.id, accountId })
  return organiser
}

/** Plans the reviews of the claims of a starting world. */
export function beginClaims(world: World): void {
  for (const former of world.formerFilings.all()) planClaim(world, former)
}
