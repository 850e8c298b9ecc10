/** ICP filing (备案) as people do it on the vendor's pages; there is no API for it (S-18 to S-24). The rules of `entities.ts` apply. */

/** Resources that a website or app can be filed for (S-19, S-20). */
export type FilingResource = 'ecs' | 'flexus-l' | 'portal' | 'nat' | 'dedicated-cloud' | 'exclusive' | 'code'

/** Reasons for refusing a filing (S-23). The last two come from the SMS check. */
export const FILING_REFUSALS = [
  ...['order-in-progress', 'domain-mismatch', 'domain-unverified', 'domain-expiring', 'resolution-on', 'former-data-mismatch'],
  ...['identity-check', 'certificate-elsewhere', 'code-invalid', 'quota-used', 'site-name', 'site-unreachable', 'number-missing'],
  ...['responsible-person', 'pre-approval', 'sms-timeout', 'sms-wrong'],
] as const
export type FilingRefusal = (typeof FILING_REFUSALS)[number]

/** One filing order (备案订单). */
export interface Filing {
  readonly id: string
  readonly accountId: string
  /** `refused`: by the vendor's first review. `handed-on`: the first review passed it, and the SMS check is in progress. */
  readonly status:
    | 'type-checked'
    | 'product-checked'
    | 'first-review'
    | 'for-mending'
    | 'mended'
    | 'refused'
    | 'handed-on'
    | 'authority-review'
    | 'authority-refused'
    | 'filed'
    | 'abandoned'
  /** Determined by the system: first filing, another site, or taken over from another provider or the former system. */
  readonly filingType: 'first' | 'new-site' | 'access'
  readonly region: string
  readonly nature: string // 主办单位性质
  readonly organiserName: string
  readonly certificateType: string
  readonly certificateNumber: string
  readonly resourceType: FilingResource
  readonly serviceType: 'website' | 'app'
  readonly siteName: string // domain or name of the app
  readonly resourceId?: string
  readonly codeId?: string
  readonly createdAt: number
  readonly submittedAt?: number
  readonly reviewedAt?: number // end of the vendor's first review
  readonly handedOnAt?: number // the SMS check was passed
  readonly filedAt?: number
  readonly filingNumber?: string
  /** The SMS code of the authority, while the filing waits for it. */
  readonly sms?: { readonly code: string; readonly sentAt: number; readonly wrongTries: number }
  /** Whether the person responsible for the site is the legal representative; undefined = yes. */
  readonly representative?: boolean
  /** Whether the identity check in the app was passed; undefined = not done. */
  readonly identityChecked?: boolean
  readonly refusal?: FilingRefusal
}

/** The organiser of filed sites (主办单位). One account has one organiser (S-24). */
export interface Organiser {
  readonly id: string
  readonly accountId: string
  readonly name: string
  readonly nature: string
  readonly region: string
  readonly certificateType: string
  readonly certificateNumber: string
  readonly filingNumber: string
  readonly filedAt: number
}

/** Authorises another account to file one website on a server, once (备案授权码, S-19). */
export interface FilingCode {
  readonly id: string
  readonly accountId: string
  readonly resourceId: string
  readonly createdAt: number
  readonly filingId?: string // the filing that used it
}

/** The registration of a domain: its real-name data. */
export interface Domain {
  readonly id: string // the domain
  readonly ownerName: string
  readonly ownerCertificate: string
  readonly verified: boolean
  /** Whether its DNS service resolves it; absent = paused. */
  readonly resolving?: boolean
  readonly expireAt?: number // end of its registration
}

/** An earlier filing: in the vendor's former system (it must be claimed first, S-18) or with another provider. */
export interface FormerFiling {
  readonly id: string // domain or app name
  readonly system: 'former' | 'other-provider'
  readonly organiserName: string
  readonly certificateNumber: string
  readonly filingNumber: string
  /** Moved to another organiser or province at the other provider; then it has to be claimed as well (S-70). */
  readonly moved?: boolean
  readonly claimedBy?: string
  /** The claim, until the vendor has reviewed it. */
  readonly claim?: FormerClaim
}

/** A claim (认领备案) under review. */
export interface FormerClaim {
  readonly accountId: string
  readonly askedAt: number
  readonly nature: string
  readonly region: string
  readonly certificateType: string
}
