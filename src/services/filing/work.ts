import type { Json } from '../../world/json.ts'
import type { WorkTable } from '../../world/plans.ts'
import { objectionTo, passFiling, refuseFiling } from './review.ts'

/** What ICP filing plans: each stage ends by itself when its working days are over (S-22). */
export const filingWork: WorkTable = {
  'filing.first-review'(world, about) {
    const filing = world.filings.get(idOf(about))
    if (filing?.status !== 'first-review') return undefined
    const objection = objectionTo(world, filing)
    if (objection) refuseFiling(world, filing.id, objection)
    else passFiling(world, filing.id)
    return undefined
  },
  'filing.authority-review'(world, about) {
    const filing = world.filings.get(idOf(about))
    if (filing?.status === 'authority-review') passFiling(world, filing.id)
    return undefined
  },
}

function idOf(about: Json): string {
  return typeof about === 'object' && about !== null && 'filingId' in about ? String(about.filingId) : ''
}
