import { APPEAL_DAYS, afterWorkingDays } from '../../commerce/ordering/working-days.ts'
import { noteAppeal } from '../../commerce/supervision/supervise.ts'
import { decideAppeal } from '../../commerce/supervision/supervision-work.ts'
import type { ConsoleBehaviours } from '../console-behaviour.ts'
import { checkStation, documentOf, noteOf, shown, supervisionOf, takeStep } from './supervised.ts'

/** The steps of the vendor's staff under service supervision, and appeals to it. */
export const vendorSteps: ConsoleBehaviours<'ReviewDelivery' | 'AppealDelivery' | 'DecideAppeal'> = {
  /** 华为云复核, only for the enablement cloud (S-38). */
  ReviewDelivery(context) {
    const { orderId } = context.input.path
    const { pass, reason } = context.input.body
    const { kind, proof } = checkStation(context, orderId, 'review-passed')
    // A licence code is reviewed with its proof, everything else with the buyer's acceptance.
    const refused = kind === 'licence' && proof !== undefined ? 'proof-refused' : 'review-refused'
    return takeStep(context, orderId, pass ? 'review-passed' : refused, { by: 'vendor', ...noteOf(reason) })
  },

  /** Both sides can appeal until the flow ends. The flow stops until the vendor decides (S-58). */
  AppealDelivery(context) {
    const { world, input, fail } = context
    const { orderId } = input.path
    const before = supervisionOf(context, orderId)
    if (before.appeal && before.appeal.decidedAt === undefined) return fail('wrong-state', `An appeal about ${orderId} runs already.`)
    checkStation(context, orderId, 'uphold-for-buyer')
    const now = world.clock.now()
    const { reason, proof, by = 'seller' } = input.body
    noteAppeal(world, orderId, { at: now, by, reason, ...(proof === undefined ? {} : { proof: documentOf(context, proof) }) })
    world.plan(afterWorkingDays(world, now, APPEAL_DAYS), 'supervision.appeal', { orderId })
    return shown(context, orderId)
  },

  DecideAppeal(context) {
    const { world, input, fail } = context
    const { orderId } = input.path
    const { appeal, status } = supervisionOf(context, orderId)
    if (!appeal || appeal.decidedAt !== undefined)
      return fail('wrong-state', `The delivery of ${orderId} has the status ${status}: no appeal about it waits for a decision.`)
    const { uphold, outcome } = input.body
    if (!uphold && outcome !== undefined && outcome !== 'continue')
      return fail('bad-request', `An appeal that is refused lets the flow go on: "${outcome}" goes with uphold true.`)
    const accepts = world.can('supervisions', orderId, 'uphold-appeal')
    if (outcome === 'accept' && !accepts)
      return fail('wrong-state', `The delivery of ${orderId} has the status ${status}: nothing was handed over that could be accepted.`)
    const usual = appeal.by === 'buyer' ? 'cancel' : accepts ? 'accept' : 'continue'
    decideAppeal(world, orderId, uphold ? (outcome ?? usual) : 'continue', uphold)
    return shown(context, orderId)
  },
}
