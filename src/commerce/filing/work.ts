import type { SomeWork } from '../../world/world-api.ts'
import { finishClaim } from './claims.ts'
import { objectionTo } from './objections.ts'
import { passFiling, refuseFiling } from './review.ts'

/** Planned work of ICP filing: each stage ends by itself after its working days (S-22), the SMS check after a day. */
export const filingWork = {
  'filing.first-review'(world, about) {
    const filing = world.filings.get(about.filingId)
    if (filing?.status !== 'first-review' && filing?.status !== 'mended') return undefined
    const objection = objectionTo(world, filing)
    if (objection) refuseFiling(world, filing.id, objection)
    else passFiling(world, filing.id)
    return undefined
  },
  'filing.sms'(world, about) {
    const filing = world.filings.get(about.filingId)
    if (filing?.status === 'handed-on') refuseFiling(world, filing.id, 'sms-timeout')
    return undefined
  },
  'filing.authority-review'(world, about) {
    const filing = world.filings.get(about.filingId)
    if (filing?.status === 'authority-review') passFiling(world, filing.id)
    return undefined
  },
  'filing.claim'(world, about) {
    const former = world.formerFilings.get(about.siteName)
    if (former) finishClaim(world, former)
    return undefined
  },
} satisfies SomeWork
