import { constants, createHash, createPublicKey, type KeyLike, privateDecrypt, publicEncrypt } from 'node:crypto'

/** The hash inside OAEP; which one the vendor takes is unknown, Java's default is SHA-1. */
export type OaepHash = 'sha1' | 'sha256'

/**
 * Encrypts the OAuth client secret of applicationSync for a seller (koogallery.md 5.2): RSA with OAEP padding, Base64. Hash and text
 * form are inferred: the vendor names RSA of 3072 bits or more and OAEP, no more.
 * @param publicKey PEM, or the Base64 of its DER as consoles take it
 * @param seed random bytes, as many as the hash has (20 or 32); the caller's, since signing has no chance of its own
 * @throws TypeError for a key that is no RSA key, for a seed of another length, for a secret that does not fit the key
 */
export function encryptClientSecret(
  secret: string,
  publicKey: string,
  { seed, hash = 'sha256' }: { readonly seed: Uint8Array; readonly hash?: OaepHash },
): string {
  const key = createPublicKey(pemOf(publicKey, 'PUBLIC KEY'))
  const bits = key.asymmetricKeyDetails?.modulusLength
  if (key.asymmetricKeyType !== 'rsa' || bits === undefined) throw new TypeError('The public key is no RSA key.')
  const block = padded(new TextEncoder().encode(secret), Math.ceil(bits / 8), seed, hash)
  return publicEncrypt({ key, padding: constants.RSA_NO_PADDING }, block).toString('base64')
}

/** The way back, as a seller does it; undefined for what this key cannot read. */
export function decryptClientSecret(value: string, privateKey: KeyLike, hash: OaepHash = 'sha256'): string | undefined {
  try {
    const key = typeof privateKey === 'string' ? pemOf(privateKey, 'PRIVATE KEY') : privateKey
    const bytes = Uint8Array.from(atob(value), (letter) => letter.charCodeAt(0))
    return new TextDecoder().decode(
      privateDecrypt({ key: key as string, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: hash }, bytes),
    )
  } catch {
    return undefined
  }
}

/** EME-OAEP of RFC 8017, 7.1.1, with an empty label. */
function padded(message: Uint8Array, size: number, seed: Uint8Array, hash: OaepHash): Uint8Array {
  const labelHash = digest(hash, new Uint8Array())
  const length = labelHash.length
  if (seed.length !== length) throw new TypeError(`The seed for ${hash} has ${length} bytes, not ${seed.length}.`)
  const most = size - 2 * length - 2
  if (message.length > most) throw new TypeError(`The secret has ${message.length} bytes; this key and ${hash} take ${most}.`)
  const data = new Uint8Array(size - length - 1)
  data.set(labelHash)
  data[data.length - message.length - 1] = 1
  data.set(message, data.length - message.length)
  const maskedData = xor(data, mask(seed, data.length, hash))
  const block = new Uint8Array(size)
  block.set(xor(seed, mask(maskedData, length, hash)), 1)
  block.set(maskedData, 1 + length)
  return block
}

/** MGF1 of RFC 8017, B.2.1. */
function mask(seed: Uint8Array, size: number, hash: OaepHash): Uint8Array {
  const out = new Uint8Array(size)
  for (let counter = 0, at = 0; at < size; counter++) {
    const part = digest(hash, seed, new Uint8Array([counter >>> 24, counter >>> 16, counter >>> 8, counter]))
    out.set(part.subarray(0, size - at), at)
    at += part.length
  }
  return out
}

const xor = (one: Uint8Array, other: Uint8Array) => one.map((byte, i) => byte ^ other[i]!)

function digest(hash: OaepHash, ...parts: readonly Uint8Array[]): Uint8Array {
  const sum = createHash(hash)
  for (const part of parts) sum.update(part)
  return new Uint8Array(sum.digest())
}

/** Consoles take a key as the bare Base64 of its DER. */
function pemOf(text: string, kind: string): string {
  if (text.includes('-----BEGIN')) return text
  const lines = text.replace(/\s+/g, '').match(/.{1,64}/g) ?? []
  return `-----BEGIN ${kind}-----\n${lines.join('\n')}\n-----END ${kind}-----\n`
}
