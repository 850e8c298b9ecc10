import type { Mistake } from './mistake.ts'

const APP = '  const app = new Hono()\n'
const VERIFY = 'if (!verifyProduction(body, '
const IMPORT = "import { verifyProduction } from 'koogallery-sandbox/signing'"
/** A filter in front of all calls. */
const front = (filter: string): Mistake['changes'] => [
  [APP, `${APP}  app.use(async (c, next) => {\n    ${filter}\n    await next()\n  })\n`],
]

/** Mistakes about bytes: what is signed, what is read, how it travels. */
export const BYTES: readonly Mistake[] = [
  {
    name: 'ascii-only',
    mistake: 'reads other characters than ASCII as question marks before it checks the signature',
    rule: 'seller.signature.unicode',
    says: /Sign the UTF-8 bytes/,
    changes: [[VERIFY, "if (!verifyProduction(body.replace(/[^ -~]/g, '?'), "]],
  },
  {
    name: 'html-filter',
    mistake: 'takes HTML out of the body before it checks the signature',
    rule: 'seller.signature.rewritten',
    says: /some writers escape/,
    changes: [[VERIFY, "if (!verifyProduction(body.replaceAll('<', '&lt;'), "]],
  },
  {
    name: 'signature-by-case',
    mistake: 'compares the signature with regard to case',
    rule: 'seller.signature.case',
    says: /case-insensitively/,
    changes: [
      [IMPORT, IMPORT.replace('verifyProduction', 'signProduction')],
      [
        'if (!verifyProduction(body, { timestamp, nonce }, signature, key))',
        'if (signProduction(body, { timestamp, nonce }, key).value !== signature)',
      ],
    ],
  },
  {
    name: 'nonce-of-32',
    mistake: 'takes nonces of 32 characters alone',
    rule: 'seller.nonce.length',
    says: /accept any length/,
    changes: [['if (!nonce) throw', 'if (nonce?.length !== 32) throw']],
  },
  {
    name: 'nonce-forgotten',
    mistake: 'does not remember nonces',
    rule: 'seller.nonce.reused',
    says: /store nonces for two minutes/,
    warns: true,
    changes: [["    if (nonces.has(nonce)) throw new Refusal(CODE.authenticationFailed, 'nonce was used before')\n", '']],
  },
  {
    name: 'timestamp-of-the-future',
    mistake: 'takes calls of the future',
    rule: 'seller.timestamp.future-accepted',
    says: /absolute difference/,
    warns: true,
    changes: [['Math.abs(now() - Number(timestamp)) > FRESH', 'now() - Number(timestamp) > FRESH']],
  },
  {
    name: 'seconds-break-it',
    mistake: 'fails by an error of its own when a timestamp is in seconds',
    rule: 'seller.timestamp.seconds',
    says: /Accept them, or refuse them with 000002/,
    warns: true,
    changes: [
      [
        'if (!/^\\d{13}$/.test(timestamp))',
        "if (timestamp.length === 10) throw new Error('no such date')\n    if (!/^\\d{13}$/.test(timestamp))",
      ],
    ],
  },
  {
    name: 'query-by-place',
    mistake: 'takes the parameters of the query by their place',
    rule: 'seller.query.order',
    says: /query parameters have no fixed order/,
    changes: [
      [
        'authenticate(c.req.query(), raw)',
        "authenticate(Object.fromEntries(Object.values(c.req.query()).map((value, i) => [['signature', 'timestamp', 'nonce'][i], value])), raw)",
      ],
    ],
  },
  {
    name: 'query-undecoded',
    mistake: 'cuts the query into parts and does not decode them',
    rule: 'seller.query.undecoded',
    says: /decode the query/,
    warns: true,
    changes: [
      [
        'authenticate(c.req.query(), raw)',
        "authenticate(Object.fromEntries((c.req.url.split('?')[1] ?? '').split('&').map((pair) => pair.split('='))), raw)",
      ],
    ],
  },
  {
    name: 'charset-by-letter',
    mistake: 'wants the content type letter by letter',
    rule: 'seller.content-type.refused',
    says: /whatever the header says/,
    changes: front("if (c.req.header('content-type') !== 'application/json;charset=utf8') return c.text('', 415)"),
  },
  {
    name: 'close-refused',
    mistake: 'wants every connection kept',
    rule: 'seller.connection-close.refused',
    says: /close the connection after the answer/,
    changes: front("if (c.req.header('connection') === 'close') return c.text('', 400)"),
  },
  {
    name: 'chunked-breaks-it',
    mistake: 'fails by an error of its own when a body does not say how long it is',
    rule: 'seller.chunked.refused',
    says: /without Content-Length/,
    warns: true,
    changes: front("if (c.req.method === 'POST' && !c.req.header('content-length')) throw new Error('how long?')"),
  },
  {
    name: 'expect-refused',
    mistake: 'expects nothing of those who expect something',
    rule: 'seller.expect.refused',
    says: /100-continue/,
    warns: true,
    changes: front("if (c.req.header('expect')) return c.text('', 417)"),
  },
  {
    name: 'huge-ends-it',
    mistake: 'ends when a body is huge',
    rule: 'seller.huge-call.harms',
    says: /body of 1 MB/,
    changes: [['    const body = parse(raw)\n', '    if (raw.length > 100_000) process.exit(1)\n    const body = parse(raw)\n']],
  },
  {
    name: 'get-is-fine',
    mistake: 'says that all is well to a GET',
    rule: 'seller.method.accepted',
    says: /Every call is a POST/,
    changes: [[APP, `${APP}  app.get('/isv', () => answer(CODE.success, 'alive'))\n`]],
  },
  {
    name: 'any-path',
    mistake: 'serves at every path',
    rule: 'seller.path.accepted',
    says: /Only one address serves the calls/,
    warns: true,
    changes: [["app.post('/isv'", "app.post('*'"]],
  },
]
