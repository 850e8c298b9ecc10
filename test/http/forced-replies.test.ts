import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../src/index.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())
beforeEach(() => sandbox.reset())

const last = () => sandbox.journal.entries().at(-1)!
const list = (headers: Record<string, string>) => sandbox.call('bss.ListCustomerOrders', { headers })
const facts = () => ({ ...sandbox.world.save(), seq: 0 })

describe('X-Sandbox-Error makes a documented error come back', () => {
  test.each([
    ['CBC.0155', 403, { error_code: 'CBC.0155', error_msg: 'The current request is not allowed.' }],
    ['  CBC.0999 ', 500, { error_code: 'CBC.0999', error_msg: expect.any(String) }],
    [
      'APIGW.0308',
      429,
      {
        error_code: 'APIGW.0308',
        error_msg: expect.stringContaining('The throttling threshold has been reached: policy'),
        request_id: expect.any(String),
      },
    ],
    ['APIGW.0201', 400, { error_code: 'APIGW.0201', error_msg: 'API request error.', request_id: expect.any(String) }],
    ['413 APIGW.0201', 413, { error_code: 'APIGW.0201', error_msg: 'Request entity too large.', request_id: expect.any(String) }],
    ['494 APIGW.0201', 494, { error_code: 'APIGW.0201', error_msg: 'Request headers too large.', request_id: expect.any(String) }],
    ['502 APIGW.0201', 502, { error_code: 'APIGW.0201', error_msg: 'Backend unavailable.', request_id: expect.any(String) }],
    ['APIGW.0201:timeout', 504, { error_code: 'APIGW.0201', error_msg: 'Backend timeout.', request_id: expect.any(String) }],
  ])('%s: %d', async (wish, status, body) => {
    expect(await list({ 'X-Sandbox-Error': wish })).toMatchObject({
      status,
      body,
      headers: { 'content-type': 'application/json', 'x-request-id': expect.any(String) },
    })
    expect(last()).toMatchObject({ origin: 'forced', error: expect.any(String) })
  })

  test('no placeholder is left in a forced message', async () => {
    const { errors, gatewayErrors } = sandbox.specs.operation('bss.PayOrders')
    const left: string[] = []
    for (const key of [...errors.keys(), ...gatewayErrors.keys()]) {
      const body = { order_id: 'x', use_coupon: 'NO', use_discount: 'NO' }
      const answer = await sandbox.call('bss.PayOrders', { body, headers: { 'X-Sandbox-Error': key } })
      if (/\{\w+\}/.test(answer.body?.error_msg ?? '')) left.push(`${key}: ${answer.body.error_msg}`)
    }
    expect(left).toEqual([])
  })

  test.each(['CBC.9999', '418 CBC.0155', 'MKT.0151', 'nonsense', '__proto__'])(
    '%s is not documented here: a problem lists what is',
    async (wish) => {
      const answer = await list({ 'X-Sandbox-Error': wish })
      expect(answer).toMatchObject({ status: 400, headers: { 'content-type': 'application/problem+json' } })
      expect(answer.body).toMatchObject({ status: 400, title: expect.stringContaining(wish), detail: expect.any(String) })
      expect(answer.body.documented).toEqual(expect.arrayContaining(['CBC.0100', 'CBC.0155', 'APIGW.0308', 'APIGW.0201:entity']))
      expect(answer.body.documented).not.toContain('CBC.99003106')
    },
  )

  test('it comes after authentication and after the check of the request', async () => {
    const headers = { 'X-Sandbox-Error': 'CBC.0999' }
    expect(await sandbox.call('bss.ListCustomerOrders', { headers, as: 'nobody' })).toMatchObject({ status: 401 })
    expect(await sandbox.call('bss.ListCustomerOrders', { headers, query: 'limit=0' })).toMatchObject({
      status: 400,
      body: { error_code: 'CBC.0100' },
    })
  })

  test('a forced error never changes the world', async () => {
    const order = [...sandbox.world.orders.all()].find(
      ({ status, customerId }) => status === 'pending-payment' && customerId === sandbox.credentials.buyer!.domain_id,
    )!
    const before = facts()
    const body = { order_id: order.id, use_coupon: 'NO', use_discount: 'NO' }
    for (const headers of [
      { 'X-Sandbox-Error': 'CBC.99003106' },
      { Prefer: 'code=403' },
      { Prefer: 'code=204' },
      { Prefer: 'dynamic=true' },
    ]) {
      await sandbox.call('bss.PayOrders', { body, headers })
    }
    expect(facts()).toEqual(before)
    expect(sandbox.world.orders.get(order.id)).toBe(order)
  })
})

describe('Prefer', () => {
  test('example=NAME gives that example of the spec', async () => {
    const answer = await list({ Prefer: 'example=nothing' })
    expect(answer).toMatchObject({ status: 200, body: { total_count: 0, order_infos: [] } })
    expect(last().origin).toBe('forced')
    expect((await list({ Prefer: 'code=200, example="combined"' })).body).toEqual(
      sandbox.specs.operation('bss.ListCustomerOrders').example({ name: 'combined' })!.value,
    )
  })

  test('code=STATUS gives the first documented answer with it', async () => {
    expect(await list({ Prefer: 'code=200' })).toMatchObject({
      status: 200,
      body: sandbox.specs.operation('bss.ListCustomerOrders').example()!.value as object,
    })
    expect(await list({ Prefer: 'code=403' })).toMatchObject({ status: 403, body: { error_code: expect.stringMatching(/^CBC\.015[15]$/) } })
    expect(await list({ Prefer: 'code=429' })).toMatchObject({ status: 429, body: { error_code: 'APIGW.0308' } })
    expect(await list({ Prefer: 'wait=5, code=429; foo=bar' })).toMatchObject({ status: 429 })
  })

  test('example=CODE gives a documented error', async () => {
    expect(await list({ Prefer: 'example=CBC.0100' })).toMatchObject({ status: 400, body: { error_code: 'CBC.0100' } })
    expect(last()).toMatchObject({ origin: 'forced', error: 'CBC.0100' })
  })

  test('dynamic=true gives a generated value that fits, the same each time', async () => {
    const first = await list({ Prefer: 'dynamic=true' })
    expect(first.status).toBe(200)
    expect(last().origin).toBe('generated')
    expect(await list({ Prefer: 'dynamic=true' })).toEqual(first)
    expect((await sandbox.call('bss.ListCustomerOrders', { headers: { Prefer: 'dynamic=true' }, query: { limit: 7 } })).body).not.toEqual(
      first.body,
    )
  })

  test.each(['code=418', 'example=nowhere', 'code=200, example=CBC', 'code=abc'])(
    '%s cannot be had: a problem lists what can',
    async (wish) => {
      const answer = await list({ Prefer: wish })
      expect(answer).toMatchObject({ status: 400, headers: { 'content-type': 'application/problem+json' } })
      expect(answer.body.documented).toContain('CBC.0155')
    },
  )

  test.each(['', 'return=minimal', 'respond-async, wait=10', 'dynamic=false', '=;,,='])('%j asks for nothing of ours', async (prefer) => {
    expect((await list({ Prefer: prefer })).status).toBe(200)
    expect(last().origin).toBe('behaviour')
  })
})
