import { expect } from 'vitest'
import { auditedTest as test } from '../helpers/audited.ts'
import { openSeller } from './seller.ts'
import { buy, goodAnswer, settle } from './shop.ts'

type Answer = Parameters<typeof openSeller>[0]

const ok = { resultCode: '000000', resultMsg: 'success', instanceId: 'inst-1', appInfo: { frontEndUrl: 'https://crm.example.com' } }

test.for<[what: string, answer: Answer, code: string, says: string]>([
  ['never answers', () => 'silence', 'answer.timeout', '调测失败,调用接口超时20s.'],
  ['hangs up', () => 'reset', 'answer.reset', 'Debugging failed. The production address is unreachable.'],
  ['sends ten megabytes', () => ({ body: JSON.stringify({ ...ok, memo: 'x'.repeat(10_000_000) }) }), 'answer.too-large', ''],
  ['redirects', () => ({ status: 302, headers: { location: 'http://127.0.0.1:1/' }, body: '' }), 'answer.status.wrong', 'httpCode=302'],
  ['answers 201', () => ({ status: 201, body: ok }), 'answer.status.wrong', 'httpCode=201'],
  [
    'answers a page',
    () => ({ headers: { 'content-type': 'text/html' }, body: '<html>' }),
    'answer.body.unparsable',
    'Parse response body failed',
  ],
  [
    'names the type wrongly',
    () => ({ headers: { 'content-type': 'text/plain' }, body: ok }),
    'answer.content-type.wrong',
    'Returned format: text/plain',
  ],
  ['answers a list', () => ({ body: '[]' }), 'answer.body.unparsable', 'Parse response body failed'],
  ['answers in another script', () => ({ body: '{"resultCode":"000000\u0000' }), 'answer.body.unparsable', 'Parse response body failed'],
  ['sends its code as a number', () => ({ body: { ...ok, resultCode: 0 } }), 'answer.field.wrong', ''],
  [
    'forgets the instance',
    () => ({ body: { resultCode: '000000', resultMsg: 'success' } }),
    'answer.field.missing',
    'does not contain instanceId',
  ],
  ['answers an unknown code', () => ({ body: { resultCode: '000900', resultMsg: 'x' } }), 'answer.resultCode.unknown', ''],
  [
    'has no resource left',
    () => ({ body: { resultCode: '000100', resultMsg: 'x' } }),
    'answer.resultCode.failure',
    'returns an error result code',
  ],
])(
  'a seller who %s is told so in the vendor’s words, is tried again, and the world goes on (S-29)',
  async ([, answer, code, says], { sandbox }) => {
    await using seller = await openSeller(answer)
    const { world } = settle(sandbox, `${seller.url}/isv`)
    if (code === 'answer.timeout') world.set('production.answerTimeout', 'PT0.2S')
    const order = buy(sandbox)
    await sandbox.clock.pass('5m')

    const [delivery] = sandbox.deliveries.of(order)
    expect(delivery).toMatchObject({ status: 'waiting', nextAt: Date.UTC(2026, 0, 1, 1) })
    const findings = delivery!.attempts[0]!.findings as readonly { code: string; vendorText?: string; hint?: string; level: string }[]
    const found = findings.find((one) => one.code === code)
    expect(found ?? findings).toMatchObject({ code, level: 'error' })
    expect(found?.vendorText ?? '').toContain(says)
    expect((await sandbox.call('console.ShowOrder', { path: { orderId: order.id } })).status).toBe(200)
  },
)

test('a slow answer counts, and is remarked on', async ({ sandbox }) => {
  let wake: () => void = () => {}
  await using seller = await openSeller(async (call) => {
    if (call.json['activity'] === 'newInstance') await new Promise<void>((resolve) => (wake = resolve))
    return goodAnswer(call)
  })
  const { world } = settle(sandbox, seller.url)
  world.set('production.answerTimeoutWarning', 'PT0S')
  const order = buy(sandbox)
  const passing = sandbox.clock.pass('1m')
  while (seller.calls.length === 0) await new Promise((resolve) => setImmediate(resolve))
  wake()
  await passing
  expect(sandbox.deliveries.of(order)[0]).toMatchObject({ status: 'succeeded', attempts: [{ passed: true }] })
  expect(sandbox.deliveries.of(order)[0]!.attempts[0]!.findings).toContainEqual(
    expect.objectContaining({ code: 'answer.slow', level: 'warning' }),
  )
})

test('a seller asks for the order from inside the call about it', async ({ sandbox }) => {
  const asked: unknown[] = []
  await using seller = await openSeller(async (call) => {
    if (call.json['activity'] === 'newInstance') {
      const response = await fetch(`${sandbox.url}/_sandbox/console/orders/${call.json['orderId']}`)
      asked.push(((await response.json()) as { order: { status: string } }).order.status)
    }
    return goodAnswer(call)
  })
  settle(sandbox, seller.url)
  const order = buy(sandbox)
  await sandbox.clock.pass('1m')
  expect(asked).toEqual(['processing'])
  expect(sandbox.world.orders.get(order.id)?.status).toBe('completed')
})

test('calls that are due together start in planned order, sixteen at once and no more', async ({ sandbox }) => {
  let now = 0
  let most = 0
  await using seller = await openSeller(async (call) => {
    most = Math.max(most, ++now)
    await new Promise((resolve) => setImmediate(resolve))
    await new Promise((resolve) => setImmediate(resolve))
    now--
    return goodAnswer(call)
  })
  const { world } = settle(sandbox, seller.url)
  const ids = Array.from({ length: 60 }, () => buy(sandbox).id)
  await sandbox.clock.pass('1m')
  expect(most).toBeLessThanOrEqual(16)
  expect(most).toBeGreaterThan(1)
  expect([...world.attempts.all()].slice(0, 60).map(({ deliveryId }) => world.deliveries.get(deliveryId)?.orderId)).toEqual(ids)
  expect(ids.map((id) => world.orders.get(id)?.status)).toEqual(ids.map(() => 'completed'))
})

test('an address that timed out five times in a row is left alone until time moves on', async ({ sandbox }) => {
  await using seller = await openSeller(() => 'silence')
  const { world } = settle(sandbox, seller.url)
  world.set('production.answerTimeout', 'PT0.1S')
  for (let n = 0; n < 40; n++) buy(sandbox)
  await sandbox.clock.pass('1m')
  const failures = [...world.attempts.all()].map(({ failure }) => failure)
  // Sixteen are under way before the fifth time-out is known.
  expect(failures.filter((one) => one === 'timeout').length).toBeLessThanOrEqual(32)
  expect(failures.filter((one) => one === 'not-dialled').length).toBeGreaterThan(0)
  const before = seller.calls.length
  await sandbox.clock.pass('1h')
  expect(seller.calls.length).toBeGreaterThan(before)
})

test('a host beyond this machine is called only when it was allowed', async ({ sandbox }) => {
  settle(sandbox, 'https://isv.example.com/produce')
  const order = buy(sandbox)
  await sandbox.clock.pass('1m')
  expect(sandbox.deliveries.of(order)[0]!.attempts[0]).toMatchObject({
    failure: 'not-allowed',
    findings: [{ hint: 'Start the sandbox with --allow-host isv.example.com.' }],
  })
})
