/** The one algorithm that the sandbox signs and verifies. */
export const AKSK_ALGORITHM = 'SDK-HMAC-SHA256'

/** What the official clients can be switched to and the sandbox refuses by name: the derived key, and the ShangMi and ECDSA families. */
export const REFUSED_ALGORITHMS: readonly string[] = ['V11-HMAC-SHA256', 'SDK-HMAC-SM3', 'SDK-SM2-SM3', 'SDK-ECDSA-P256-SHA256']

/** An `Authorization` header of this scheme, taken apart. */
export interface AkSkAuthorization {
  readonly algorithm: typeof AKSK_ALGORITHM
  /** The access key (AK). Blanks inside belong to it. */
  readonly access: string
  /** Names in lower case, in the order sent. */
  readonly signedHeaders: readonly string[]
  /** As sent; 64 hex digits when it comes from a real client. */
  readonly signature: string
}

/**
 * Why a header cannot be used: `scheme` = it is something else altogether (Bearer, Basic, nothing),
 * `algorithm` = one of `REFUSED_ALGORITHMS`, `malformed` = this scheme, but not well written.
 */
export interface AuthorizationProblem {
  readonly problem: 'scheme' | 'algorithm' | 'malformed'
  /** The word the header begins with; empty without header. */
  readonly algorithm: string
  /** A sentence for people. */
  readonly message: string
}

const PARTS = ['Access', 'SignedHeaders', 'Signature'] as const

/**
 * Takes an `Authorization` header apart: `SDK-HMAC-SHA256 Access=…, SignedHeaders=a;b, Signature=…`.
 * Blanks around commas, semicolons and equals signs, or their absence, do not matter; spelling and order of the
 * three parts do, and each stands once. Never throws. Whether `x-sdk-date` is signed is asked by `verifyAkSk`.
 *
 * @example
 * const parsed = parseAuthorization(headers.authorization)
 * if ('problem' in parsed) throw new Error(parsed.message)
 * parsed.access   // 'QTWAOYTTINDUT2QVKYUC'
 */
export function parseAuthorization(header: string | undefined): AkSkAuthorization | AuthorizationProblem {
  const text = header?.trim() ?? ''
  const algorithm = /^\S*/.exec(text)?.[0] ?? ''
  if (REFUSED_ALGORITHMS.includes(algorithm)) {
    return { problem: 'algorithm', algorithm, message: `${algorithm} is not accepted here; sign with ${AKSK_ALGORITHM}.` }
  }
  if (algorithm !== AKSK_ALGORITHM) {
    const got = algorithm === '' ? 'there is none' : `it begins with "${algorithm.slice(0, 40)}"`
    return { problem: 'scheme', algorithm, message: `The Authorization header must begin with ${AKSK_ALGORITHM}; ${got}.` }
  }
  const malformed = (message: string): AuthorizationProblem => ({ problem: 'malformed', algorithm, message })
  const parts = text.slice(algorithm.length).split(',')
  if (parts.length !== PARTS.length) {
    return malformed(`The Authorization header needs the ${PARTS.length} parts ${PARTS.join(', ')}; it has ${parts.length}.`)
  }
  const values: string[] = []
  for (const [index, name] of PARTS.entries()) {
    const part = parts[index]!
    const cut = part.indexOf('=')
    const value = part.slice(cut + 1).trim()
    if (cut < 0 || part.slice(0, cut).trim() !== name) return malformed(`Part ${index + 1} of the Authorization header must be ${name}=….`)
    if (value === '') return malformed(`${name} in the Authorization header is empty.`)
    values.push(value)
  }
  const [access, names, signature] = values as [string, string, string]
  const signedHeaders = names.split(';').map((name) => name.trim().toLowerCase())
  const odd = signedHeaders.find((name) => !/^[!#$%&'*+\-.^_`|~0-9a-z]+$/.test(name))
  if (odd !== undefined) return malformed(`SignedHeaders must hold header names joined by semicolons; "${odd.slice(0, 40)}" is none.`)
  if (new Set(signedHeaders).size < signedHeaders.length) return malformed('SignedHeaders names a header twice.')
  if (/\s/.test(signature)) return malformed('Signature in the Authorization header holds a blank.')
  return { algorithm: AKSK_ALGORITHM, access, signedHeaders, signature }
}
