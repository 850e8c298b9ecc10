import { deliverLicences } from '../../commerce/licences/identification.ts'
import { hasDesign, isReviewed, needsDocument } from '../../commerce/supervision/supervise.ts'
import type { ConsoleBehaviours } from '../console-behaviour.ts'
import { beginningOf, checkStation, documentOf, noteOf, takeStep } from './supervised.ts'

type Steps = 'ConfirmRequirement' | 'DeliverService' | 'UploadProof' | 'DeliverLicence'

/** The seller's steps under service supervision. */
export const sellerSteps: ConsoleBehaviours<Steps> = {
  ConfirmRequirement(context) {
    const { confirm, note } = context.input.body
    const confirmed = hasDesign(context.world, context.input.path.orderId) ? 'confirm-requirement-for-design' : 'confirm-requirement'
    const event = confirm ? confirmed : 'return-requirement'
    return takeStep(context, context.input.path.orderId, event, { by: 'seller', ...noteOf(note) })
  },

  /** Hardware is shipped with its logistics data (S-39); everything else is delivered. */
  DeliverService(context) {
    const { world, input, fail } = context
    const { orderId } = input.path
    const { logistics, proof, startedAt, note } = input.body ?? {}
    const supervision = checkStation(context, orderId, 'deliver', 'submit-design')
    const { kind, status } = supervision
    if (status === 'design') return takeStep(context, orderId, 'submit-design', { by: 'seller', ...noteOf(note) })
    // Licence 1.0 has a separate step, which delivers the licence.
    if (status !== 'implementation')
      return fail(
        'wrong-state',
        `The delivery of ${orderId} has the status ${status}: the seller delivers the licence with DeliverLicence.`,
      )
    if (kind === 'hardware' && !logistics)
      return fail('logistics-needed', `Order ${orderId} is hardware: name company and number in "logistics".`)
    if (needsDocument(world, supervision) && proof === undefined)
      return fail(
        'proof-needed',
        `Order ${orderId} is ${supervision.baseCloud ? 'of the base cloud (基地云)' : 'a manual service'}: name its document of acceptance (交付验收文档) in "proof".`,
      )
    const changes = {
      ...beginningOf(context, orderId, startedAt),
      ...(logistics === undefined ? {} : { logistics }),
      ...(proof === undefined ? {} : { proof: documentOf(context, proof) }),
    }
    if (world.can('orders', orderId, 'ship')) {
      const { customerId } = world.transition('orders', orderId, 'ship')
      world.emit({ type: 'order.shipped', orderId, customerId })
    }
    return takeStep(context, orderId, 'deliver', { by: 'seller', ...noteOf(note), changes })
  },

  /** Outside the enablement cloud the system accepts automatically (S-26). */
  UploadProof(context) {
    const { orderId } = context.input.path
    const reviewed = isReviewed(checkStation(context, orderId, 'upload-proof'))
    const proof = documentOf(context, context.input.body.proof)
    return takeStep(context, orderId, reviewed ? 'upload-proof-for-review' : 'upload-proof', { by: 'seller', changes: { proof } })
  },

  DeliverLicence(context) {
    const { world, input, fail } = context
    const { orderId } = input.path
    const { status } = checkStation(context, orderId, 'deliver')
    if (status !== 'licence-delivery')
      return fail(
        'wrong-state',
        `The delivery of ${orderId} has the status ${status}: it does not wait for a licence. Next: DeliverService.`,
      )
    const changes = beginningOf(context, orderId, input.body.startedAt)
    deliverLicences(world, orderId, input.body.licence, changes.startedAt)
    return takeStep(context, orderId, 'deliver', { by: 'seller', changes })
  },
}
