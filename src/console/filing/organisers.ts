import { planClaim } from '../../commerce/filing/claims.ts'
import { organiserOf } from '../../commerce/filing/organiser.ts'
import { accountOf } from '../accounts.ts'
import type { ConsoleBehaviours } from '../console-behaviour.ts'
import { checkCertificateFree, checkNothingInProgress, checkOrganiser, checkOrganiserData, checkRealName, filerOf } from './checks.ts'
import { claimState, organiserState } from './state.ts'

/** Organisers (主体) from elsewhere: from the former system or from another account (S-18, S-24). */
export const organisers: ConsoleBehaviours<'ClaimFormerFiling' | 'TransferOrganiser'> = {
  ClaimFormerFiling(context) {
    const { world, input, fail } = context
    const { customer, siteName, organiserName, ...rest } = input.body
    const account = filerOf(context, customer)
    checkRealName(context, account)
    checkOrganiserData(context, rest)
    const { certificateNumber, nature, region, certificateType } = rest
    const former = world.formerFilings.get(siteName.toLowerCase()) ?? world.formerFilings.get(siteName)
    const theirs = former?.certificateNumber === certificateNumber && former.organiserName === organiserName
    if (!former || !theirs || (former.system !== 'former' && former.moved !== true))
      return fail('nothing-to-claim', `There is no ${siteName} of ${organiserName} (${certificateNumber}) to be claimed.`)
    const by = former.claim?.accountId ?? former.claimedBy
    if (by !== undefined) {
      const name = world.accounts.get(by)?.name ?? by
      return fail(
        'nothing-to-claim',
        former.claim ? `A claim of ${siteName} by ${name} is under review.` : `${siteName} was claimed by ${name} before.`,
      )
    }
    checkNothingInProgress(context, account)
    checkOrganiser(context, account, certificateNumber)
    checkCertificateFree(context, account, certificateNumber)
    const claim = { accountId: account.id, askedAt: world.clock.now(), nature, region, certificateType }
    const asked = world.formerFilings.change(former.id, { claim })
    world.emit({ type: 'former-filing.claim-asked', siteName: former.id, accountId: account.id })
    planClaim(world, asked)
    return { claim: claimState(world, asked) }
  },

  TransferOrganiser(context) {
    const { world, input, fail } = context
    const source = filerOf(context, input.body.customer)
    const target = accountOf(context, input.body.to)
    const organiser = organiserOf(world, source.id)
    if (!organiser || source.id === target.id)
      return fail('nothing-to-transfer', organiser ? `${source.name} has it already.` : `${source.name} has no organiser.`)
    checkNothingInProgress(context, source)
    const theirs = organiserOf(world, target.id)
    if (theirs) return fail('one-organiser', `一个华为云账号只能备案一个主体: ${target.name} has ${theirs.name} already.`)
    // No source states this rule, but otherwise the account would end up with two organisers.
    checkNothingInProgress(context, target)
    for (const filing of world.filings.where('account', source.id).slice(0))
      if (filing.status === 'filed') world.filings.change(filing.id, { accountId: target.id })
    const moved = world.organisers.change(organiser.id, { accountId: target.id })
    world.emit({ type: 'organiser.transferred', organiserId: moved.id, accountId: target.id })
    return { organiser: organiserState(world, moved) }
  },
}
