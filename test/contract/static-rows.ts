import type { Loose } from './interactions.ts'

/** What makes a good interaction wrong. */
export type Bend = (interaction: Loose) => void
/** In place of all rules of the answer, one on a place in its body. */
export const rule = (key: string, ...matchers: Loose[]): Bend => {
  return ({ response }) => {
    response.matchingRules = { body: { [key]: { matchers } } }
  }
}

/** What is wrong, with which good interaction, how; the code, the place in the exchange and the service whose spec says so. */
export const ROWS: readonly (readonly [string, string, Bend, string, string, string])[] = [
  // What is asked.
  ['an unknown path', 'orders', (i) => (i.request.path = '/v2/orders/customers'), 'request.path.unknown', '/path', ''],
  ['an unknown method', 'orders', (i) => (i.request.method = 'DELETE'), 'request.method.unknown', '/method', ''],
  ['a value out of range', 'orders', (i) => (i.request.query.limit = ['101']), 'request.query.range', '/query/limit', 'bss'],
  ['a value of another type', 'orders', (i) => (i.request.query.limit = ['two']), 'request.query.malformed', '/query/limit', 'bss'],
  ['a span of more than a year', 'orders', (i) => (i.request.query = SPAN), 'request.query.span', '/query/create_time_end', 'bss'],
  ['a missing parameter', 'query', (i) => (i.request.query = {}), 'request.query.missing', '/query/orderId', 'koogallery'],
  ['a missing member', 'pay', (i) => delete i.request.body.order_id, 'request.body.missing', '/body/order_id', 'bss'],
  ['a member of another type', 'pay', (i) => (i.request.body.use_coupon = 1), 'request.body.malformed', '/body/use_coupon', 'bss'],
  // What the special forms of a query mean (S-06).
  [
    'an empty value that is not supported',
    'orders',
    (i) => (i.request.query.customer_id = ['']),
    'request.query.unsupported',
    '/query/customer_id',
    'bss',
  ],
  [
    'an empty string that is not supported',
    'orders',
    (i) => (i.request.query.order_id = ['""']),
    'request.query.unsupported',
    '/query/order_id',
    'bss',
  ],
  [
    'a null that is not supported',
    'orders',
    (i) => (i.request.query.order_type = ['null']),
    'request.query.unsupported',
    '/query/order_type',
    'bss',
  ],
  ['a form that is not refused', 'refused', (i) => (i.request.query = { limit: [''] }), 'request.query.harmless', '/query/limit', 'bss'],
  // Who asks.
  [
    'a token under another name',
    'orders',
    (i) => (i.request.headers = { 'X-Auth-Tokens': 'T' }),
    'request.auth.absent',
    '/header/X-Auth-Token',
    'bss',
  ],
  ['no credential', 'orders', (i) => (i.request.headers = {}), 'request.auth.absent', '/header/X-Auth-Token', 'bss'],
  [
    'a bearer token',
    'query',
    (i) => (i.request.headers.Authorization = 'Bearer x'),
    'request.auth.malformed',
    '/header/Authorization',
    'koogallery',
  ],
  [
    'a misspelt part',
    'query',
    (i) => (i.request.headers.Authorization = i.request.headers.Authorization.replace('Access=', 'AccessKey=')),
    'request.auth.malformed',
    '/header/Authorization',
    'koogallery',
  ],
  ['no date', 'query', (i) => delete i.request.headers['X-Sdk-Date'], 'request.auth.date', '/header/X-Sdk-Date', 'koogallery'],
  [
    'a date that is not signed',
    'query',
    (i) => (i.request.headers.Authorization = i.request.headers.Authorization.replace('x-sdk-date', 'x-date')),
    'request.auth.date',
    '/header/Authorization',
    'koogallery',
  ],
  [
    'a usage signature under another name',
    'usage',
    (i) => rename(i.request.headers, 'signature', 'sign'),
    'request.auth.absent',
    '/header/signature',
    'koogallery',
  ],
  ['seconds', 'usage', (i) => (i.request.headers.ts = '1709690865'), 'request.auth.form', '/header/ts', 'koogallery'],
  ['a usage signature in hex', 'usage', (i) => (i.request.matchingRules = HEX), 'request.auth.form', '/header/signature', 'koogallery'],
  [
    'an error that only the sandbox brings about',
    'orders',
    (i) => (i.request.headers['X-Sandbox-Error'] = 'CBC.0155'),
    'request.header.sandbox',
    '/header/X-Sandbox-Error',
    'bss',
  ],
  [
    'an answer that only the sandbox shows',
    'orders',
    (i) => (i.request.headers.Prefer = 'code=500'),
    'request.header.sandbox',
    '/header/Prefer',
    'bss',
  ],
  // What is expected back.
  [
    'a wrong field',
    'orders',
    (i) => (i.response.body.order_infos[0].orderId = 'x'),
    'reply.body.unknown',
    '/body/order_infos/0/orderId',
    'bss',
  ],
  ['a wrong type', 'orders', (i) => (i.response.body.total_count = '2'), 'reply.body.differs', '/body/total_count', 'bss'],
  [
    'an undocumented status',
    'orders',
    (i) => Object.assign(i.response, { status: 418, body: {} }),
    'reply.status.unknown',
    '/status',
    'bss',
  ],
  [
    'an undocumented code',
    'refused',
    (i) => (i.response.body.error_code = 'CBC.0102'),
    'reply.error.undocumented',
    '/body/error_code',
    'bss',
  ],
  [
    "another operation's code",
    'refused',
    (i) => (i.response.body.error_code = 'CBC.99003106'),
    'reply.error.undocumented',
    '/body/error_code',
    'bss',
  ],
  [
    'a code with another status',
    'refused',
    (i) => Object.assign(i.response, { status: 403 }),
    'reply.error.undocumented',
    '/body/error_code',
    'bss',
  ],
  ['a field that no refusal has', 'refused', (i) => (i.response.body.request_id = 'x'), 'reply.body.unknown', '/body/request_id', 'bss'],
  [
    "a code that is not the gateway's",
    'stranger',
    (i) => (i.response.body.error_code = 'APIGW.0399'),
    'reply.error.undocumented',
    '/body/error_code',
    'bss',
  ],
  ["a field that the gateway's refusal lacks", 'stranger', (i) => (i.response.body.code = 1), 'reply.body.unknown', '/body/code', 'bss'],
  // What is demanded by matchers while the example is right.
  ['a matcher of another type', 'orders', rule('$.total_count', { match: 'boolean' }), 'reply.matcher.type', '/body/total_count', 'bss'],
  [
    'an integer where a text is sent',
    'orders',
    rule('$.order_infos[*].order_id', { match: 'integer' }),
    'reply.matcher.type',
    '/body/order_infos/*/order_id',
    'bss',
  ],
  [
    'an expression that nothing matches',
    'orders',
    rule('$.order_infos[*].order_id', { match: 'regex', regex: '^\\d+$' }),
    'reply.matcher.never',
    '/body/order_infos/*/order_id',
    'bss',
  ],
  [
    'another form of time',
    'orders',
    rule('$.order_infos[*].create_time', { match: 'timestamp', timestamp: 'yyyy-MM-dd HH:mm:ss' }),
    'reply.matcher.never',
    '/body/order_infos/*/create_time',
    'bss',
  ],
  [
    'a matcher on nothing',
    'orders',
    rule('$.order_infos[*].price', { match: 'type' }),
    'reply.matcher.unknown',
    '/body/order_infos/*/price',
    'bss',
  ],
  ['a matcher of no known name', 'orders', rule('$.total_count', { match: 'whole' }), 'reply.matcher.unread', '/body/total_count', 'bss'],
  [
    'an expression that no code matches',
    'refused',
    rule('$.error_code', { match: 'regex', regex: '^MKT' }),
    'reply.error.undocumented',
    '/body/error_code',
    'bss',
  ],
]
const SPAN = { create_time_begin: ['2024-01-01T00:00:00Z'], create_time_end: ['2025-06-01T00:00:00Z'] }
const HEX = { header: { signature: { matchers: [{ match: 'regex', regex: '^[0-9a-f]{64}$' }] } } }
const rename = (headers: Loose, from: string, to: string) => {
  headers[to] = headers[from]
  delete headers[from]
}
