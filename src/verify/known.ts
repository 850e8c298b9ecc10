import { encryptClientSecret, encryptField, type OaepHash } from '../signing/index.ts'

/** What a person specifies about the seller, in addition to address and keys. */
export interface SellerFacts {
  /** A licence code that the seller knows: one of the test codes from the console. */
  readonly licence?: string | undefined
  /** Product ids of the seller, for sellers that check them; the second is for orders of several products. */
  readonly products?: readonly string[]
  /** PEM, or the Base64 of its DER: the public key of the seller's application credential. */
  readonly publicKey?: string | undefined
  /** The hash inside OAEP, which no page names. Default sha256, as in the sandbox. */
  readonly secretHash?: OaepHash | undefined
}

/**
 * Values for the names in cases, from what a person specified.
 * @param run letters and digits unique to this run: the secret that is sent is made from them
 * @throws TypeError for an invalid public key
 */
export function knownOf({ licence, products = [], publicKey, secretHash = 'sha256' }: SellerFacts, run: string): Record<string, string> {
  const [product, otherProduct] = products
  const seed = new TextEncoder().encode(run.padEnd(32, run)).slice(0, secretHash === 'sha1' ? 20 : 32)
  return {
    ...(licence === undefined ? {} : { licence }),
    ...(product === undefined ? {} : { product }),
    ...(otherProduct === undefined ? {} : { otherProduct }),
    ...(publicKey === undefined ? {} : { clientSecret: encryptClientSecret(`secret-${run}`, publicKey, { seed, hash: secretHash }) }),
  }
}

/** Telephone and mail of a buyer as V1.0 sends them, encrypted with the key of the basic interfaces (koogallery.md 2.6). */
export function contactOf(key: string, run: string): Record<string, string> {
  const iv = run.padEnd(16, '0').slice(0, 16)
  return { mobilePhone: encryptField('15905222222', key, { iv }), email: encryptField('buyer@example.com', key, { iv }) }
}
