import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { AnswerLost, type RuleInput, type Sandbox, SpecFault, startSandbox } from '../../src/index.ts'
import { runCli } from '../cli/run-cli.ts'
import { type Keys, sendSigned } from '../helpers/signed-call.ts'

const run = promisify(execFile)

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())
afterEach(() => sandbox.reset())

const ORDERS = '/v2/orders/customer-orders?limit=1'
const headers = () => ({ 'X-Auth-Token': sandbox.credentials.buyer?.token as string })
const list = (query: Record<string, number> = { limit: 1 }) => sandbox.call('bss.ListCustomerOrders', { query })
const curl = async () =>
  (
    await run('curl', [
      '-s',
      '-w',
      '\n%{http_code} %header{x-sandbox-fault}',
      '-H',
      `X-Auth-Token: ${headers()['X-Auth-Token']}`,
      sandbox.url + ORDERS,
    ])
  ).stdout.trim()

test('koosandbox fault add throttles an unmodified client twice, then all is well', async () => {
  const added = await runCli('fault', 'add', 'bss.ListCustomerOrders', '--error', 'APIGW.0308', '--times', '2', '--url', sandbox.url)
  expect([added.code, added.out]).toEqual([0, 'F1  bss.ListCustomerOrders  times 2 · answer APIGW.0308  changed 0 of 0, 2 left\n'])

  const seen = [await curl(), await curl(), await curl()]

  expect(seen.map((text) => text.split('\n').at(-1))).toEqual(['429 F1 answer', '429 F1 answer', '200'])
  expect(seen[0]).toContain('"error_code":"APIGW.0308"')
  expect(seen[2]).toContain('"total_count"')
  expect(
    sandbox.journal
      .entries()
      .slice(-3)
      .map(({ origin, error, fault }) => ({ origin, error, fault })),
  ).toEqual([
    { origin: 'scenario', error: 'APIGW.0308', fault: { rule: 'F1', label: 'F1 answer' } },
    { origin: 'scenario', error: 'APIGW.0308', fault: { rule: 'F1', label: 'F1 answer' } },
    { origin: 'behaviour', error: undefined, fault: undefined },
  ])
  expect((await runCli('fault', 'list', '--url', sandbox.url)).out).toContain('changed 2 of 2, 0 left')
  expect((await runCli('fault', 'remove', 'F1', '--url', sandbox.url)).out).toBe('F1 is removed.\n')
  expect(await runCli('fault', 'list', '--url', sandbox.url)).toMatchObject({ code: 3 })
})

test.each<[string, RuleInput, (number | string)[]]>([
  ['times', { on: 'bss.*', status: 503, times: 2 }, [503, 503, 200, 200]],
  ['after', { on: '*', status: 503, after: 2, times: 1 }, [200, 200, 503, 200]],
  ['every', { on: 'bss.ListCustomerOrders', status: 503, every: 2 }, [200, 503, 200, 503]],
  ['a documented error', { on: 'bss.ListCustomerOrders', answer: 'CBC.0999', times: 1 }, [500, 200]],
  ['a condition that is met', { on: 'bss.ListCustomerOrders', status: 503, when: { 'query.limit': 1 } }, [503]],
  ['a condition that is not met', { on: 'bss.ListCustomerOrders', status: 503, when: { 'query.limit': 2 } }, [200]],
  ['the role of the caller', { on: '*', status: 503, when: { 'caller.role': 'buyer' } }, [503]],
  ['another role', { on: '*', status: 503, when: { 'caller.role': 'seller' } }, [200]],
  ['a header', { on: '*', status: 503, when: { 'header.X-Auth-Token': 'x' } }, [200]],
  ['a burst', { on: '*', throttle: { rate: '0.01/s', burst: 2 } }, [200, 200, 429, 429]],
  ['a delay', { on: '*', delay: '1h' }, [200]],
  ['a reset', { on: '*', cut: 'reset', times: 1 }, ['reset', 200]],
  ['a call that hangs', { on: '*', hang: true, times: 1 }, ['hang', 200]],
  ['a token that ends', { on: '*', expire: 'token', after: 1, times: 1 }, [200, 401, 401]],
])('a rule with %s', async (_what, rule, seen) => {
  sandbox.faults.add(rule)
  for (const expected of seen) {
    const answer = await list().catch((error: unknown) => error)
    expect(answer instanceof AnswerLost ? answer.how : (answer as { status: number }).status).toBe(expected)
  }
})

test('the same seed chooses the same calls, another seed others', async () => {
  const chosen = async (seed: number) => {
    sandbox.reset()
    sandbox.faults.add({ on: '*', status: 503, probability: '30%', seed })
    const seen: number[] = []
    for (let i = 0; i < 40; i++) seen.push((await list()).status)
    return seen.join(' ')
  }
  const first = await chosen(7)
  expect(await chosen(7)).toBe(first)
  expect(await chosen(8)).not.toBe(first)
  const share = first.split('503').length - 1
  expect(share).toBeGreaterThan(4)
  expect(share).toBeLessThan(24)
})

test('the first rule that is meant decides; a rule changes its own world only', async () => {
  sandbox.faults.add({ on: 'bss.*', status: 502, times: 1 })
  sandbox.faults.add({ on: '*', status: 503 })
  sandbox.worlds.open('other')
  expect([(await list()).status, (await list()).status]).toEqual([502, 503])
  expect((await sandbox.inWorld('other').call('bss.ListCustomerOrders')).status).toBe(200)
  expect(sandbox.faults.list()).toMatchObject([
    { id: 'F1', met: 1, fired: 1, left: 0 },
    { id: 'F2', met: 1, fired: 1 },
  ])
  expect(sandbox.faults.clear()).toBe(2)
  expect((await list()).status).toBe(200)
})

