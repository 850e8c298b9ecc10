/** Facts about ICP filings. The rules of `facts.ts` apply. */
export interface FilingFacts {
  readonly 'filing.type-checked': AboutFiling
  readonly 'filing.product-checked': AboutFiling
  readonly 'filing.submitted': AboutFiling
  readonly 'filing.first-review-passed': AboutFiling
  readonly 'filing.sent-back': AboutFiling
  readonly 'filing.sms-sent': AboutFiling
  readonly 'filing.sms-wrong': AboutFiling
  readonly 'filing.sms-checked': AboutFiling
  readonly 'filing.filed': AboutFiling
  readonly 'filing.refused': AboutFiling
  readonly 'filing.abandoned': AboutFiling
  readonly 'filing-code.issued': AboutCode
  readonly 'filing-code.used': AboutCode
  readonly 'organiser.filed': AboutOrganiser
  readonly 'organiser.transferred': AboutOrganiser
  readonly 'former-filing.claimed': AboutOrganiser
  readonly 'former-filing.claim-asked': AboutClaim
  readonly 'former-filing.claim-refused': AboutClaim
}

/** What a fact says of one filing. */
interface AboutFiling {
  readonly filingId: string
  readonly accountId: string
  readonly reason?: string
}

/** What a fact says of a filing code. */
interface AboutCode {
  readonly codeId: string
  readonly accountId: string
  readonly filingId?: string
}

/** What a fact says of an organiser. */
interface AboutOrganiser {
  readonly organiserId: string
  readonly accountId: string
}

/** A claim to a former filing. */
interface AboutClaim {
  readonly siteName: string
  readonly accountId: string
}
