import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../src/index.ts'
import { encode, happyRequest } from '../helpers/happy-request.ts'
import { type RawRequest, rawHttp } from '../helpers/raw-http.ts'
import { sendSigned } from '../helpers/signed-call.ts'

/*
 * The checklist for a sandbox (bss-and-auth.md, section 14), item by item. What another file holds is named and not repeated.
 *
 * | item | what | where |
 * |---|---|---|
 * | 1 | signatures on raw bytes with the client's own SignedHeaders, 15-minute window | test/auth/signature, test/auth/window-and-lock, test/signing |
 * | 2 | queries decoded as forms, bare names, absent / empty / "" / null by table | here; every filter in test/services/bss-list |
 * | 3 | GET bodies, chunks, trailing newline, charset, final slash | here with tokens, test/auth/signature signed |
 * | 4 | JSON type and X-Request-Id always, real 204 without body | here (204), test/http/answers |
 * | 5 | errors by status alone | here |
 * | 6 | a shape of errors for each service | here; every error of every operation in test/http/every-operation |
 * | 7 | the look-ups of clients built with a region | here; test/journeys/sdk with the vendor's client |
 * | 8 | `suscriptions` and `subscriptions` | here |
 * | 9 | settings: rate, deadline, unsupported empty values | test/http/checklist-settings; gateway prefix and permission code in test/auth/roles, `auth: lenient` in test/auth/app-and-usage |
 */

const LIST = '/v2/orders/customer-orders'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())
beforeEach(() => sandbox.reset())

const token = () => ({ 'X-Auth-Token': sandbox.credentials.buyer!.token })
const send = (request: RawRequest) =>
  rawHttp(sandbox.url, { ...request, headers: { ...token(), ...(request.headers as Record<string, string>) } })

describe('item 2: a query is a form, and absent, empty, "" and null are four things', () => {
  type Outcome = 'all orders' | 'no order' | 'refused'
  const list = async (query: string) => {
    const answer = await send({ target: `${LIST}?${query}` })
    return { status: answer.status, ...answer.json() }
  }
  const outcomes = (allOrders: number): Record<Outcome, object> => ({
    'all orders': { status: 200, total_count: allOrders },
    'no order': { status: 200, total_count: 0 },
    refused: { status: 400, error_code: expect.stringMatching(/^CBC\.010[01]$/) },
  })

  test.each<{ name: string; empty: Outcome; quotes: Outcome; null: Outcome }>([
    { name: 'order_id', empty: 'all orders', quotes: 'refused', null: 'no order' },
    { name: 'customer_id', empty: 'refused', quotes: 'refused', null: 'no order' },
    { name: 'create_time_begin', empty: 'all orders', quotes: 'refused', null: 'refused' },
    { name: 'create_time_end', empty: 'all orders', quotes: 'refused', null: 'refused' },
    { name: 'service_type_code', empty: 'all orders', quotes: 'no order', null: 'no order' },
    { name: 'status', empty: 'all orders', quotes: 'refused', null: 'all orders' },
    { name: 'order_type', empty: 'all orders', quotes: 'refused', null: 'refused' },
    { name: 'limit', empty: 'all orders', quotes: 'refused', null: 'all orders' },
    { name: 'offset', empty: 'all orders', quotes: 'refused', null: 'all orders' },
    { name: 'order_by', empty: 'all orders', quotes: 'all orders', null: 'all orders' },
    { name: 'payment_time_begin', empty: 'all orders', quotes: 'refused', null: 'refused' },
    { name: 'payment_time_end', empty: 'all orders', quotes: 'refused', null: 'refused' },
  ])('$name: empty gives $empty, "" gives $quotes, null gives $null', async ({ name, empty, quotes, null: nothing }) => {
    const ofBuyer = [...sandbox.world.orders.where('customer', sandbox.credentials.buyer!.domain_id)]
    // Orders that are paid together are listed as one.
    const allOrders = new Set(ofBuyer.map(({ id, combinedId }) => combinedId ?? id)).size
    const outcome = outcomes(allOrders)
    expect(allOrders).toBeGreaterThan(1)
    expect(await list('')).toMatchObject(outcome['all orders'])
    expect(await list(name)).toMatchObject(outcome[empty])
    expect(await list(`${name}=`)).toMatchObject(outcome[empty])
    expect(await list(`${name}=""`)).toMatchObject(outcome[quotes])
    expect(await list(`${name}=%22%22`)).toMatchObject(outcome[quotes])
    expect(await list(`${name}=null`)).toMatchObject(outcome[nothing])
  })

  test('a plus is a blank, an escape a byte of UTF-8, and a percent sign is escaped', async () => {
    const { id } = [...sandbox.world.orders.all()].find(({ customerId }) => customerId === sandbox.credentials.buyer!.domain_id)!
    const count = async (query: string) => (await send({ target: `${LIST}?${query}` })).json().total_count
    expect(await count(`order_id=${id}`)).toBe(1)
    expect(await count(`order%5Fid=${[...id].map((c) => `%${c.charCodeAt(0).toString(16)}`).join('')}`)).toBe(1)
    expect(await count(`order_id=${id}+`)).toBe(0)
    expect(await count(`order_id=${id}%25`)).toBe(0)
    expect((await send({ target: `${LIST}?order_id=%` })).status).toBe(400)
    expect((await send({ target: `${LIST}?order_id=%C3%28` })).status).toBe(400)
  })
})

