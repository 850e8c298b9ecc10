import { createHash, createHmac, createSecretKey } from 'node:crypto'
import type { Step } from './diagnose.ts'

/** Another key that the signer might have taken by mistake, with a name for people: "the key of the kit". */
export interface OtherKey {
  readonly name: string
  readonly secret: string
}

/** Base64 of a text in UTF-8. */
const base64Of = (text: string) => btoa(String.fromCharCode(...new TextEncoder().encode(text)))

/** The right key, other keys of the same owner, and what happens to a key on its way through files and shells. */
export function keyStep(key: string, others: readonly OtherKey[] = []): Step<string> {
  return {
    right: key,
    wrong: [
      ...others.map(({ name, secret }) => ({ id: 'key.other', says: `It was signed with ${name}.`, value: secret })),
      { id: 'key.newline', says: 'The key has a line end behind it, as files and `echo` leave it.', value: `${key}\n` },
      {
        id: 'key.trimmed',
        says: 'Blanks around the key were taken off, or it came with some.',
        value: key === key.trim() ? `${key} ` : key.trim(),
      },
      { id: 'key.lower', says: 'The key was turned into small letters.', value: key.toLowerCase() },
      { id: 'key.upper', says: 'The key was turned into capital letters.', value: key.toUpperCase() },
      {
        id: 'key.encoded',
        says: 'The key was encoded as Base64 before it was used; its characters are the key.',
        value: base64Of(key),
      },
      { id: 'key.quoted', says: 'The quotation marks around the key were taken for a part of it.', value: `"${key}"` },
    ],
  }
}

/** Makes a signature from what is signed: of a key and a text. */
export type Digest = (key: string, text: string) => string

const hmac = (name: string) => (key: string, text: string) => createHmac(name, key).update(text, 'utf8')
const sha256 = hmac('sha256')

const HEX: Digest = (key, text) => sha256(key, text).digest('hex')
const BASE64: Digest = (key, text) => sha256(key, text).digest('base64')

/** What is taken instead of HMAC-SHA256 of key and text, written in the right form or in the wrong one. */
const insteadOf = (form: 'hex' | 'base64', suffix = ''): Step<Digest>['wrong'] => [
  {
    id: `digest.sha1${suffix}`,
    says: 'HMAC-SHA1 was taken; HMAC-SHA256 is right.',
    value: (key, text) => hmac('sha1')(key, text).digest(form),
  },
  {
    id: `digest.no-key${suffix}`,
    says: 'A plain SHA-256 was taken; HMAC-SHA256 with the key is right.',
    value: (_key, text) => createHash('sha256').update(text, 'utf8').digest(form),
  },
  {
    id: `digest.swapped${suffix}`,
    says: 'Key and text were given to HMAC in the wrong order.',
    value: (key, text) => sha256(text, key).digest(form),
  },
]

/** The key itself is text: its characters are the bytes. */
const keyRead = (as: 'hex' | 'base64', form: 'hex' | 'base64', suffix = ''): Step<Digest>['wrong'][number] => ({
  id: `digest.key-${as}${suffix}`,
  says: `The key was decoded from ${as === 'hex' ? 'hex digits' : 'Base64'} before it was used; its characters are the key.`,
  value: (key, text) => createHmac('sha256', createSecretKey(key, as)).update(text, 'utf8').digest(form),
})

const OTHERS: Step<Digest>['wrong'] = [
  ...insteadOf('hex'),
  keyRead('hex', 'hex'),
  keyRead('base64', 'hex'),
  {
    id: 'digest.sha512',
    says: 'HMAC-SHA512 was taken; HMAC-SHA256 is right.',
    value: (key, text) => hmac('sha512')(key, text).digest('hex'),
  },
  {
    id: 'digest.base64-of-hex',
    says: 'The hex digits were encoded as Base64; the bytes of the digest are meant.',
    value: (key, text) => btoa(HEX(key, text)),
  },
]

/** Hex is right, as for calls of sellers and SDK-HMAC-SHA256. */
export const HEX_STEP: Step<Digest> = {
  right: HEX,
  wrong: [{ id: 'digest.base64', says: 'The digest was written as Base64; hex digits are right.', value: BASE64 }, ...OTHERS],
}

/** Base64 is right, as for V1.0, Body-Sign and usage push. */
export const BASE64_STEP: Step<Digest> = {
  right: BASE64,
  wrong: [
    { id: 'digest.hex', says: 'The digest was written as hex digits; Base64 is right.', value: HEX },
    ...insteadOf('base64', '-base64'),
    keyRead('hex', 'base64', '-base64'),
    keyRead('base64', 'base64', '-base64'),
    ...OTHERS,
  ],
}

/** What happens to a finished signature on its way. */
export type Carriage = (value: string) => string

const AS_IT_IS: Carriage = (value) => value

/** @param caseless the receiver compares without regard to case, so that case is no mistake */
export function carriageStep(caseless = false): Step<Carriage> {
  return {
    right: AS_IT_IS,
    wrong: [
      {
        id: 'carriage.plus',
        says: 'A + in the signature became a blank on its way: URL-encode it.',
        value: (value) => value.replaceAll('+', ' '),
      },
      { id: 'carriage.encoded', says: 'The signature was URL-encoded once too often.', value: encodeURIComponent },
      {
        id: 'carriage.encoded-twice',
        says: 'The signature was URL-encoded twice too often.',
        value: (value) => encodeURIComponent(encodeURIComponent(value)),
      },
      { id: 'carriage.no-padding', says: 'The = at the end of the Base64 is missing.', value: (value) => value.replace(/=+$/, '') },
      {
        id: 'carriage.url-safe',
        says: 'The Base64 was written for URLs (- and _); the usual alphabet (+ and /) is right.',
        value: (value) => value.replaceAll('+', '-').replaceAll('/', '_'),
      },
      ...(caseless
        ? []
        : [
            {
              id: 'carriage.lower',
              says: 'The signature was turned into small letters; its case counts.',
              value: (value: string) => value.toLowerCase(),
            },
            {
              id: 'carriage.upper',
              says: 'The signature was turned into capital letters; its case counts.',
              value: (value: string) => value.toUpperCase(),
            },
          ]),
    ],
  }
}
