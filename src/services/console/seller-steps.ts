import { deliverLicences } from '../ordering/identification.ts'
import { isReviewed, tellAppeal } from '../ordering/supervise.ts'
import { APPEAL_DAYS, afterWorkingDays } from '../ordering/working-days.ts'
import type { ConsoleBehaviours } from './scene.ts'
import { beginningOf, checkStation, documentOf, noteOf, shown, takeStep } from './supervised.ts'

type Steps = 'ConfirmRequirement' | 'DeliverService' | 'UploadProof' | 'DeliverLicence' | 'AppealDelivery'

/** What the seller does under service supervision. */
export const sellerSteps: ConsoleBehaviours<Steps> = {
  ConfirmRequirement(scene) {
    const { confirm, note } = scene.input.body
    const event = confirm ? 'confirm-requirement' : 'return-requirement'
    return takeStep(scene, scene.input.path.orderId, event, { by: 'seller', ...noteOf(note) })
  },

  /** Hardware goes on its way with its logistics (S-39); anything else is done. */
  DeliverService(scene) {
    const { world, input, fail } = scene
    const { orderId } = input.path
    const { logistics, proof, startedAt, note } = input.body ?? {}
    const { kind, status } = checkStation(scene, orderId, 'deliver')
    // Licence 1.0 has a step of its own, which brings the licence.
    if (status !== 'implementation')
      return fail('wrong-state', `The delivery of ${orderId} stands at ${status}: DeliverLicence brings the licence.`)
    if (kind === 'hardware' && !logistics)
      return fail('logistics-needed', `Order ${orderId} is hardware: name company and number in "logistics".`)
    const changes = {
      ...beginningOf(scene, orderId, startedAt),
      ...(logistics === undefined ? {} : { logistics }),
      ...(proof === undefined ? {} : { proof: documentOf(scene, proof) }),
    }
    if (world.can('orders', orderId, 'ship')) {
      const { customerId } = world.transition('orders', orderId, 'ship')
      world.tell({ type: 'order.shipped', orderId, customerId })
    }
    return takeStep(scene, orderId, 'deliver', { by: 'seller', ...noteOf(note), changes })
  },

  /** Outside the enablement cloud the system accepts by itself (S-26). */
  UploadProof(scene) {
    const { orderId } = scene.input.path
    const reviewed = isReviewed(checkStation(scene, orderId, 'upload-proof'))
    const proof = documentOf(scene, scene.input.body.proof)
    return takeStep(scene, orderId, reviewed ? 'upload-proof-for-review' : 'upload-proof', { by: 'seller', changes: { proof } })
  },

  DeliverLicence(scene) {
    const { world, input, fail } = scene
    const { orderId } = input.path
    const { status } = checkStation(scene, orderId, 'deliver')
    if (status !== 'licence-delivery')
      return fail('wrong-state', `The delivery of ${orderId} stands at ${status}: no licence is waited for. Next: DeliverService.`)
    const changes = beginningOf(scene, orderId, input.body.startedAt)
    deliverLicences(world, orderId, input.body.licence, changes.startedAt)
    return takeStep(scene, orderId, 'deliver', { by: 'seller', changes })
  },

  AppealDelivery(scene) {
    const { world, input, fail } = scene
    const { orderId } = input.path
    const before = checkStation(scene, orderId, 'uphold-appeal')
    if (before.appeal && before.appeal.decidedAt === undefined) return fail('wrong-state', `An appeal about ${orderId} runs already.`)
    const now = world.clock.now()
    const { reason, proof } = input.body
    const appeal = { at: now, reason, ...(proof === undefined ? {} : { proof: documentOf(scene, proof) }) }
    tellAppeal(world, world.supervisions.change(orderId, { appeal }))
    world.plan(afterWorkingDays(world, now, APPEAL_DAYS), 'supervision.appeal', { orderId })
    return shown(scene, orderId)
  },
}
