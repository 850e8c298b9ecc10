import { activateLicence } from '../../commerce/licences/activate.ts'
import { deliverLicences, identify } from '../../commerce/licences/identification.ts'
import { takeLicence } from '../../commerce/licences/licences.ts'
import { giveBackUndelivered } from '../../commerce/refunds/give-back.ts'
import { hasDesign, moveSupervision, type Step } from '../../commerce/supervision/supervise.ts'
import { completeSupervision, decideAppeal } from '../../commerce/supervision/supervision-work.ts'
import type { EventOf } from '../../world/engine/machines.ts'
import type { Licence, Supervision } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import { must, type StateChange, type StateChanges } from './change.ts'
import { ship } from './order-changes.ts'

const supervisionOf = (world: World, id: string) => world.supervisions.get(id) as Supervision

/** Sample documents for steps in which people would upload one. */
const DOCUMENT = '需求说明.docx'
const PROOF = '交付证明.pdf'

const step =
  (event: EventOf<'supervisions'>, by: Step['by'], changes: NonNullable<Step['changes']> = {}): StateChange =>
  ({ world, reason }, id) => {
    moveSupervision(world, id, event, { by, changes, ...(reason === undefined ? {} : { note: reason }) })
  }

/** Some transitions are only for orders of the enablement cloud, others for all but those (S-26, S-38). */
const inCloud =
  (wanted: boolean, move: StateChange): StateChange =>
  (context, id) => {
    must(supervisionOf(context.world, id).enablement === wanted, `it is ${wanted ? 'not ' : ''}an order of the enablement cloud.`)
    move(context, id)
  }

/** Only website services have a design stage before the implementation. */
const withDesign =
  (wanted: boolean, move: StateChange): StateChange =>
  (context, id) => {
    must(hasDesign(context.world, id) === wanted, `it is ${wanted ? 'not ' : ''}a website.`)
    move(context, id)
  }

const accept =
  (event: EventOf<'supervisions'>): StateChange =>
  (context, id) =>
    step(event, 'buyer', { acceptedAt: context.world.clock.now() })(context, id)

/** State changes of supervised deliveries, including the licences and orders that change with them. */
export const supervisionMoves: StateChanges<'supervisions'> = {
  'submit-requirement': step('submit-requirement', 'buyer', { requirement: DOCUMENT }),
  'confirm-requirement': withDesign(false, step('confirm-requirement', 'seller')),
  'confirm-requirement-for-design': withDesign(true, step('confirm-requirement-for-design', 'seller')),
  'submit-design': step('submit-design', 'seller'),
  'approve-design': step('approve-design', 'buyer'),
  'return-design': step('return-design', 'buyer'),
  'return-requirement': step('return-requirement', 'seller'),
  deliver(context, id) {
    const { world } = context
    const { kind, status } = supervisionOf(world, id)
    if (status === 'licence-delivery') deliverLicences(world, id, 'U0FOREJPWA==', undefined)
    if (world.can('orders', id, 'ship')) ship(world, id)
    step(
      'deliver',
      'seller',
      kind === 'hardware' ? { logistics: { company: '顺丰速运', number: 'SF0000000000001' } } : { proof: PROOF },
    )(context, id)
  },
  'take-code'(context, id) {
    for (const licence of context.world.licences.where('order', id).slice(0))
      if (context.world.can('licences', licence.id, 'take')) takeLicence(context.world, licence)
    if (context.world.can('supervisions', id, 'take-code')) step('take-code', 'buyer')(context, id)
  },
  activate(context, id) {
    for (const licence of context.world.licences.where('order', id).slice(0))
      if (context.world.can('licences', licence.id, 'activate')) activateLicence(context.world, licence)
    if (context.world.can('supervisions', id, 'activate')) step('activate', 'seller', { startedAt: context.world.clock.now() })(context, id)
  },
  'upload-proof': inCloud(false, step('upload-proof', 'seller', { proof: PROOF })),
  'upload-proof-for-review': inCloud(true, step('upload-proof-for-review', 'seller', { proof: PROOF })),
  'submit-identification'(context, id) {
    identify(context.world, id, 'SYS-SANDBOX-0001')
    step('submit-identification', 'buyer')(context, id)
  },
  accept: inCloud(false, accept('accept')),
  'accept-for-review': inCloud(true, accept('accept-for-review')),
  return(context, id) {
    must(supervisionOf(context.world, id).kind !== 'licence-v1', 'of a licence 1.0 another licence is asked for.')
    step('return', 'buyer')(context, id)
  },
  'return-licence'(context, id) {
    must(supervisionOf(context.world, id).kind === 'licence-v1', 'only a licence 1.0 is delivered again.')
    step('return-licence', 'buyer')(context, id)
  },
  'uphold-for-buyer'({ world }, id) {
    const { appeal } = supervisionOf(world, id)
    must(appeal !== undefined && appeal.decidedAt === undefined, 'nobody has appealed.')
    decideAppeal(world, id, 'cancel', true)
  },
  'uphold-appeal'(context, id) {
    const { appeal } = supervisionOf(context.world, id)
    must(appeal !== undefined && appeal.decidedAt === undefined, 'nobody has appealed.')
    decideAppeal(context.world, id, 'accept', true)
  },
  'review-passed': step('review-passed', 'vendor'),
  'review-refused'(context, id) {
    must(supervisionOf(context.world, id).kind !== 'licence', 'of a licence code the proof is refused.')
    step('review-refused', 'vendor')(context, id)
  },
  'proof-refused'(context, id) {
    must(supervisionOf(context.world, id).kind === 'licence', 'only licence codes are shown with a proof.')
    step('proof-refused', 'vendor')(context, id)
  },
  complete: ({ world }, id) => completeSupervision(world, id),
  cancel({ world }, id) {
    const order = world.orders.get(id)
    must(order !== undefined && world.can('orders', id, 'give-back'), 'its order cannot be given back any more.')
    giveBackUndelivered(world, order, {})
  },
}

/** State changes of licences. Licences of an order change with its delivery. */
export const licenceMoves: StateChanges<'licences'> = {
  take({ world, reach }, id) {
    const licence = world.licences.get(id) as Licence
    must(licence.kind === 'code' && licence.test !== true, 'nobody takes a test code or a licence 1.0.')
    if (world.can('supervisions', licence.orderId ?? '', 'take-code')) reach('supervisions', licence.orderId ?? '', 'activation')
    else takeLicence(world, licence)
  },
  activate({ world, reach }, id) {
    const { orderId = '' } = world.licences.get(id) as Licence
    if (world.can('supervisions', orderId, 'activate')) reach('supervisions', orderId, 'proof')
    else activateLicence(world, world.licences.get(id) as Licence)
  },
  deliver({ world, reach }, id) {
    const { kind, test, orderId = '' } = world.licences.get(id) as Licence
    must(kind === 'identification' || test === true, 'a licence code is taken first.')
    if (kind === 'identification' && world.supervisions.get(orderId)?.status === 'licence-delivery')
      reach('supervisions', orderId, 'acceptance')
    else activateLicence(world, world.licences.get(id) as Licence)
  },
}
