import { createCipheriv, createDecipheriv, createHash } from 'node:crypto'

/** `encryptType` of V1.0: 1 = AES-256-CBC (default), 2 = AES-128-CBC, both with PKCS5 padding. */
export type EncryptType = 1 | 2

/**
 * The key that Java's samples derive from an access key: `KeyGenerator` fed by `SHA1PRNG`, which exists in Java alone. The way was
 * worked out for other languages and compared with Java 17 (inferred; koogallery.md 2.6).
 * @returns 32 bytes for type 1, 16 for type 2
 */
export function deriveFieldKey(accessKey: string, type: EncryptType = 1): Uint8Array {
  const size = type === 1 ? 32 : 16
  const key = new Uint8Array(size)
  const state = sha1(new TextEncoder().encode(accessKey))
  for (let filled = 0; filled < size; ) {
    const output = sha1(state)
    stir(state, output)
    key.set(output.subarray(0, size - filled), filled)
    filled += output.length
  }
  return key
}

/** SHA1PRNG's step: state + output + 1, byte by byte from the front, with the carry of Java's signed bytes. */
function stir(state: Uint8Array, output: Uint8Array): void {
  const signed = (byte: number) => (byte << 24) >> 24
  let last = 1
  let changed = false
  for (let i = 0; i < state.length; i++) {
    const sum = signed(state[i]!) + signed(output[i]!) + last
    const next = sum & 0xff
    changed ||= state[i] !== next
    state[i] = next
    last = sum >> 8
  }
  if (!changed) state[0] = (state[0]! + 1) & 0xff
}

const sha1 = (bytes: Uint8Array): Uint8Array => new Uint8Array(createHash('sha1').update(bytes).digest())

/**
 * Encrypts a sensitive field of V1.0 (userName, password, mobilePhone, email): the initialisation vector as sixteen letters and
 * digits, then Base64 of the ciphertext.
 * @param iv sixteen letters and digits, random in production; the caller's, since signing has no chance of its own
 * @throws TypeError for a vector of another form
 */
export function encryptField(
  plain: string,
  accessKey: string,
  { iv, type = 1 }: { readonly iv: string; readonly type?: EncryptType },
): string {
  if (!/^[A-Za-z0-9]{16}$/.test(iv))
    throw new TypeError(`The initialisation vector is sixteen letters and digits, not ${iv.length} characters.`)
  const cipher = createCipheriv(algorithm(type), deriveFieldKey(accessKey, type), iv)
  return `${iv}${cipher.update(plain, 'utf8', 'base64')}${cipher.final('base64')}`
}

/** The way back; undefined for what this key did not encrypt. */
export function decryptField(value: string, accessKey: string, type: EncryptType = 1): string | undefined {
  try {
    const decipher = createDecipheriv(algorithm(type), deriveFieldKey(accessKey, type), value.slice(0, 16))
    return decipher.update(value.slice(16), 'base64', 'utf8') + decipher.final('utf8')
  } catch {
    return undefined
  }
}

const algorithm = (type: EncryptType) => (type === 1 ? 'aes-256-cbc' : 'aes-128-cbc')
