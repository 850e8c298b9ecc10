import { callOff, passFiling, refuseFiling, submitFiling } from '../../filing/review.ts'
import type { ConsoleBehaviours } from '../scene.ts'
import { checkOrganiser } from './begin.ts'
import { filingAt, filingState } from './state.ts'

/** What becomes of an ICP filing once its server is settled (S-22, S-23). */
export const filingSteps: ConsoleBehaviours<'SubmitFiling' | 'ReviewFiling' | 'AbandonFiling'> = {
  SubmitFiling(scene) {
    const { world, input, fail } = scene
    const { identityChecked = true, mended = {} } = input.body ?? {}
    const filing = filingAt(scene, input.path.filingId, 'submit')
    if (filing.status !== 'refused' && Object.keys(mended).length > 0)
      fail('wrong-state', `${filing.id} was not refused: what the types were verified for is handed in as it is. Otherwise AbandonFiling.`)
    const account = world.accounts.get(filing.accountId)
    if (account) checkOrganiser(scene, account, mended.certificateNumber ?? filing.certificateNumber)
    return { filing: filingState(world, submitFiling(world, filing.id, { ...mended, identityChecked })) }
  },

  ReviewFiling(scene) {
    const { world, input, fail } = scene
    const { pass, reason } = input.body
    const { id } = filingAt(scene, input.path.filingId, pass ? 'pass' : 'refuse')
    if (pass) return { filing: filingState(world, passFiling(world, id)) }
    return {
      filing: filingState(world, refuseFiling(world, id, reason ?? fail('bad-request', 'A refusal has a reason: name it in "reason".'))),
    }
  },

  AbandonFiling(scene) {
    const { world, input } = scene
    const { id, accountId } = filingAt(scene, input.path.filingId, 'abandon')
    callOff(world, id)
    const filing = world.transition('filings', id, 'abandon')
    world.tell({ type: 'filing.abandoned', filingId: id, accountId })
    return { filing: filingState(world, filing) }
  },
}