test('the control API and the console never suffer', async () => {
  for (const rule of [
    { on: '*', cut: 'reset' },
    { on: '*', hang: true },
  ] as RuleInput[])
    sandbox.faults.add(rule)
  expect((await sandbox.call('sandbox.ListFaults')).body.count).toBe(2)
  expect((await sandbox.call('console.ListProducts')).status).toBe(200)
  expect((await fetch(`${sandbox.url}/_sandbox/ready`)).status).toBe(200)
})

test('a call whose key ends at it is authenticated again, and still counts once for a rule that moves the clock', async () => {
  sandbox.faults.add({ on: 'bss.ListCustomerOrders', skew: '2m' })
  sandbox.faults.add({ on: 'bss.ListCustomerOrders', expire: 'key', times: 1 })
  const before = Date.now()
  const { status, headers } = await sendSigned(sandbox.url, { target: ORDERS }, sandbox.credentials.buyer as Keys)
  expect([status, headers['x-sandbox-fault']]).toEqual([401, 'F2 expire'])
  // The clock that signatures are checked by, as without the other rule.
  expect(Date.parse(headers.date as string)).toBeGreaterThanOrEqual(before + 119_000)
  expect(sandbox.faults.list().map(({ met, fired }) => [met, fired])).toEqual([
    [1, 1],
    [1, 1],
  ])
})

test('rules that are added, end or are removed while calls come change the next call', async () => {
  const seen = async () => (await list()).status
  expect(await seen()).toBe(200)
  sandbox.faults.add({ on: 'bss.ListCustomerOrders', status: 502, times: 1 })
  sandbox.faults.add({ on: '*', status: 503 })
  expect([await seen(), await seen()]).toEqual([502, 503])
  sandbox.scenarios.start('throttled-then-fine')
  expect([await seen(), await seen()]).toEqual([429, 429])
  sandbox.faults.remove('F2')
  expect(await seen()).toBe(200)
  sandbox.faults.add({ on: 'bss.*', status: 504 })
  expect(await seen()).toBe(504)
  sandbox.faults.clear()
  expect(await seen()).toBe(200)
  sandbox.scenarios.start('throttled-then-fine')
  expect(await seen()).toBe(429)
  sandbox.scenarios.stop('throttled-then-fine')
  expect(await seen()).toBe(200)
})

describe('whether a call acts', () => {
  const payment = (order: { id: string }) => ({ order_id: order.id, use_coupon: 'NO', use_discount: 'NO' })
  test.each<[string, RuleInput, boolean]>([
    ['an answer instead: it never arrived', { on: 'bss.PayOrders', answer: 'CBC.0999', times: 1 }, false],
    ['an answer instead, after it acted', { on: 'bss.PayOrders', answer: 'CBC.0999', acts: true, times: 1 }, true],
    ['a status instead', { on: 'bss.PayOrders', status: 504, times: 1 }, false],
    ['a reset on the way back', { on: 'bss.PayOrders', cut: 'reset', times: 1 }, true],
    ['a reset on the way there', { on: 'bss.PayOrders', cut: 'reset', acts: false, times: 1 }, false],
    ['half an answer', { on: 'bss.PayOrders', cut: 'half', times: 1 }, true],
  ])('%s', async (_what, rule, acts) => {
    const order = await sandbox.buy('crm-basic-month', { pay: false })
    sandbox.faults.add(rule)
    await sandbox.call('bss.PayOrders', { body: payment(order) }).catch(() => undefined)
    const { body } = await sandbox.call('bss.ShowCustomerOrderDetails', { path: { order_id: order.id } })
    expect(body.order_info.status === 6).toBe(!acts)
  })
})

test('a rule that can never fire is refused by the library and by the control API, and leaves what there was', async () => {
  sandbox.faults.add({ on: '*', delay: '1s' })
  expect(() => sandbox.faults.add({ on: 'bss.PayOrder', delay: '1s' })).toThrow(SpecFault)
  const refused = await sandbox.call('sandbox.AddFault', { body: { on: 'bss.PayOrders', dealy: '1s' } })
  expect(refused).toMatchObject({ status: 400, body: { code: 'bad-request', detail: expect.stringContaining('Did you mean "delay"?') } })
  expect((await runCli('fault', 'add', 'bss.PayOrders', '--delay', '-1', '--url', sandbox.url)).err).toContain('"delay" must be a duration')
  expect(await sandbox.call('sandbox.RemoveFault', { path: { fault: 'F2' } })).toMatchObject({
    status: 404,
    body: { code: 'unknown-fault' },
  })
  expect(sandbox.faults.list()).toHaveLength(1)
})

test('a call can play a scenario by itself', async () => {
  const seen = async (scenario: string) =>
    (await sandbox.call('bss.ListCustomerOrders', { query: { limit: 1 }, headers: { 'X-Sandbox-Scenario': scenario } })).status
  expect(await seen('throttled-then-fine')).toBe(429)
  expect((await list()).status).toBe(200)
  expect(await seen('throttled-then-fine/mine')).toBe(429)
  expect(await sandbox.call('bss.ListCustomerOrders', { headers: { 'X-Sandbox-Scenario': 'throtled-then-fine' } })).toMatchObject({
    status: 400,
    body: { detail: expect.stringContaining('Did you mean "throttled-then-fine"?') },
  })
})
