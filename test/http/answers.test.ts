import dns from 'node:dns'
import { networkInterfaces } from 'node:os'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../src/index.ts'
import { type RawRequest, rawHttp } from '../helpers/raw-http.ts'

const LIST = '/v2/orders/customer-orders'

const { lookup } = dns
let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())
beforeEach(() => sandbox.reset())

const token = () => ({ 'X-Auth-Token': sandbox.credentials.buyer!.token })
const send = (request: RawRequest) => rawHttp(sandbox.url, { ...request, headers: { ...token(), ...request.headers } })
const pending = () =>
  [...sandbox.world.orders.all()].find(
    (order) => order.status === 'pending-payment' && order.customerId === sandbox.credentials.buyer!.domain_id && !order.combinedId,
  )!

describe('every vendor answer', () => {
  test.each<[string, () => RawRequest, number]>([
    ['a success', () => ({ target: LIST }), 200],
    ['an error of the service', () => ({ target: `${LIST}/details/CS1` }), 400],
    ['an error of the gateway', () => ({ target: LIST, headers: { 'X-Auth-Token': 'x' } }), 401],
    ['an error of IAM', () => ({ target: '/v3/auth/tokens', method: 'POST', body: '{}' }), 400],
    [
      'an error of OAuth',
      () => ({
        target: '/api/v1/oauth2/token',
        method: 'POST',
        body: 'grant_type=x',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      }),
      400,
    ],
    ['an unknown path', () => ({ target: '/nowhere' }), 404],
    ['an example', () => ({ target: LIST, headers: { Prefer: 'code=200' } }), 200],
    ['a generated value', () => ({ target: LIST, headers: { Prefer: 'dynamic=true' } }), 200],
    ['a forced error', () => ({ target: LIST, headers: { 'X-Sandbox-Error': 'CBC.0999' } }), 500],
  ])('%s carries X-Request-Id, the JSON type, the length and the world’s Date', async (_what, request, status) => {
    sandbox.clock.advance('36h')
    const answer = await send(request())
    expect(answer.status).toBe(status)
    expect(answer.headers).toMatchObject({
      'content-type': 'application/json',
      'x-request-id': expect.stringMatching(/^[0-9a-f]{32}$/),
      'content-length': String(Buffer.byteLength(answer.body)),
      date: 'Fri, 02 Jan 2026 12:00:00 GMT',
    })
    expect(() => answer.json()).not.toThrow()
    if ('request_id' in answer.json()) expect(answer.json().request_id).toBe(answer.headers['x-request-id'])
    expect(sandbox.journal.entries().at(-1)!.requestId).toBe(answer.headers['x-request-id'])
  })

  test('a real 204 has no body, no type and no length', async () => {
    const body = JSON.stringify({ order_id: pending().id })
    const answer = await send({ method: 'PUT', target: `${LIST}/cancel`, headers: { 'Content-Type': 'application/json' }, body })
    expect([answer.status, answer.body]).toEqual([204, ''])
    expect(answer.headers['content-type']).toBeUndefined()
    expect(Number(answer.headers['content-length'] ?? 0)).toBe(0)
    expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f]{32}$/)
  })

  test('the world’s Date stands on what the sandbox says for itself, too', async () => {
    const { headers } = await send({ target: LIST, headers: { 'X-Sandbox-Error': 'nonsense' } })
    expect(headers).toMatchObject({ 'content-type': 'application/problem+json', date: 'Thu, 01 Jan 2026 00:00:00 GMT' })
  })
})

test('every address that the sandbox names answers', async () => {
  expect(sandbox.urls).toContain(sandbox.url)
  for (const url of sandbox.urls) {
    const answer = await rawHttp(url, { target: LIST, headers: token() })
    expect([url, answer.status]).toEqual([url, 200])
  }
})

test('it listens at both addresses of this machine, and leaves the resolver of the process as it was', () => {
  const own = Object.values(networkInterfaces()).flatMap((all) => all?.map(({ address }) => address) ?? [])
  expect(sandbox.urls.some((url) => url.includes('[::1]'))).toBe(own.includes('::1'))
  expect(dns.lookup).toBe(lookup)
})

