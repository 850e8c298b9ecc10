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
/** Members sorted by name, as the page says. */
const SORTED = 'JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(body)).sort(([a], [b]) => (a < b ? -1 : 1))))'
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
    name: 'inner-upper-case',
    mistake: 'writes the inner hash in capital letters',
    rule: 'answer.resultCode.failure',
    cause: /HMAC of the body: .* capital letters/,
    changes: compares(hmac(`key + nonce + timestamp + ${hmac('body')}.toUpperCase()`)),
  },
  {
    name: 'base64-of-hex',
    mistake: 'encodes the hex digits as Base64',
    rule: 'answer.resultCode.failure',
    cause: /hex digits were encoded as Base64/,
    changes: compares(`btoa(${hmac(`key + nonce + timestamp + ${hmac('body')}`)})`).map(([was, is]) => [
      was,
      is.replace('signature.toLowerCase()', 'signature'),
    ]),
  },
  {
    name: 'key-last',
    mistake: 'puts the key behind the rest',
    rule: 'answer.resultCode.failure',
    cause: /key stands behind/,
    changes: compares(hmac(`nonce + timestamp + ${hmac('body')} + key`)),
  },
  {
    name: 'body-first',
    mistake: 'puts the hash of the body in front',
    rule: 'answer.resultCode.failure',
    cause: /body stands in front/,
    changes: compares(hmac(`key + ${hmac('body')} + nonce + timestamp`)),
  },
  {
    name: 'signed-by-sha1',
    mistake: 'signs with SHA-1',
    rule: 'answer.resultCode.failure',
    cause: /HMAC-SHA1/,
    changes: compares(
      hmac(`key + nonce + timestamp + ${hmac('body')}`).replace(
        "createHmac('sha256', key).update(key",
        "createHmac('sha1', key).update(key",
      ),
    ),
  },
  {
    name: 'half-a-minute',
    mistake: 'takes calls of the last half minute only',
    rule: 'seller.timestamp.narrow',
    changes: [['> FRESH) throw', '> FRESH / 2) throw']],
  },
  {
    name: 'wrong-signature-000005',
    mistake: 'answers a wrong signature with 000005',
    rule: 'seller.refusal.other-code',
    changes: [[VERIFY, VERIFY.replace('authenticationFailed', 'internalError')]],
  },
  {
    name: 'unknown-instance-000005',
    mistake: 'answers an unknown instance with 000005',
    rule: 'seller.refusal.other-code',
    changes: [
      [
        "if (!instance || instance.status === 'released') throw new Refusal(CODE.noSuchInstance",
        "if (!instance || instance.status === 'released') throw new Refusal(CODE.internalError",
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
    name: 'signature-prefix',
    mistake: 'compares the first half of the signature',
    rule: 'seller.signature.partly',
    changes: compares(`${hmac(`key + nonce + timestamp + ${hmac(SORTED)}`)}.slice(0, 32)`).map(([was, is]) => [
      was,
      is.replace('signature.toLowerCase()', 'signature.toLowerCase().slice(0, 32)'),
    ]),
  },
  {
    name: 'two-minutes',
    mistake: 'takes calls of the last two minutes',
    rule: 'seller.timestamp.window',
    changes: [['> FRESH) throw', '> 2 * FRESH) throw']],
  },
  {
    name: 'nonce-optional',
    mistake: 'takes a missing nonce for an empty one',
    rule: 'seller.nonce.optional',
    changes: [
      ["    if (!nonce) throw new Refusal(CODE.illegalParameter, 'nonce is missing')\n", ''],
      ["const { signature, timestamp = '', nonce } = query", "const { signature, timestamp = '', nonce = '' } = query"],
      ['if (nonces.has(nonce))', "if (nonce !== '' && nonces.has(nonce))"],
    ],
  },
  {
    name: 'business-id-optional',
    mistake: 'makes an id of its own where businessId is missing',
    rule: 'seller.business-id.optional',
    warns: true,
    changes: [
      [
        "const id = text(body, 'businessId')",
        "const id = body['businessId'] === undefined ? crypto.randomUUID() : text(body, 'businessId')",
      ],
    ],
  },
  {
    name: 'wrong-signature-000003',
    mistake: 'answers a wrong signature with 000003',
    rule: 'seller.refusal.other-code',
    changes: [[VERIFY, VERIFY.replace('authenticationFailed', 'noSuchInstance')]],
  },
]
