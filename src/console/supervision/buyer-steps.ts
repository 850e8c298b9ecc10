import { identify } from '../../commerce/licences/identification.ts'
import { takeLicence } from '../../commerce/licences/licences.ts'
import { isReviewed } from '../../commerce/supervision/supervise.ts'
import type { ConsoleBehaviours } from '../console-behaviour.ts'
import { checkStation, noteOf, shown, supervisionOf, takeStep } from './supervised.ts'

type Steps = 'SubmitRequirement' | 'TakeLicence' | 'SubmitIdentification' | 'AcceptDelivery' | 'ReturnDelivery'

/** What the buyer does under service supervision. */
export const buyerSteps: ConsoleBehaviours<Steps> = {
  SubmitRequirement(scene) {
    const { requirement } = scene.input.body
    return takeStep(scene, scene.input.path.orderId, 'submit-requirement', { by: 'buyer', changes: { requirement } })
  },

  /** From here on there is no negotiated unsubscription (S-26). */
  TakeLicence(scene) {
    const { world, input } = scene
    const { orderId } = input.path
    checkStation(scene, orderId, 'take-code')
    for (const licence of world.licences.by('order', orderId).slice(0))
      if (world.can('licences', licence.id, 'take')) takeLicence(world, licence)
    // Whoever owns licences may move the delivery along with them.
    return world.can('supervisions', orderId, 'take-code') ? takeStep(scene, orderId, 'take-code', { by: 'buyer' }) : shown(scene, orderId)
  },

  SubmitIdentification(scene) {
    const { world, input } = scene
    const { orderId } = input.path
    checkStation(scene, orderId, 'submit-identification')
    identify(world, orderId, input.body.identification)
    return takeStep(scene, orderId, 'submit-identification', { by: 'buyer' })
  },

  /** Orders of the enablement cloud, and those of before 28 April 2023, go to the vendor first (S-38). */
  AcceptDelivery(scene) {
    const { world, input } = scene
    const { orderId } = input.path
    const supervision = supervisionOf(scene, orderId)
    if (supervision.status === 'design-acceptance')
      return takeStep(scene, orderId, 'approve-design', { by: 'buyer', ...noteOf(input.body?.note) })
    const event = isReviewed(supervision) ? 'accept-for-review' : 'accept'
    return takeStep(scene, orderId, event, { by: 'buyer', ...noteOf(input.body?.note), changes: { acceptedAt: world.clock.now() } })
  },

  ReturnDelivery(scene) {
    const { orderId } = scene.input.path
    const { status, kind } = supervisionOf(scene, orderId)
    const again = kind === 'licence-v1' ? 'return-licence' : 'return'
    const event = status === 'design-acceptance' ? 'return-design' : again
    return takeStep(scene, orderId, event, { by: 'buyer', note: scene.input.body.reason })
  },
}
