import { deliverLicences } from '../../commerce/licences/identification.ts'
import { hasDesign, isReviewed, needsDocument } from '../../commerce/supervision/supervise.ts'
import type { ConsoleBehaviours } from '../console-behaviour.ts'
import { beginningOf, checkStation, documentOf, noteOf, takeStep } from './supervised.ts'

type Steps = 'ConfirmRequirement' | 'DeliverService' | 'UploadProof' | 'DeliverLicence'

/** What the seller does under service supervision. */
export const sellerSteps: ConsoleBehaviours<Steps> = {
  ConfirmRequirement(scene) {
    const { confirm, note } = scene.input.body
    const confirmed = hasDesign(scene.world, scene.input.path.orderId) ? 'confirm-requirement-for-design' : 'confirm-requirement'
    const event = confirm ? confirmed : 'return-requirement'
    return takeStep(scene, scene.input.path.orderId, event, { by: 'seller', ...noteOf(note) })
  },

  /** Hardware goes on its way with its logistics (S-39); anything else is done. */
  DeliverService(scene) {
    const { world, input, fail } = scene
    const { orderId } = input.path
    const { logistics, proof, startedAt, note } = input.body ?? {}
    const supervision = checkStation(scene, orderId, 'deliver', 'submit-design')
    const { kind, status } = supervision
    if (status === 'design') return takeStep(scene, orderId, 'submit-design', { by: 'seller', ...noteOf(note) })
    // Licence 1.0 has a step of its own, which brings the licence.
    if (status !== 'implementation')
      return fail('wrong-state', `The delivery of ${orderId} stands at ${status}: DeliverLicence brings the licence.`)
    if (kind === 'hardware' && !logistics)
      return fail('logistics-needed', `Order ${orderId} is hardware: name company and number in "logistics".`)
    if (needsDocument(world, supervision) && proof === undefined)
      return fail(
        'proof-needed',
        `Order ${orderId} is ${supervision.baseCloud ? 'of the base cloud (基地云)' : 'a manual service'}: name its document of acceptance (交付验收文档) in "proof".`,
      )
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
}
