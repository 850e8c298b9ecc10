import type { Domain, Filing, FilingRefusal, FormerFiling } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import { endOf } from '../ordering/periods.ts'
import { INDIVIDUAL } from './kinds.ts'
import { needsRepresentative } from './provinces.ts'

/** The reason for which the vendor's first review refuses a filing (S-23); undefined when there is none. */
export function objectionTo(world: World, filing: Filing): FilingRefusal | undefined {
  const { id, accountId, certificateNumber, siteName, serviceType, nature, region } = filing
  if (filing.identityChecked === false) return 'identity-check'
  const same = [...world.filings.where('certificate', certificateNumber)]
  if (same.some((other) => other.id !== id && other.submittedAt !== undefined && inProgress(other))) return 'order-in-progress'
  if ([...world.organisers.where('certificate', certificateNumber)].some((one) => one.accountId !== accountId))
    return 'certificate-elsewhere'
  if (filing.representative === false && nature !== INDIVIDUAL && needsRepresentative(region)) return 'responsible-person'
  const domain = serviceType === 'website' ? world.domains.get(siteName) : undefined
  return (domain && domainObjection(world, filing, domain)) ?? formerObjection(world, filing)
}

/** Whether a filing is neither filed nor abandoned. A refused filing still blocks others (S-23). */
export function inProgress({ status }: Filing): boolean {
  return status !== 'filed' && status !== 'abandoned'
}

function domainObjection(world: World, filing: Filing, domain: Domain): FilingRefusal | undefined {
  if (!domain.verified) return 'domain-unverified'
  if (domain.ownerName !== filing.organiserName || domain.ownerCertificate !== filing.certificateNumber) return 'domain-mismatch'
  const now = world.clock.now()
  if (domain.expireAt !== undefined && domain.expireAt <= (endOf(now, 'month', 3) ?? now)) return 'domain-expiring'
  // A site that moves here from another provider stays online meanwhile.
  return domain.resolving === true && filing.filingType !== 'access' ? 'resolution-on' : undefined
}

function formerObjection(world: World, { organiserName, certificateNumber, siteName }: Filing): FilingRefusal | undefined {
  const differs = (former: FormerFiling) => former.organiserName !== organiserName || former.certificateNumber !== certificateNumber
  const former = [world.formerFilings.get(siteName) ?? [], ...world.formerFilings.where('certificate', certificateNumber)].flat()
  return former.some(differs) ? 'former-data-mismatch' : undefined
}
