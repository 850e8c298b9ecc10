import { certificatesOf, INDIVIDUAL, organiserKinds, SITES_OF_INDIVIDUAL } from '../../commerce/filing/kinds.ts'
import { inProgress } from '../../commerce/filing/objections.ts'
import { organiserOf } from '../../commerce/filing/organiser.ts'
import { issuingProvince, provinceNames, provinceOf, takesOtherIndividuals } from '../../commerce/filing/provinces.ts'
import type { Account, FormerClaim, Organiser } from '../../world/entities/entities.ts'
import { buyerOf } from '../buying/buy.ts'
import type { CheckContext } from '../console-behaviour.ts'

/** The role that an IAM user needs for filing. Naming it in the account's `denied` removes it. */
const ROLE = 'Beian Administrator'

/** The account that files, or the refusals `unknown-account` and `role-missing`. */
export function filerOf(context: CheckContext, named: string | undefined): Account {
  const account = buyerOf(context, named)
  checkRole(context, account)
  return account
}

/** Refuses with `role-missing` when the user of an account does not have the filing role. */
export function checkRole({ fail }: CheckContext, { name, userName, denied }: Account): void {
  if (denied?.includes(ROLE))
    fail('role-missing', `${userName} of ${name} lacks the role "${ROLE}". Take it out of "denied" of the account.`)
}

/** Refuses with `account-unverified` an account without real-name authentication. */
export function checkRealName({ fail }: CheckContext, { name, realName }: Account): void {
  if (realName === 'missing') fail('account-unverified', `需要有华为云中国站实名认证账号: ${name} has no real-name authentication.`)
}

/** Refuses unknown regions, kinds and certificates, and a certificate that another province issued (S-18). */
export function checkOrganiserData(
  { fail }: CheckContext,
  {
    region,
    nature,
    certificateType,
    certificateNumber,
  }: Pick<Organiser & FormerClaim, 'region' | 'nature' | 'certificateType' | 'certificateNumber'>,
): void {
  const province = provinceOf(region) ?? fail('region-unknown', `"${region}" lies in no province: send one of ${provinceNames.join(', ')}.`)
  const certificates =
    certificatesOf(nature) ?? fail('nature-unknown', `"${nature}" is no 主办单位性质: send one of ${organiserKinds.join(', ')}.`)
  if (!certificates.includes(certificateType))
    fail(
      'certificate-unfit',
      `${nature} has no certificate "${certificateType}": 请根据主办单位性质,选择正确的证件类型。 ${certificates.join(', ')}`,
    )
  const issuer = issuingProvince(certificateNumber, nature === INDIVIDUAL)
  if (issuer === undefined || issuer === province) return
  if (nature !== INDIVIDUAL)
    fail(
      'province-mismatch',
      `不能选择非企业主体证件签发地的省份。 ${certificateNumber} was issued in ${issuer.name}, the region is ${region}.`,
    )
  if (!takesOtherIndividuals(province))
    fail(
      'province-mismatch',
      `${province.name} takes individuals with an identity card of its own only; ${certificateNumber} is of ${issuer.name}.`,
    )
}

/** Refuses with `filing-in-progress` while an account has a filing that is neither filed nor abandoned (S-18, S-24). */
export function checkNothingInProgress({ world, fail }: CheckContext, { id, name }: Account): void {
  const open = [...world.filings.where('account', id)].find(inProgress)
  if (open)
    fail(
      'filing-in-progress',
      `${name} has ${open.id} (${open.siteName}), which is ${open.status}: go on with it, or give it up with AbandonFiling.`,
    )
}

/** Refuses with `one-organiser` when an account has filed with another certificate (S-24). */
export function checkOrganiser({ world, fail }: CheckContext, { id, name }: Account, certificate: string): void {
  const organiser = organiserOf(world, id)
  if (organiser && organiser.certificateNumber !== certificate)
    fail('one-organiser', `一个华为云账号只能备案一个主体: ${name} files for ${organiser.name} (${organiser.certificateNumber}).`)
}

/** Refuses with `certificate-elsewhere` a certificate whose organiser belongs to another account. */
export function checkCertificateFree({ world, fail }: CheckContext, { id }: Account, certificate: string): void {
  const other = [...world.organisers.where('certificate', certificate)].find(({ accountId }) => accountId !== id)
  if (other)
    fail(
      'certificate-elsewhere',
      `${certificate} is the organiser of ${world.accounts.get(other.accountId)?.name ?? other.accountId}: TransferOrganiser moves it.`,
    )
}

/** Refuses with `site-limit` another site of an individual who has the maximum. */
export function checkSiteLimit({ world, fail }: CheckContext, { id, name }: Account, nature: string): void {
  if (nature !== INDIVIDUAL) return
  const filed = [...world.filings.where('account', id)].filter(({ status }) => status === 'filed').length
  if (filed >= SITES_OF_INDIVIDUAL)
    fail('site-limit', `${name} has filed ${filed} sites: an individual files ${SITES_OF_INDIVIDUAL} at most.`)
}