describe('item 3: forms of a request that clients really send', () => {
  const body = '{"order_id":"CS1"}'
  const cancel = (more: Partial<RawRequest>): RawRequest => ({
    method: 'PUT',
    target: `${LIST}/cancel`,
    body,
    headers: { 'Content-Type': 'application/json' },
    ...more,
  })
  test.each<[string, RawRequest, number]>([
    ['a body on a GET', { target: LIST, body: '{}', headers: { 'Content-Type': 'application/json' } }, 200],
    ['chunks', cancel({ chunked: 5 }), 400],
    ['a trailing newline', cancel({ body: `${body}\n` }), 400],
    ['a charset', cancel({ headers: { 'Content-Type': 'application/json;charset=UTF-8' } }), 400],
    ['no Content-Type', cancel({ headers: {} }), 400],
    ['a final slash', cancel({ target: `${LIST}/cancel/` }), 400],
    [
      'a POST of nothing, with its length',
      {
        method: 'POST',
        target: '/v2/orders/subscriptions/resources/autorenew/x',
        headers: { 'Content-Length': '0', 'Content-Type': 'application/json' },
      },
      400,
    ],
  ])('%s', async (_what, request, status) => {
    const answer = await send(request)
    // The service itself says no: it has read the number, and there is no such order (which has no code of its own) or resource.
    const { error_code: code } = answer.json()
    const read = code === 'CBC.0100' && /^request\.body\.malformed \/body\/order_id(,|$)/.test(`${answer.headers['x-sandbox-verdict']}`)
    expect([answer.status, status === 200 || read || /^CBC\.990/.test(code)]).toEqual([status, true])
  })
})

test.each([
  'bss.PayOrders',
  'bss.PayOrdersLegacy',
  'bss.CancelCustomerOrder',
  'bss.AutoRenewalResources',
  'bss.CancelAutoRenewalResources',
])('item 4: %s ends in a real 204, without body or type', async (ref) => {
  const answer = await rawHttp(sandbox.url, encode(sandbox, happyRequest(sandbox, sandbox.specs.operation(ref))))
  expect([answer.status, answer.body, answer.headers['content-type']]).toEqual([204, '', undefined])
  expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f]{32}$/)
})

test('item 5: an error is told by its status; the vendor documents 200 for one family of licence errors alone', () => {
  const below = sandbox.specs.operations.flatMap((operation) =>
    [...operation.errors].filter(([, { status }]) => status < 400).map(([key]) => `${operation.ref} ${key}`),
  )
  expect(
    below.filter((error) => !/^koogallery\.(ActivateLicense|CheckLicenseHeartbeat|Batch\w+License\w*|ReportSoftwareUsage) /.test(error)),
  ).toEqual([])
  expect(below.length).toBeGreaterThan(0)
})

