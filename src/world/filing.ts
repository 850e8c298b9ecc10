/** ICP filing (备案) as people do it on the vendor's pages; there is no API for it (S-18 to S-24). Rules of `entities.ts` apply. */

/** What can carry a website or app for filing (S-19, S-20). */
export type FilingResource = 'ecs' | 'flexus-l' | 'portal' | 'nat' | 'dedicated-cloud' | 'code'

/** One filing order (备案订单). */
export interface Filing {
  readonly id: string
  readonly accountId: string
  readonly status: 'type-checked' | 'product-checked' | 'first-review' | 'authority-review' | 'filed' | 'refused' | 'abandoned'
  /** Worked out by the system: first filing, another site, taken over from another provider, or claimed from the former system. */
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
  readonly reviewedAt?: number // the vendor's first review
  readonly filedAt?: number
  readonly filingNumber?: string
  /** Whether the identity check with the app was passed; undefined = not done. */
  readonly identityChecked?: boolean
  readonly refusal?: 'order-in-progress' | 'domain-mismatch' | 'former-data-mismatch' | 'identity-check'
}

/** Who stands behind filed sites; one account, one organiser (S-24). */
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

/** Lets another account file one website on a server, once (备案授权码, S-19). */
export interface FilingCode {
  readonly id: string
  readonly accountId: string
  readonly resourceId: string
  readonly createdAt: number
  readonly filingId?: string // who used it
}

/** What the registry knows of a domain: its real name. */
export interface Domain {
  readonly id: string // the domain
  readonly ownerName: string
  readonly ownerCertificate: string
  readonly verified: boolean
}

/** A filing known from before: to the vendor's former system (must be claimed first, S-18) or to another provider. */
export interface FormerFiling {
  readonly id: string // domain or app name
  readonly system: 'former' | 'other-provider'
  readonly organiserName: string
  readonly certificateNumber: string
  readonly filingNumber: string
  readonly claimedBy?: string
}
