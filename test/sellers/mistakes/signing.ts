import type { Mistake } from './mistake.ts'

const VERIFY = 'if (!verifyProduction(body, { timestamp, nonce }, signature, key)) throw new Refusal(CODE.authenticationFailed,'
const IMPORT = "import { verifyProduction } from 'koogallery-sandbox/signing'"
const REFUSED = 'if (error instanceof Refusal) return answer(error.code, error.message)'
const HEX = ".digest('hex')"
/** Compares with what another formula makes. */
const compares = (formula: string, imported = 'createHmac'): Mistake['changes'] => [
  [IMPORT, `import { ${imported} } from 'node:crypto'`],
  [VERIFY, `if (${formula} !== signature.toLowerCase()) throw new Refusal(CODE.authenticationFailed,`],
]
const hash = (text: string) => `createHash('sha256').update(${text})${HEX}`
const hmac = (text: string, key = 'key') => `createHmac('sha256', ${key}).update(${text})${HEX}`
const PLAIN = hash(`key + nonce + timestamp + ${hash('body')}`)

/** Mistakes that make a seller refuse right calls, and those about what is signed. */
export const SIGNING: readonly Mistake[] = [
  {
    name: 'timestamp-as-seconds',
    mistake: 'reads the timestamp as seconds',
    rule: 'answer.resultCode.failure',
    cause: /timestamp was read as seconds/,
    changes: [
      ['!/^\\d{13}$/.test(timestamp)', '!/^\\d+$/.test(timestamp)'],
      ['Math.abs(now() - Number(timestamp)) > FRESH', 'Math.abs(now() - Number(timestamp) * 1000) > FRESH'],
    ],
  },
  {
    name: 'plain-sha256',
    mistake: 'compares plain SHA-256 instead of HMAC',
    rule: 'answer.resultCode.failure',
    cause: /plain SHA-256 was taken/,
    changes: compares(PLAIN, 'createHash'),
  },
  {
    name: 'plain-sha256-with-401',
    mistake: 'compares plain SHA-256 and refuses with status 401',
    rule: 'answer.status.wrong',
    cause: /plain SHA-256 was taken/,
    changes: [
      ...compares(PLAIN, 'createHash'),
      [
        REFUSED,
        `if (error instanceof Refusal) return Response.json({ resultCode: error.code, resultMsg: error.message }, { status: error.code === CODE.authenticationFailed ? 401 : 200 })`,
      ],
    ],
  },
  {
    name: 'key-from-base64',
    mistake: 'decodes its key from Base64 first',
    rule: 'answer.resultCode.failure',
    cause: /decoded from Base64/,
    changes: compares(hmac(`key + nonce + timestamp + ${hmac('body', "Buffer.from(key, 'base64')")}`, "Buffer.from(key, 'base64')")),
  },
  {
    name: 'nonce-after-timestamp',
    mistake: 'puts the timestamp before the nonce',
    rule: 'answer.resultCode.failure',
    cause: /wrong order: key, nonce, timestamp/,
    changes: compares(hmac(`key + timestamp + nonce + ${hmac('body')}`)),
  },
  {
    name: 'body-hashed-raw',
    mistake: 'hashes the body as it came',
    rule: 'seller.signature.unsorted',
    changes: compares(hmac(`key + nonce + timestamp + ${hmac('body')}`)),
  },
  {
    name: 'wrong-signature-000003',
    mistake: 'answers a wrong signature with 000003',
    rule: 'seller.refusal.other-code',
    changes: [[VERIFY, VERIFY.replace('authenticationFailed', 'noSuchInstance')]],
  },
]
