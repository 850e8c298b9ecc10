import { hashText } from '../../world/engine/chance.ts'
import type { Filing, Organiser } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import { provinceOf } from './provinces.ts'

/** The organiser of an account's sites. One account has one organiser (S-24). */
export function organiserOf(world: World, accountId: string): Organiser | undefined {
  return world.organisers.where('account', accountId).first()
}

/** The organiser for a filing that was approved. Created when the account has none; then records `organiser.filed`. */
export function fileOrganiser(world: World, filing: Filing): Organiser {
  const known = organiserOf(world, filing.accountId)
  if (known) return known
  const { organiserName: name, ...rest } = filing
  const organiser = putOrganiser(world, { ...rest, name })
  world.emit({ type: 'organiser.filed', organiserId: organiser.id, accountId: organiser.accountId })
  return organiser
}

/** Creates an organiser without recording a fact. A filing number is generated unless given. */
export function putOrganiser(
  world: World,
  data: Pick<Organiser, 'accountId' | 'name' | 'nature' | 'region' | 'certificateType' | 'certificateNumber'> & {
    readonly filingNumber?: string
  },
): Organiser {
  const { accountId, name, nature, region, certificateType, certificateNumber } = data
  const now = world.clock.now()
  return world.organisers.put({
    id: `organiser-${world.ids.next('organiser')}`,
    accountId,
    name,
    nature,
    region,
    certificateType,
    certificateNumber,
    filingNumber: data.filingNumber ?? numberOf(world, region, certificateNumber),
    filedAt: now,
  })
}

/** A site's number: the organiser's number and a sequence number (the form is inferred). */
export function filingNumber(world: World, organiser: Organiser, { accountId, serviceType }: Filing): string {
  const filed = [...world.filings.where('account', accountId)].filter(({ status }) => status === 'filed').length
  return `${organiser.filingNumber}-${filed + 1}${serviceType === 'app' ? 'A' : ''}`
}

function numberOf(world: World, region: string, certificate: string): string {
  const year = new Date(world.clock.now()).getUTCFullYear()
  return `${provinceOf(region)?.sign ?? region.slice(0, 1)}ICP备${year}${hashText(6, '0123456789', world.seed, 'icp', certificate)}号`
}