describe('X-Sandbox-Verdict', () => {
  const verdict = async (query: string) => (await send({ target: `${LIST}?${query}` })).headers['x-sandbox-verdict']

  test('is absent when there is no finding', async () => {
    expect(await verdict('limit=1')).toBeUndefined()
  })

  test('names code and pointer, errors before warnings', async () => {
    expect(await verdict('foo=1&limit=0')).toBe('request.query.range /query/limit, request.query.unknown /query/foo')
  })

  test('names at most five findings, the journal has all of them', async () => {
    const query = Array.from({ length: 12 }, (_, i) => `n${i}=1`).join('&')
    expect((await verdict(query))!.split(', ')).toHaveLength(5)
    expect(sandbox.journal.entries().at(-1)!.findings).toHaveLength(12)
  })

  test('stays below 2 kB and within ASCII, whatever the names are', async () => {
    const name = encodeURIComponent('订单\r\nX-Evil: 1,\u0000'.repeat(40))
    const header = (await verdict([1, 2, 3, 4, 5, 6].map((i) => `${name}${i}=1`).join('&')))!
    expect(header.length).toBeLessThanOrEqual(2048)
    expect(header).toMatch(/^[\x20-\x7e]+$/)
    expect(header).toContain('request.query.unknown /query/%E8%AE%A2%E5%8D%95%0D%0AX-Evil:%201')
  })

  test.each([290, 291, 292, 293])('survives a character that its limit cuts in half: %d', async (length) => {
    const text = encodeURIComponent(`${'a'.repeat(length)}😀😀`)
    expect(await verdict(`${text}=1`)).toMatch(/^request\.query\.unknown \/query\/a+/)
  })

  test('survives half a character in a body', async () => {
    const body = '{"order_id":"CS1","use_coupon":"NO","use_discount":"NO","\\ud800":1,"x\\udc00y":"\\ud83d"}'
    const answer = await send({
      method: 'POST',
      target: '/v3/orders/customer-orders/pay',
      headers: { 'Content-Type': 'application/json' },
      body,
    })
    expect([answer.status, answer.json().error_code]).toEqual([400, 'CBC.30000010'])
    expect(answer.headers['x-sandbox-verdict']).toContain('request.body.unknown /body/%EF%BF%BD, request.body.unknown /body/x%EF%BF%BDy')
  })
})

describe('an answer of the sandbox that does not match its spec', () => {
  /** An order that no spec allows: the text of the currency is too long, and a status is none. */
  async function stray(options: Parameters<typeof startSandbox>[0]) {
    const errors: unknown[] = []
    const other = await startSandbox({ ...options, onError: (error) => errors.push(error) })
    const order = [...other.world.orders.all()].find(({ customerId }) => customerId === other.credentials.buyer!.domain_id)!
    other.world.orders.put({
      ...order,
      amounts: { ...order.amounts, official: 'plenty' as unknown as number, afterDiscount: null as unknown as number },
    })
    const answer = await rawHttp(other.url, {
      target: `${LIST}?order_id=${order.id}`,
      headers: { 'X-Auth-Token': other.credentials.buyer!.token },
    })
    const entry = other.journal.entries().at(-1)
    await other.close()
    return { answer, errors, entry }
  }

  test('is a defect: the library answers 500 and says so', async () => {
    const { answer, errors } = await stray({})
    expect(answer).toMatchObject({ status: 500, headers: { 'content-type': 'application/problem+json' } })
    expect(answer.json().detail).toMatch(/^bss\.ListCustomerOrders replied outside its spec: \/body\/.* This is a defect of the sandbox/)
    expect(errors).toMatchObject([{ message: expect.stringContaining('bss.ListCustomerOrders replied outside its spec') }])
  })

  test('is reported when serving, and the answer goes out', async () => {
    const { answer, errors, entry } = await stray({ onDrift: 'report' })
    expect(answer).toMatchObject({ status: 200, headers: { 'content-type': 'application/json', 'x-sandbox-drift': 'true' } })
    expect(answer.headers['x-sandbox-verdict']).toContain('reply.body.differs /body/order_infos/0/')
    expect(entry!.findings).toContainEqual(expect.objectContaining({ code: 'reply.body.differs', level: 'error' }))
    expect(errors).toEqual([])
  })

  test.each(['errors', 'off'] as const)('is not looked for with checkAnswers %s', async (checkAnswers) => {
    const { answer } = await stray({ checkAnswers })
    expect(answer.status).toBe(200)
    expect(answer.headers['x-sandbox-drift']).toBeUndefined()
  })
})
