import type { Mistake } from './mistake.ts'

const VERIFY =
  "    if (!verifyProduction(body, { timestamp, nonce }, signature, key)) throw new Refusal(CODE.authenticationFailed, 'signature is wrong')\n"
const IMPORT = "import { verifyProduction } from 'koogallery-sandbox/signing'"
const refused = (condition: string) => `    if (${condition}) throw new Refusal(CODE.authenticationFailed, 'signature is wrong')\n`

/** Compares in another way than it should. */
const compares = (condition: string): Mistake['changes'] => [
  [IMPORT, IMPORT.replace('verifyProduction', 'signProduction')],
  [VERIFY, refused(condition)],
]

/** Signs the sorted body after it was written anew. */
const rewrites = (sorted: string): Mistake['changes'] => [
  [IMPORT, `import { createHmac } from 'node:crypto'\nimport { sortedJson } from '../../src/signing/sorted-json.ts'`],
  [
    VERIFY,
    `    const hex = (text: string) => createHmac('sha256', key).update(text).digest('hex')\n    const sorted = sortedJson(body)\n${refused(`hex(key + nonce + timestamp + hex(${sorted})) !== signature.toLowerCase()`)}`,
  ],
]

/** Mistakes about who calls, and when. */
export const CALLERS: readonly Mistake[] = [
  {
    name: 'signature-unchecked',
    mistake: 'does not check the signature',
    rule: 'seller.signature.unchecked',
    says: /Anybody can call this seller/,
    changes: [
      [VERIFY, ''],
      [IMPORT, ''],
    ],
  },
  {
    name: 'signature-optional',
    mistake: 'checks the signature only when there is one',
    rule: 'seller.signature.unchecked',
    says: /A call with no signature is refused/,
    changes: [
      ["    if (!signature) throw new Refusal(CODE.authenticationFailed, 'signature is missing')\n", ''],
      ['if (!verifyProduction(', 'if (signature && !verifyProduction('],
    ],
  },
  {
    name: 'signature-by-length',
    mistake: 'only looks whether the signature could be one',
    rule: 'seller.signature.unchecked',
    says: /signature of another key is refused/,
    changes: compares('!/^[0-9a-f]{64}$/i.test(signature)').with(0, [IMPORT, '']),
  },
  {
    name: 'signature-without-inner-hash',
    mistake: 'signs as the kit does, without the inner hash',
    rule: 'answer.resultCode.failure',
    says: /The body itself was signed/,
    changes: [
      [IMPORT, IMPORT.replace('verifyProduction', 'verifyKit')],
      ['verifyProduction(body', 'verifyKit(body'],
    ],
  },
  {
    name: 'signature-refused-otherwise',
    mistake: 'answers 000005 for a wrong signature',
    rule: 'seller.refusal.other-code',
    says: /refused, as it must be, but with 000005: answer 000001/,
    changes: [[VERIFY, VERIFY.replace('authenticationFailed', 'internalError')]],
  },
  {
    name: 'timestamp-unchecked',
    mistake: 'takes calls of any age',
    rule: 'seller.timestamp.unchecked',
    says: /A recorded call can be replayed at any time/,
    changes: [
      ["    if (Math.abs(now() - Number(timestamp)) > FRESH) throw new Refusal(CODE.illegalParameter, 'timestamp is too far off')\n", ''],
    ],
  },
  {
    name: 'timestamp-in-seconds',
    mistake: 'takes the timestamp for seconds',
    rule: 'answer.resultCode.failure',
    says: /compared with a clock in seconds/,
    changes: [['Math.abs(now() - Number(timestamp)) > FRESH', 'Math.abs(now() / 1000 - Number(timestamp)) > FRESH / 1000']],
  },
  {
    name: 'timestamp-optional',
    mistake: 'takes calls that do not say when they were made',
    rule: 'seller.parameter.unchecked',
    says: /A call without timestamp is refused/,
    // Without one it takes its own time, and signs without any, as the caller did.
    changes: [
      [
        "    if (!/^\\d{13}$/.test(timestamp)) throw new Refusal(CODE.illegalParameter, 'timestamp is missing or malformed')\n",
        '    if (!timestamp) return\n',
      ],
    ],
  },
  {
    name: 'signature-over-escaped-text',
    mistake: 'signs the body as its JSON library writes it, everything beyond ASCII escaped',
    rule: 'seller.signature.unicode',
    says: /turn Chinese or emoji into \\uXXXX/,
    changes: rewrites("sorted.replace(/[^\\0-\\x7f]/g, (c) => '\\\\u' + c.charCodeAt(0).toString(16).padStart(4, '0'))"),
  },
  {
    name: 'signature-over-sorted-depths',
    mistake: 'sorts the members of nested objects too before it signs',
    rule: 'seller.signature.rewritten',
    says: /Sort only the members of the first level/,
    changes: rewrites(
      'JSON.stringify(JSON.parse(sorted), (_, one) => (one && typeof one === "object" && !Array.isArray(one) ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1))) : one))',
    ),
  },
]
