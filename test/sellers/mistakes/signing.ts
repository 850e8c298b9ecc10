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
    says: /timestamp was read as seconds/,
    changes: [
      ['!/^\\d{13}$/.test(timestamp)', '!/^\\d+$/.test(timestamp)'],
      ['Math.abs(now() - Number(timestamp)) > FRESH', 'Math.abs(now() - Number(timestamp) * 1000) > FRESH'],
    ],
  },
  {
    name: 'plain-sha256',
    mistake: 'compares plain SHA-256 instead of HMAC',
    rule: 'answer.resultCode.failure',
    says: /plain SHA-256 was taken/,
    changes: compares(PLAIN, 'createHash'),
  },
  {
    name: 'plain-sha256-of-the-body',
    mistake: 'compares plain SHA-256 of key, nonce, timestamp and the body itself',
    rule: 'answer.resultCode.failure',
    says: /seems to make this mistake: The body itself was signed.* And: A plain SHA-256 was taken/,
    changes: compares(hash('key + nonce + timestamp + body'), 'createHash'),
  },
  {
    name: 'plain-sha256-with-401',
    mistake: 'compares plain SHA-256 and refuses with status 401',
    rule: 'answer.status.wrong',
    says: /plain SHA-256 was taken/,
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
    says: /HMAC of the body: .* capital letters/,
    changes: compares(hmac(`key + nonce + timestamp + ${hmac('body')}.toUpperCase()`)),
  },
  {
    name: 'base64-of-hex',
    mistake: 'encodes the hex digits as Base64',
    rule: 'answer.resultCode.failure',
    says: /hex digits were encoded as Base64/,
    changes: compares(`btoa(${hmac(`key + nonce + timestamp + ${hmac('body')}`)})`).map(([was, is]) => [
      was,
      is.replace('signature.toLowerCase()', 'signature'),
    ]),
  },
  {
    name: 'key-last',
    mistake: 'puts the key behind the rest',
    rule: 'answer.resultCode.failure',
    says: /key stands behind/,
    changes: compares(hmac(`nonce + timestamp + ${hmac('body')} + key`)),
  },
  {
    name: 'body-first',
    mistake: 'puts the hash of the body in front',
    rule: 'answer.resultCode.failure',
    says: /body stands in front/,
    changes: compares(hmac(`key + ${hmac('body')} + nonce + timestamp`)),
  },
  {
    name: 'signed-by-sha1',
    mistake: 'signs with SHA-1',
    rule: 'answer.resultCode.failure',
    says: /HMAC-SHA1/,
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
    says: /differ by up to 60 s/,
    changes: [['> FRESH) throw', '> FRESH / 2) throw']],
  },
  {
    name: 'wrong-signature-000005',
    mistake: 'answers a wrong signature with 000005',
    rule: 'seller.refusal.other-code',
    says: /but with 000005: answer 000001/,
    changes: [[VERIFY, VERIFY.replace('authenticationFailed', 'internalError')]],
  },
  {
    name: 'unknown-instance-000005',
    mistake: 'answers an unknown instance with 000005',
    rule: 'seller.refusal.other-code',
    says: /but with 000005: answer 000003/,
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
    says: /decoded from Base64/,
    changes: compares(hmac(`key + nonce + timestamp + ${hmac('body', "Buffer.from(key, 'base64')")}`, "Buffer.from(key, 'base64')")),
  },
  {
    name: 'nonce-after-timestamp',
    mistake: 'puts the timestamp before the nonce',
    rule: 'answer.resultCode.failure',
    says: /wrong order: key, nonce, timestamp/,
    changes: compares(hmac(`key + timestamp + nonce + ${hmac('body')}`)),
  },
  {
    name: 'body-hashed-raw',
    mistake: 'hashes the body as it came',
    rule: 'seller.signature.unsorted',
    says: /Sort the members of the top level/,
    changes: compares(hmac(`key + nonce + timestamp + ${hmac('body')}`)),
  },
  {
    name: 'signature-prefix',
    mistake: 'compares the first half of the signature',
    rule: 'seller.signature.partly',
    says: /Compare the whole signature/,
    changes: compares(`${hmac(`key + nonce + timestamp + ${hmac(SORTED)}`)}.slice(0, 32)`).map(([was, is]) => [
      was,
      is.replace('signature.toLowerCase()', 'signature.toLowerCase().slice(0, 32)'),
    ]),
  },
  {
    name: 'two-minutes',
    mistake: 'takes calls of the last two minutes',
    rule: 'seller.timestamp.window',
    says: /more than 60 s: that is the documented limit/,
    changes: [['> FRESH) throw', '> 2 * FRESH) throw']],
  },
  {
    name: 'nonce-optional',
    mistake: 'takes a missing nonce for an empty one',
    rule: 'seller.nonce.optional',
    says: /nonce is mandatory/,
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
    says: /businessId is mandatory/,
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
    says: /but with 000003: answer 000001/,
    changes: [[VERIFY, VERIFY.replace('authenticationFailed', 'noSuchInstance')]],
  },
]
