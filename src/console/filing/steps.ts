import { cancelPlans, passFiling, passSms, refuseFiling, resendSms, sendBackFiling, submitFiling } from '../../commerce/filing/review.ts'
import { WRONG_TRIES } from '../../commerce/filing/sms-code.ts'
import type { ConsoleBehaviours } from '../console-behaviour.ts'
import { checkOrganiser, checkOrganiserData, checkRole } from './checks.ts'
import { filingAt, filingState } from './state.ts'

/** The steps of an ICP filing after the check of its server (S-22, S-23). */
export const filingSteps: ConsoleBehaviours<'SubmitFiling' | 'ReviewFiling' | 'AbandonFiling' | 'VerifyFilingSms' | 'ResendFilingSms'> = {
  SubmitFiling(context) {
    const { world, input, fail } = context
    const { identityChecked = true, responsible = 'legal-representative', mended = {} } = input.body ?? {}
    const filing = filingAt(context, input.path.filingId, 'submit')
    if (filing.status === 'product-checked' && Object.keys(mended).length > 0)
      fail('wrong-state', `${filing.id} was not refused: what the types were verified for is handed in as it is. Otherwise AbandonFiling.`)
    const account = world.accounts.get(filing.accountId)
    if (account) {
      checkRole(context, account)
      checkOrganiserData(context, { ...filing, ...mended })
      checkOrganiser(context, account, mended.certificateNumber ?? filing.certificateNumber)
    }
    const changes = { ...mended, identityChecked, representative: responsible === 'legal-representative' }
    return { filing: filingState(world, submitFiling(world, filing.id, changes)) }
  },

  ReviewFiling(context) {
    const { world, input, fail } = context
    const { pass, reason, sendBack = false } = input.body
    const { id } = filingAt(context, input.path.filingId, pass ? 'pass' : sendBack ? 'send-back' : 'refuse')
    if (pass && sendBack) fail('bad-request', 'A filing that is passed is not sent back: leave out "sendBack".')
    if (pass) return { filing: filingState(world, passFiling(world, id)) }
    if (sendBack) return { filing: filingState(world, sendBackFiling(world, id, reason)) }
    const why = reason ?? fail('bad-request', 'A refusal has a reason: name it in "reason".')
    return { filing: filingState(world, refuseFiling(world, id, why)) }
  },

  VerifyFilingSms(context) {
    const { world, input } = context
    const filing = filingAt(context, input.path.filingId, 'verify')
    const { id, accountId, sms } = filing
    if (sms === undefined || sms.code === input.body.code) return { verified: true, filing: filingState(world, passSms(world, id)) }
    const wrongTries = sms.wrongTries + 1
    const tried = world.filings.change(id, { sms: { ...sms, wrongTries } })
    world.emit({ type: 'filing.sms-wrong', filingId: id, accountId })
    const after = wrongTries > WRONG_TRIES ? refuseFiling(world, id, 'sms-wrong') : tried
    return { verified: false, filing: filingState(world, after) }
  },

  ResendFilingSms(context) {
    const { world, input } = context
    return { filing: filingState(world, resendSms(world, filingAt(context, input.path.filingId, 'verify'))) }
  },

  AbandonFiling(context) {
    const { world, input } = context
    const { id, accountId } = filingAt(context, input.path.filingId, 'abandon')
    const account = world.accounts.get(accountId)
    if (account) checkRole(context, account)
    cancelPlans(world, id)
    const filing = world.transition('filings', id, 'abandon', { sms: undefined })
    world.emit({ type: 'filing.abandoned', filingId: id, accountId })
    return { filing: filingState(world, filing) }
  },
}
