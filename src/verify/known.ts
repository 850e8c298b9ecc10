import { encryptClientSecret, encryptField, type OaepHash } from '../signing/index.ts'

/** What a person says about the seller, beside address and keys. */
export interface SellerFacts {
  /** A licence code that the seller knows: one from the console's page of test codes. */
  readonly licence?: string | undefined
  /** Products of the seller's, for sellers that look them up; the second is for orders of several. */
  readonly products?: readonly string[]
  /** PEM, or the Base64 of its DER: the key that the seller typed in for its application credential. */
  readonly publicKey?: string | undefined
  /** The hash inside OAEP, which no page names. Default sha256, as in the sandbox. */
  readonly secretHash?: OaepHash | undefined
}

/**
 * What the names of cases mean by these facts.
 * @param run letters and digits of this run alone: the secret that is handed over comes of them
 * @throws TypeError for a public key that is none
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
