import type { Filing, FormerFiling } from '../../world/entities.ts'
import type { World } from '../../world/world.ts'
import { afterWorkingDays } from '../ordering/working-days.ts'
import { fileOrganiser, filingNumber } from './organiser.ts'

/** Why a filing is refused (S-23). */
export type FilingRefusal = NonNullable<Filing['refusal']>

/** Hands a filing in; the vendor's first review is planned. Tells `filing.submitted`. @throws IllegalTransition */
export function submitFiling(world: World, id: string, changes: Partial<Filing>): Filing {
  const now = world.clock.now()
  const filing = world.transition('filings', id, 'submit', { ...changes, submittedAt: now, refusal: undefined, reviewedAt: undefined })
  world.tell({ type: 'filing.submitted', filingId: id, accountId: filing.accountId })
  world.plan(stageEnd(world, filing) ?? now, 'filing.first-review', { filingId: id })
  return filing
}

/** The stage is passed: on to the authority, or filed, with its number. Tells it. @throws IllegalTransition */
export function passFiling(world: World, id: string): Filing {
  callOff(world, id)
  const now = world.clock.now()
  const before = world.filings.get(id)
  if (before?.status !== 'authority-review') {
    const filing = world.transition('filings', id, 'pass', { reviewedAt: now })
    world.tell({ type: 'filing.first-review-passed', filingId: id, accountId: filing.accountId })
    world.plan(stageEnd(world, filing) ?? now, 'filing.authority-review', { filingId: id })
    return filing
  }
  const organiser = fileOrganiser(world, before)
  const filed = world.transition('filings', id, 'pass', { filedAt: now, filingNumber: filingNumber(world, organiser, before) })
  world.tell({ type: 'filing.filed', filingId: id, accountId: filed.accountId })
  return filed
}

/** The stage is not passed. Tells `filing.refused`. @throws IllegalTransition */
export function refuseFiling(world: World, id: string, refusal: FilingRefusal): Filing {
  callOff(world, id)
  const filing = world.transition('filings', id, 'refuse', { refusal })
  world.tell({ type: 'filing.refused', filingId: id, accountId: filing.accountId, reason: refusal })
  return filing
}

/** When the stage at which a filing stands is over by itself, epoch ms; undefined where people have to do something. */
export function stageEnd(world: World, { status, submittedAt, reviewedAt }: Filing): number | undefined {
  const days = (name: string) => Number(world.setting(name))
  if (status === 'first-review' && submittedAt !== undefined)
    return afterWorkingDays(world, submittedAt, days('console.filingFirstReviewDays'))
  if (status === 'authority-review' && reviewedAt !== undefined)
    return afterWorkingDays(world, reviewedAt, days('console.filingAuthorityDays'))
  return undefined
}

/** Plans the ends of the stages at which the filings of a starting world stand. */
export function beginFilings(world: World): void {
  for (const filing of world.filings.all()) {
    const end = stageEnd(world, filing)
    if (end !== undefined) world.plan(end, `filing.${filing.status}`, { filingId: filing.id })
  }
}

/** Takes back what is planned for a filing. */
export function callOff(world: World, filingId: string): void {
  for (const work of ['filing.first-review', 'filing.authority-review']) world.unplan({ work, about: { filingId } })
}

/** What the vendor's first review finds wrong; undefined when there is nothing (S-23). */
export function objectionTo(world: World, filing: Filing): FilingRefusal | undefined {
  const { id, organiserName, certificateNumber, siteName, serviceType } = filing
  if (filing.identityChecked === false) return 'identity-check'
  const same = [...world.filings.by('certificate', certificateNumber)]
  if (same.some((other) => other.id !== id && other.submittedAt !== undefined && inProgress(other))) return 'order-in-progress'
  const domain = serviceType === 'website' ? world.domains.get(siteName) : undefined
  if (domain && (!domain.verified || domain.ownerName !== organiserName || domain.ownerCertificate !== certificateNumber))
    return 'domain-mismatch'
  const differs = (former: FormerFiling) => former.organiserName !== organiserName || former.certificateNumber !== certificateNumber
  const former = [world.formerFilings.get(siteName) ?? [], ...world.formerFilings.by('certificate', certificateNumber)].flat()
  return former.some(differs) ? 'former-data-mismatch' : undefined
}

/** Whether a filing is neither filed nor abandoned: a refused one still is in the way (S-23). */
export function inProgress({ status }: Filing): boolean {
  return status !== 'filed' && status !== 'abandoned'
}
