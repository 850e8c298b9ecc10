import { identify } from '../../commerce/licences/identification.ts'
import { takeLicence } from '../../commerce/licences/licences.ts'
import { isReviewed } from '../../commerce/supervision/supervise.ts'
import type { ConsoleBehaviours } from '../console-behaviour.ts'
import { checkStation, noteOf, shown, supervisionOf, takeStep } from './supervised.ts'

type Steps = 'SubmitRequirement' | 'TakeLicence' | 'SubmitIdentification' | 'AcceptDelivery' | 'ReturnDelivery'

/** The buyer's steps under service supervision. */
export const buyerSteps: ConsoleBehaviours<Steps> = {
  SubmitRequirement(context) {
    const { requirement } = context.input.body
    return takeStep(context, context.input.path.orderId, 'submit-requirement', { by: 'buyer', changes: { requirement } })
  },

  /** After this step a negotiated unsubscription is no longer possible (S-26). */
  TakeLicence(context) {
    const { world, input } = context
    const { orderId } = input.path
    checkStation(context, orderId, 'take-code')
    for (const licence of world.licences.where('order', orderId).slice(0))
      if (world.can('licences', licence.id, 'take')) takeLicence(world, licence)
    // The stage may already have passed with the licences.
    return world.can('supervisions', orderId, 'take-code')
      ? takeStep(context, orderId, 'take-code', { by: 'buyer' })
      : shown(context, orderId)
  },

  SubmitIdentification(context) {
    const { world, input } = context
    const { orderId } = input.path
    checkStation(context, orderId, 'submit-identification')
    identify(world, orderId, input.body.identification)
    return takeStep(context, orderId, 'submit-identification', { by: 'buyer' })
  },

  /** Orders of the enablement cloud, and those from before 28 April 2023, go to the vendor's review first (S-38). */
  AcceptDelivery(context) {
    const { world, input } = context
    const { orderId } = input.path
    const supervision = supervisionOf(context, orderId)
    if (supervision.status === 'design-acceptance')
      return takeStep(context, orderId, 'approve-design', { by: 'buyer', ...noteOf(input.body?.note) })
    const event = isReviewed(supervision) ? 'accept-for-review' : 'accept'
    return takeStep(context, orderId, event, { by: 'buyer', ...noteOf(input.body?.note), changes: { acceptedAt: world.clock.now() } })
  },

  ReturnDelivery(context) {
    const { orderId } = context.input.path
    const { status, kind } = supervisionOf(context, orderId)
    const again = kind === 'licence-v1' ? 'return-licence' : 'return'
    const event = status === 'design-acceptance' ? 'return-design' : again
    return takeStep(context, orderId, event, { by: 'buyer', note: context.input.body.reason })
  },
}
