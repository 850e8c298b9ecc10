import type { Mistake } from './mistake.ts'

const SIGN = 'signBody(text, key).header'
const signs = (value: string): Mistake['changes'] => [[SIGN, value]]
const header = (value: string) => `\`sign_type="HMAC-SHA256", signature="\${${value}}"\``
const hmac = (form: string, key = 'key', text = 'text') => `createHmac('sha256', ${key}).update(${text}).digest('${form}')`
const crypto: Mistake['changes'][number] = [
  "import { Hono } from 'hono'\n",
  "import { createHmac } from 'node:crypto'\nimport { Hono } from 'hono'\n",
]

const MISTAKES: readonly Omit<Mistake, 'edition'>[] = [
  {
    name: 'v1-answer-unsigned',
    mistake: 'does not sign its answers',
    rule: 'answer.body-sign.missing',
    says: /Every answer of V1\.0 is signed/,
    changes: [[", 'Body-Sign': sign }", ' }']],
  },
  {
    name: 'v1-sign-lower-case',
    mistake: 'writes Body-sign',
    rule: 'answer.body-sign.name',
    says: /the marketplace does not/,
    changes: [
      [
        "return c.body(text, 200, { 'content-type': 'application/json', 'Body-Sign': sign })",
        ";(c.env as { outgoing: import('node:http').ServerResponse }).outgoing.setHeader('Body-sign', sign)\n    return c.body(text, 200, { 'content-type': 'application/json' })",
      ],
    ],
  },
  {
    name: 'v1-sign-before-compression',
    mistake: 'signs the body before it is compressed',
    rule: 'answer.body-sign.wrong',
    says: /signed before it was compressed/,
    changes: [
      ["import { Hono } from 'hono'\n", "import { gzipSync } from 'node:zlib'\nimport { Hono } from 'hono'\n"],
      ['return c.body(text, 200, {', "return c.body(gzipSync(text), 200, { 'content-encoding': 'gzip',"],
    ],
  },
  {
    name: 'v1-refusal-unsigned',
    mistake: 'signs what succeeds and forgets to sign what it refuses',
    rule: 'answer.body-sign.missing',
    says: /refusals too/,
    changes: [[", 'Body-Sign': sign }", ", ...(answer['resultCode'] === '000000' ? { 'Body-Sign': sign } : {}) }"]],
  },
  {
    name: 'v1-sign-unquoted',
    mistake: 'leaves the quotation marks of Body-Sign out',
    rule: 'answer.body-sign.malformed',
    says: /^sign_type="HMAC-SHA256", signature="…"/,
    changes: signs(`${SIGN}.replaceAll('"', '')`),
  },
  {
    name: 'v1-sign-bare',
    mistake: 'sends the value of Body-Sign alone',
    rule: 'answer.body-sign.malformed',
    says: /^sign_type="HMAC-SHA256", signature="…"/,
    changes: signs('signBody(text, key).value'),
  },
  {
    name: 'v1-sign-in-hex',
    mistake: 'writes Body-Sign in hex',
    rule: 'answer.body-sign.wrong',
    says: /written as hex digits/,
    changes: [crypto, ...signs(header(hmac('hex')))],
  },
  {
    name: 'v1-sign-with-time',
    mistake: 'signs answers with key and timeStamp, as authToken is',
    rule: 'answer.body-sign.wrong',
    says: /Sign the bytes that go out/,
    changes: [crypto, ...signs(header(hmac('base64', "key + (query['timeStamp'] ?? '')")))],
  },
  {
    name: 'v1-sign-before-indenting',
    mistake: 'signs the body before it is indented',
    rule: 'answer.body-sign.wrong',
    says: /written anew before it was signed/,
    changes: [['return c.body(text, 200', 'return c.body(JSON.stringify(JSON.parse(text), null, 2), 200']],
  },
  {
    name: 'v1-sign-before-newline',
    mistake: 'signs the body without the line end that is sent behind it',
    rule: 'answer.body-sign.wrong',
    says: /written anew before it was signed/,
    changes: [['return c.body(text, 200', 'return c.body(`${text}\\n`, 200']],
  },
  {
    name: 'v1-token-unchecked',
    mistake: 'does not check authToken',
    rule: 'seller.signature.unchecked',
    says: /Anybody can call this seller/,
    changes: [
      [
        "      if (!trusting && !verifyAuthToken(query, changeToken?.(authToken) ?? authToken, key)) throw new Refusal('000001', 'authToken')\n",
        '',
      ],
    ],
  },
  {
    name: 'v1-token-of-some',
    mistake: 'leaves parameters that it does not know out of authToken',
    rule: 'seller.added-member.refused',
    says: /They are signed like the others/,
    changes: [
      ['verifyAuthToken(query,', "verifyAuthToken(Object.fromEntries(Object.entries(query).filter(([name]) => name !== 'addedSomeDay')),"],
    ],
  },
  {
    name: 'v1-password-plain',
    mistake: 'sends the first password as it is',
    rule: 'answer.credentials.not-encrypted',
    says: /characters that this key cannot read/,
    changes: [["encryptField('Change-me-1', key, { iv: 'fedcba9876543210' })", "'Change-me-1'"]],
  },
  {
    name: 'v1-password-of-another-type',
    mistake: 'encrypts with AES-128 and says AES-256',
    rule: 'answer.credentials.not-encrypted',
    says: /encryptType 1 is AES-256/,
    changes: [["{ iv: 'fedcba9876543210' }", "{ iv: 'fedcba9876543210', type: 2 }"]],
  },
  {
    name: 'v1-encrypt-type-as-number',
    mistake: 'writes encryptType as a number, and encrypts as it says',
    rule: 'answer.field.wrong',
    says: /^string /,
    changes: [
      ["{ iv: '0123456789abcdef' }", "{ iv: '0123456789abcdef', type: 2 }"],
      ["{ iv: 'fedcba9876543210' }", "{ iv: 'fedcba9876543210', type: 2 }"],
      ["return { encryptType: '1', instanceId", 'return { encryptType: 2, instanceId'],
      ["return { encryptType: '1', info", 'return { encryptType: 2, info'],
    ],
  },
  {
    name: 'v1-one-instance-for-an-order',
    mistake: 'opens one instance for an order of two products that are paid by use',
    rule: 'answer.instanceId.shared',
    says: /Every order line gets its own instance/,
    changes: [["`${textOf(body, 'orderId')}|${textOf(body, 'productId')}`", "textOf(body, 'orderId')"]],
  },
]

/** Mistakes of sellers that still serve V1.0: their answers are signed, their credentials encrypted. */
export const FIRST_EDITION: readonly Mistake[] = MISTAKES.map((one) => ({ ...one, edition: 'v1' }))