describe('item 6: every service has its own shape of errors', () => {
  const json = { 'Content-Type': 'application/json' }
  const text = expect.any(String)
  const project = () => sandbox.credentials.buyer!.project_id
  test.each<[string, () => RawRequest, number, object]>([
    ['BSS', () => ({ target: `${LIST}?limit=0` }), 400, { error_code: 'CBC.0100', error_msg: text }],
    [
      'the gateway',
      () => ({ target: LIST, headers: { 'X-Auth-Token': 'x' } }),
      401,
      { error_code: 'APIGW.0301', error_msg: text, request_id: expect.stringMatching(/^[0-9a-f]{32}$/) },
    ],
    [
      'Workspace',
      () => ({
        method: 'POST',
        target: `/v2/${project()}/periodic/change/batch-order`,
        headers: json,
        body: '{"type":"RESIZE","resize_param":{"product_id":"x"}}',
      }),
      400,
      { error_code: text, error_msg: text },
    ],
    [
      'SCM',
      () => ({ method: 'POST', target: '/v3/scm/certificates/buy', headers: json, body: '{}' }),
      400,
      { error_code: expect.stringMatching(/^SCM\./), error_msg: text },
    ],
    [
      'IAM',
      () => ({ method: 'POST', target: '/v3/auth/tokens', headers: json, body: '{}' }),
      400,
      { error: { code: 400, message: text, title: 'Bad Request' } },
    ],
    [
      'OAuth',
      () => ({
        method: 'POST',
        target: '/api/v1/oauth2/token',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        body: 'grant_type=refresh_token&client_id=x&client_secret=y&refresh_token=z',
      }),
      400,
      { error: 'invalid_client', error_description: text },
    ],
  ])('%s', async (_service, request, status, body) => {
    const answer = await send(request())
    expect([answer.json(), answer.status >= 400]).toEqual([body, true])
    expect([status, 401]).toContain(answer.status)
  })

  test('STS', async () => {
    const answer = await sendSigned(
      sandbox.url,
      { method: 'POST', target: '/v5/decode-authorization-message', headers: json, body: '{}' },
      sandbox.credentials.buyer!,
    )
    expect([answer.status, answer.json()]).toEqual([400, { error_code: 'STS5.1001', error_msg: text }])
  })
})

test('item 7: clients built with a region find what they look up', async () => {
  const { buyer } = sandbox.credentials
  const get = async (target: string) =>
    (await sendSigned(sandbox.url, { target, headers: { 'Content-Type': 'application/json' }, body: '{}' }, buyer!)).json()
  expect((await get('/v3/auth/domains')).domains).toMatchObject([{ id: buyer!.domain_id, name: buyer!.domain_name }])
  expect((await get('/v3/projects?name=cn-north-4')).projects).toMatchObject([{ id: buyer!.project_id, name: 'cn-north-4' }])
  expect((await get('/v3/regions')).regions).toContainEqual(expect.objectContaining({ id: 'cn-north-4' }))
  const login = encode(sandbox, happyRequest(sandbox, sandbox.specs.operation('iam.KeystoneCreateUserTokenByPassword')))
  expect((await rawHttp(sandbox.url, login)).headers['x-subject-token']).toMatch(/^MII/)
})

test.each([
  ['suscriptions', 'query', 200],
  ['subscriptions', 'query', 404],
  ['subscriptions', 'renew', 400],
  ['suscriptions', 'renew', 404],
  ['subscriptions', 'unsubscribe', 400],
  ['suscriptions', 'unsubscribe', 404],
])('item 8: POST /v2/orders/%s/resources/%s: %d', async (word, what, status) => {
  const answer = await send({
    method: 'POST',
    target: `/v2/orders/${word}/resources/${what}`,
    headers: { 'Content-Type': 'application/json' },
    body: '{}',
  })
  expect(answer.status).toBe(status)
})
