import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { authenticate } from '../../src/auth/authenticate.ts'
import { readCredential } from '../../src/auth/credential.ts'
import { type Sandbox, startSandbox } from '../../src/index.ts'
import { formatSdkDate, signAkSk } from '../../src/signing/index.ts'
import type { Finding } from '../../src/spec/finding.ts'
import { type SignedCall, sendSigned } from '../helpers/signed-call.ts'

const LIST = '/v2/orders/customer-orders'
const MINUTE = 60_000

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())
beforeEach(() => sandbox.reset())

const buyer = () => sandbox.credentials.buyer!
const send = (call: Partial<SignedCall> = {}) => sendSigned(sandbox.url, { target: LIST, ...call }, buyer())
const sendWrong = () => sendSigned(sandbox.url, { target: LIST }, { ...buyer(), sk: 'wrong' })
const message = (text: string) => `Incorrect IAM authentication information: ${text}`

describe('a signature lives 15 minutes of machine time, whatever the world’s time is', () => {
  const now = Date.UTC(2026, 10, 24, 8, 30)

  /** Straight to the question, so that the edge can be met to the millisecond. */
  function ask(at: number, machine: number) {
    const headers = { host: 'x', 'x-sdk-date': formatSdkDate(at) }
    const { authorization } = signAkSk({ method: 'GET', path: LIST, headers }, { access: buyer().ak, secret: buyer().sk })
    const call = { method: 'GET', path: LIST, query: '', host: 'x', headers: { ...headers, authorization }, body: new Uint8Array(0) }
    const findings: Finding[] = []
    const operation = sandbox.specs.operation('bss.ListCustomerOrders')
    try {
      authenticate(operation, call, sandbox.world, readCredential(call, operation), { lenient: false, now: machine }, findings)
      return 'accepted'
    } catch (error) {
      return `${(error as { key: string }).key} ${findings.map(({ code, got }) => `${code}: ${got}`)}`
    }
  }

  test.each([
    ['exactly 15 minutes old', now, now + 15 * MINUTE, 'accepted'],
    ['a millisecond older', now, now + 15 * MINUTE + 1, 'APIGW.0301:window request.auth.window: -900 s off'],
    ['exactly 15 minutes early', now, now - 15 * MINUTE, 'accepted'],
    ['a millisecond earlier', now, now - 15 * MINUTE - 1, 'APIGW.0301:window request.auth.window: 900 s off'],
  ])('%s', (_what, at, machine, outcome) => {
    expect(ask(at, machine)).toBe(outcome)
  })

  test.each([
    ['3 s less than 15 minutes slow', -15 * MINUTE + 3000],
    ['3 s less than 15 minutes fast', 15 * MINUTE - 3000],
  ])('over HTTP, a client whose clock is %s may call, whatever the world’s time is', async (_how, clockOff) => {
    sandbox.clock.advance('40d')
    expect((await send({ clockOff })).status).toBe(200)
  })

  test.each([
    ['3 s more than 15 minutes slow', -15 * MINUTE - 3000],
    ['3 s more than 15 minutes fast', 15 * MINUTE + 3000],
  ])('over HTTP, a client whose clock is %s is refused, whatever the world’s time is', async (_how, clockOff) => {
    sandbox.clock.advance('40d')
    const answer = await send({ clockOff })
    expect(answer.status).toBe(401)
    expect(answer.json().error_msg).toBe(message('calc ak sk signature fail:signature expired'))
  })

  test('a stale signature is no wrong one: it locks nothing', async () => {
    for (let i = 0; i < 6; i++) expect((await send({ clockOff: 20 * MINUTE })).status).toBe(401)
    expect((await send()).status).toBe(200)
  })
})

describe('five wrong signatures in a row lock an access key for five minutes of world time', () => {
  const locked = message('AK access failed to reach the limit, forbidden')
  const failures = async (times: number) => {
    for (let i = 0; i < times; i++) expect((await sendWrong()).json().error_msg).toContain('verify aksk signature fail')
  }

  test('then a correct signature is refused too, and the hint says how to go on', async () => {
    await failures(5)
    const answer = await send()
    expect(answer).toMatchObject({ status: 401, headers: { 'x-sandbox-verdict': 'request.auth.locked /header/Authorization' } })
    expect(answer.json()).toEqual({ error_code: 'APIGW.0301', error_msg: locked, request_id: answer.headers['x-request-id'] })
    expect(sandbox.journal.entries().at(-1)!.findings).toMatchObject([
      {
        code: 'request.auth.locked',
        got: 'locked until 2026-01-01T00:05:00.000Z (world time)',
        hint: expect.stringMatching(/clock advance 5m.*--auth lenient/),
      },
    ])
    expect(sandbox.facts.all().at(-1)).toMatchObject({ type: 'key.locked', keyId: buyer().ak })
  })

  test('after the five minutes, or a correct signature, the count begins again', async () => {
    await failures(5)
    sandbox.clock.advance('4m59s')
    expect((await send()).json().error_msg).toBe(locked)
    sandbox.clock.advance('1s')
    expect((await send()).status).toBe(200)
    await failures(4)
    expect((await send()).status).toBe(200)
  })

  test('a failure after the lock has passed begins a new count', async () => {
    await failures(5)
    sandbox.clock.advance('5m')
    await failures(4)
    expect((await send()).status).toBe(200)
  })

  test('a right signature before the fifth forgets the others', async () => {
    for (let round = 0; round < 3; round++) {
      await failures(4)
      expect((await send()).status).toBe(200)
    }
  })

  test('other keys, tokens and worlds are not touched', async () => {
    await failures(5)
    const seller = sandbox.credentials.seller!
    const order = { target: '/api/mkp-openapi-public/global/v1/order/query?orderId=MOCKONDEMAND' }
    expect((await sendSigned(sandbox.url, order, seller)).status).toBe(200)
    expect((await sandbox.call('bss.ListCustomerOrders')).status).toBe(200)
    sandbox.worlds.fork('default', 'apart')
    expect((await sandbox.call('bss.ListCustomerOrders', { world: 'apart' })).status).toBe(200)
    sandbox.worlds.drop('apart')
  })
})
