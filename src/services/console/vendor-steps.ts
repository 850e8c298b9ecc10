import type { ConsoleBehaviours } from './scene.ts'
import { checkStation, noteOf, shown, takeStep } from './supervised.ts'

/** What the vendor's staff does under service supervision. */
export const vendorSteps: ConsoleBehaviours<'ReviewDelivery' | 'DecideAppeal'> = {
  /** 华为云复核, for the enablement cloud alone (S-38). */
  ReviewDelivery(scene) {
    const { orderId } = scene.input.path
    const { pass, reason } = scene.input.body
    const { kind, proof } = checkStation(scene, orderId, 'review-passed')
    // A licence code comes here with its proof, everything else with the buyer's acceptance.
    const refused = kind === 'licence' && proof !== undefined ? 'proof-refused' : 'review-refused'
    return takeStep(scene, orderId, pass ? 'review-passed' : refused, { by: 'vendor', ...noteOf(reason) })
  },

  DecideAppeal(scene) {
    const { world, input, fail } = scene
    const { orderId } = input.path
    const { appeal } = checkStation(scene, orderId, 'uphold-appeal')
    if (!appeal || appeal.decidedAt !== undefined) return fail('wrong-state', `No appeal about ${orderId} waits for a decision.`)
    world.unplan({ work: 'supervision.appeal', about: { orderId } })
    const decided = { ...appeal, decidedAt: world.clock.now(), upheld: input.body.uphold }
    if (input.body.uphold) return takeStep(scene, orderId, 'uphold-appeal', { by: 'vendor', changes: { appeal: decided } })
    world.supervisions.change(orderId, { appeal: decided })
    return shown(scene, orderId)
  },
}
