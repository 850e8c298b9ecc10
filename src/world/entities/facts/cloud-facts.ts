/** Facts about what Huawei Cloud sells beside the marketplace, and about credentials. The rules of `facts.ts` apply. */
export interface CloudFacts {
  readonly 'certificate.bought': AboutCertificate
  readonly 'certificate.issued': AboutCertificate
  readonly 'certificate.unsubscribed': AboutCertificate
  readonly 'certificate.cancelled': AboutCertificate
  readonly 'workspace.changed': AboutItem
  readonly 'workspace.stopped': AboutItem
  readonly 'workspace.announced': AboutRebuild
  readonly 'token.issued': AboutToken
  readonly 'key.issued': AboutKey
  readonly 'key.removed': AboutKey
  readonly 'key.locked': AboutLock
  readonly 'grant.issued': AboutGrant
}

/** What a fact says of one certificate. */
interface AboutCertificate {
  readonly certificateId: string
  readonly customerId: string
  readonly orderId: string
}

/** What a fact says of a desktop or another item of Workspace. */
interface AboutItem {
  readonly itemId: string
  readonly customerId: string
  readonly orderId: string
}

/** A desktop that will be rebuilt. */
interface AboutRebuild extends AboutItem {
  /** The message that users are shown, and when the rebuilding begins. */
  readonly message: string
  readonly startsAt: number
}

/** What a fact says of one token. */
interface AboutToken {
  readonly tokenId: string
  readonly accountId: string
}

/** What a fact says of one access key. */
interface AboutKey {
  readonly keyId: string
  readonly accountId: string
}

/** A key that is refused until a moment. */
interface AboutLock {
  readonly keyId: string
  readonly until: number
}

/** What a fact says of a grant of the identity centre. */
interface AboutGrant {
  readonly grantId: string
  readonly clientId: string
  readonly userId: string
}
