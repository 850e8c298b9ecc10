import type { Filing, FilingRefusal } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import { afterWorkingDays } from '../ordering/working-days.ts'
import { fileOrganiser, filingNumber } from './organiser.ts'
import { newSms, SMS_LIFE } from './sms-code.ts'

const PLANNED = ['filing.first-review', 'filing.sms', 'filing.authority-review'] as const

/**
 * Submits a filing and plans the vendor's review. Records `filing.submitted`.
 * @throws IllegalTransition
 */
export function submitFiling(world: World, id: string, changes: Partial<Filing>): Filing {
  const now = world.clock.now()
  const fresh = { submittedAt: now, refusal: undefined, reviewedAt: undefined, handedOnAt: undefined }
  const filing = world.transition('filings', id, 'submit', { ...changes, ...fresh })
  world.emit({ type: 'filing.submitted', filingId: id, accountId: filing.accountId })
  planEnd(world, filing)
  return filing
}

/**
 * Passes the current stage: the SMS check begins, or the site is filed and gets its number. Records the corresponding facts.
 * @throws IllegalTransition
 */
export function passFiling(world: World, id: string): Filing {
  cancelPlans(world, id)
  const now = world.clock.now()
  const before = world.filings.get(id)
  if (before?.status !== 'authority-review') {
    const filing = world.transition('filings', id, 'pass', { reviewedAt: now, sms: newSms(world, id, 0) })
    world.emit({ type: 'filing.first-review-passed', filingId: id, accountId: filing.accountId })
    world.emit({ type: 'filing.sms-sent', filingId: id, accountId: filing.accountId })
    planEnd(world, filing)
    return filing
  }
  const organiser = fileOrganiser(world, before)
  const filed = world.transition('filings', id, 'pass', { filedAt: now, filingNumber: filingNumber(world, organiser, before) })
  world.emit({ type: 'filing.filed', filingId: id, accountId: filed.accountId })
  return filed
}

/**
 * Sends a filing back for changes (接入商审核为待修改). Records `filing.sent-back`.
 * @throws IllegalTransition
 */
export function sendBackFiling(world: World, id: string, refusal?: FilingRefusal): Filing {
  cancelPlans(world, id)
  const filing = world.transition('filings', id, 'send-back', { refusal })
  world.emit({ type: 'filing.sent-back', filingId: id, accountId: filing.accountId, ...(refusal ? { reason: refusal } : {}) })
  return filing
}

/**
 * Refuses a filing at its current stage; a filing whose SMS check fails is returned. Records `filing.refused`.
 * @throws IllegalTransition
 */
export function refuseFiling(world: World, id: string, refusal: FilingRefusal): Filing {
  cancelPlans(world, id)
  const event = world.filings.get(id)?.status === 'handed-on' ? 'return' : 'refuse'
  const filing = world.transition('filings', id, event, { refusal, sms: undefined })
  world.emit({ type: 'filing.refused', filingId: id, accountId: filing.accountId, reason: refusal })
  return filing
}

/** Sends another SMS. Wrong tries are still counted together (inferred). Records `filing.sms-sent`. */
export function resendSms(world: World, { id, accountId, sms }: Filing): Filing {
  cancelPlans(world, id)
  const filing = world.filings.change(id, { sms: newSms(world, id, sms?.wrongTries ?? 0) })
  world.emit({ type: 'filing.sms-sent', filingId: id, accountId })
  planEnd(world, filing)
  return filing
}

/**
 * Passes the SMS check; the authority's review begins. Records `filing.sms-checked`.
 * @throws IllegalTransition
 */
export function passSms(world: World, id: string): Filing {
  cancelPlans(world, id)
  const filing = world.transition('filings', id, 'verify', { handedOnAt: world.clock.now(), sms: undefined })
  world.emit({ type: 'filing.sms-checked', filingId: id, accountId: filing.accountId })
  planEnd(world, filing)
  return filing
}

/** When the current stage of a filing ends by itself, epoch ms; undefined where people have to act. */
export function stageEnd(world: World, { status, submittedAt, reviewedAt, handedOnAt, sms }: Filing): number | undefined {
  if ((status === 'first-review' || status === 'mended') && submittedAt !== undefined)
    return afterWorkingDays(world, submittedAt, world.setting('console.filingFirstReviewDays'))
  if (status === 'handed-on' && sms !== undefined) return sms.sentAt + SMS_LIFE
  const begun = handedOnAt ?? reviewedAt
  if (status === 'authority-review' && begun !== undefined)
    return afterWorkingDays(world, begun, world.setting('console.filingAuthorityDays'))
  return undefined
}

/** Plans the ends of the current stages of a starting world's filings. */
export function beginFilings(world: World): void {
  for (const filing of world.filings.all()) planEnd(world, filing)
}

/** Cancels the planned work of a filing. */
export function cancelPlans(world: World, filingId: string): void {
  for (const work of PLANNED) world.unplan({ work, about: { filingId } })
}

function planEnd(world: World, filing: Filing): void {
  const end = stageEnd(world, filing)
  if (end === undefined) return
  const { id: filingId, status } = filing
  world.plan(
    end,
    status === 'handed-on' ? 'filing.sms' : status === 'authority-review' ? 'filing.authority-review' : 'filing.first-review',
    {
      filingId,
    },
  )
}
