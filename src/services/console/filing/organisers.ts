import { organiserOf, putOrganiser } from '../../filing/organiser.ts'
import { accountOf } from '../accounts.ts'
import { buyerOf } from '../buy.ts'
import type { ConsoleBehaviours } from '../scene.ts'
import { checkNothingInProgress, checkOrganiser } from './begin.ts'
import { organiserState } from './state.ts'

/** Organisers (主体) that come from elsewhere: from the former system, or from another account (S-18, S-24). */
export const organisers: ConsoleBehaviours<'ClaimFormerFiling' | 'TransferOrganiser'> = {
  ClaimFormerFiling(scene) {
    const { world, input, fail } = scene
    const { customer, siteName, organiserName, ...rest } = input.body
    const account = buyerOf(scene, customer)
    const former = world.formerFilings.get(siteName)
    const { certificateNumber } = rest
    const theirs = former?.certificateNumber === certificateNumber && former.organiserName === organiserName
    if (former?.system !== 'former' || !theirs)
      return fail('nothing-to-claim', `The former filing system knows no ${siteName} of ${organiserName} (${certificateNumber}).`)
    if (former.claimedBy !== undefined)
      return fail(
        'nothing-to-claim',
        `${siteName} was claimed by ${world.accounts.get(former.claimedBy)?.name ?? former.claimedBy} before.`,
      )
    checkNothingInProgress(scene, account)
    checkOrganiser(scene, account, certificateNumber)
    world.formerFilings.change(former.id, { claimedBy: account.id })
    const known = organiserOf(world, account.id)
    const { filingNumber } = former
    const organiser = known ?? putOrganiser(world, { accountId: account.id, name: organiserName, ...rest, filingNumber })
    world.tell({ type: 'former-filing.claimed', organiserId: organiser.id, accountId: account.id })
    return { organiser: organiserState(world, organiser) }
  },

  TransferOrganiser(scene) {
    const { world, input, fail } = scene
    const source = buyerOf(scene, input.body.customer)
    const target = accountOf(scene, input.body.to)
    const organiser = organiserOf(world, source.id)
    if (!organiser || source.id === target.id)
      return fail('nothing-to-transfer', organiser ? `${source.name} has it already.` : `${source.name} has no organiser.`)
    checkNothingInProgress(scene, source)
    const theirs = organiserOf(world, target.id)
    if (theirs) return fail('one-organiser', `一个华为云账号只能备案一个主体: ${target.name} has ${theirs.name} already.`)
    // Not written anywhere, but two organisers would come of it in the end.
    checkNothingInProgress(scene, target)
    for (const filing of world.filings.by('account', source.id).slice(0))
      if (filing.status === 'filed') world.filings.change(filing.id, { accountId: target.id })
    const moved = world.organisers.change(organiser.id, { accountId: target.id })
    world.tell({ type: 'organiser.transferred', organiserId: moved.id, accountId: target.id })
    return { organiser: organiserState(world, moved) }
  },
}
