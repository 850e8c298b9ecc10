import { activateLicence } from '../../commerce/licences/activate.ts'
import { deliverLicences, identify } from '../../commerce/licences/identification.ts'
import { takeLicence } from '../../commerce/licences/licences.ts'
import { giveBackUndelivered } from '../../commerce/refunds/give-back.ts'
import { hasDesign, moveSupervision, type Step } from '../../commerce/supervision/supervise.ts'
import { completeSupervision, decideAppeal } from '../../commerce/supervision/supervision-work.ts'
import type { Licence, Supervision } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import { type Move, type Moves, must } from './change.ts'
import { ship } from './order-changes.ts'

const supervisionOf = (world: World, id: string) => world.supervisions.get(id) as Supervision

/** What people would write, put in for them. */
const DOCUMENT = '需求说明.docx'
const PROOF = '交付证明.pdf'

const step =
  (event: string, by: Step['by'], changes: NonNullable<Step['changes']> = {}): Move =>
  ({ world, reason }, id) => {
    moveSupervision(world, id, event, { by, changes, ...(reason === undefined ? {} : { note: reason }) })
  }

/** Some ways are for orders of the enablement cloud alone, others for all but those (S-26, S-38). */
const inCloud =
  (wanted: boolean, move: Move): Move =>
  (scene, id) => {
    must(supervisionOf(scene.world, id).enablement === wanted, `it is ${wanted ? 'no' : 'an'} order of the enablement cloud.`)
    move(scene, id)
  }

/** Websites have a design before they are built, no other manual service has one. */
const withDesign =
  (wanted: boolean, move: Move): Move =>
  (scene, id) => {
    must(hasDesign(scene.world, id) === wanted, `it is ${wanted ? 'no' : 'a'} website.`)
    move(scene, id)
  }

const accept =
  (event: string): Move =>
  (scene, id) =>
    step(event, 'buyer', { acceptedAt: scene.world.clock.now() })(scene, id)

/** How deliveries move that people watch over, with the licences and the order that move along. */
export const supervisionMoves: Moves = {
  'submit-requirement': step('submit-requirement', 'buyer', { requirement: DOCUMENT }),
  'confirm-requirement': withDesign(false, step('confirm-requirement', 'seller')),
  'confirm-requirement-for-design': withDesign(true, step('confirm-requirement-for-design', 'seller')),
  'submit-design': step('submit-design', 'seller'),
  'approve-design': step('approve-design', 'buyer'),
  'return-design': step('return-design', 'buyer'),
  'return-requirement': step('return-requirement', 'seller'),
  deliver(scene, id) {
    const { world } = scene
    const { kind, status } = supervisionOf(world, id)
    if (status === 'licence-delivery') deliverLicences(world, id, 'U0FOREJPWA==', undefined)
    if (world.can('orders', id, 'ship')) ship(world, id)
    step(
      'deliver',
      'seller',
      kind === 'hardware' ? { logistics: { company: '顺丰速运', number: 'SF0000000000001' } } : { proof: PROOF },
    )(scene, id)
  },
  'take-code'(scene, id) {
    for (const licence of scene.world.licences.by('order', id).slice(0))
      if (scene.world.can('licences', licence.id, 'take')) takeLicence(scene.world, licence)
    if (scene.world.can('supervisions', id, 'take-code')) step('take-code', 'buyer')(scene, id)
  },
  activate(scene, id) {
    for (const licence of scene.world.licences.by('order', id).slice(0))
      if (scene.world.can('licences', licence.id, 'activate')) activateLicence(scene.world, licence)
    if (scene.world.can('supervisions', id, 'activate')) step('activate', 'seller', { startedAt: scene.world.clock.now() })(scene, id)
  },
  'upload-proof': inCloud(false, step('upload-proof', 'seller', { proof: PROOF })),
  'upload-proof-for-review': inCloud(true, step('upload-proof-for-review', 'seller', { proof: PROOF })),
  'submit-identification'(scene, id) {
    identify(scene.world, id, 'SYS-SANDBOX-0001')
    step('submit-identification', 'buyer')(scene, id)
  },
  accept: inCloud(false, accept('accept')),
  'accept-for-review': inCloud(true, accept('accept-for-review')),
  return(scene, id) {
    must(supervisionOf(scene.world, id).kind !== 'licence-v1', 'of a licence 1.0 another licence is asked for.')
    step('return', 'buyer')(scene, id)
  },
  'return-licence'(scene, id) {
    must(supervisionOf(scene.world, id).kind === 'licence-v1', 'only a licence 1.0 is delivered again.')
    step('return-licence', 'buyer')(scene, id)
  },
  'uphold-for-buyer'({ world }, id) {
    const { appeal } = supervisionOf(world, id)
    must(appeal !== undefined && appeal.decidedAt === undefined, 'nobody has appealed.')
    decideAppeal(world, id, 'cancel', true)
  },
  'uphold-appeal'(scene, id) {
    const { appeal } = supervisionOf(scene.world, id)
    must(appeal !== undefined && appeal.decidedAt === undefined, 'nobody has appealed.')
    decideAppeal(scene.world, id, 'accept', true)
  },
  'review-passed': step('review-passed', 'vendor'),
  'review-refused'(scene, id) {
    must(supervisionOf(scene.world, id).kind !== 'licence', 'of a licence code the proof is refused.')
    step('review-refused', 'vendor')(scene, id)
  },
  'proof-refused'(scene, id) {
    must(supervisionOf(scene.world, id).kind === 'licence', 'only licence codes are shown with a proof.')
    step('proof-refused', 'vendor')(scene, id)
  },
  complete: ({ world }, id) => completeSupervision(world, id),
  cancel({ world }, id) {
    const order = world.orders.get(id)
    must(order !== undefined && world.can('orders', id, 'give-back'), 'its order cannot be given back any more.')
    giveBackUndelivered(world, order, {})
  },
}

/** How licences move: those of an order with its delivery. */
export const licenceMoves: Moves = {
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
