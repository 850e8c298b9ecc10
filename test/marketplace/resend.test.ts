import { describe, expect } from 'vitest'
import type { Sandbox } from '../../src/index.ts'
import { verifyProduction } from '../../src/signing/index.ts'
import { runCli } from '../cli/run-cli.ts'
import { auditedTest as test } from '../helpers/audited.ts'
import { openSeller, type Received } from './seller.ts'
import { buy, goodAnswer, settle } from './shop.ts'

const wire = ({ method, path, query, headers, body }: Received) => ({ method, path, query: `${query}`, headers, body })

/** An order with what came of it, and the deliveries that nobody sent again. */
function stateOf({ world, deliveries }: Sandbox, { id }: { id: string }): unknown {
  const order = world.orders.get(id)
  const own = deliveries.of(id).filter(({ resends }) => resends === undefined)
  return JSON.parse(JSON.stringify([order, order?.resourceIds.map((one) => world.resources.get(one)), own]))
}

/** A bought instance whose two calls succeeded. */
async function opened(sandbox: Sandbox, answer: Parameters<typeof openSeller>[0] = goodAnswer) {
  const seller = await openSeller(answer)
  const { key } = settle(sandbox, `${seller.url}/isv?tenant=7`)
  const order = buy(sandbox)
  await sandbox.clock.pass('1m')
  const ids = sandbox.deliveries.of(order).map(({ id }) => id)
  expect(seller.activities()).toEqual(['newInstance', 'queryInstance'])
  return { seller, key, order, ids, close: () => seller.close() }
}

test('a call that is sent again goes out byte for byte, and nothing in the world changes by its answer', async ({ sandbox }) => {
  const { seller, ids, order, close } = await opened(sandbox)
  const before = stateOf(sandbox, order)

  const { deliveries } = sandbox.deliveries.resend(ids[0]!)
  await sandbox.clock.pass('1h')

  expect(seller.calls.slice(2).map(wire)).toEqual([wire(seller.calls[0]!)])
  expect(sandbox.deliveries.get(deliveries[0]!.id)).toMatchObject({
    status: 'succeeded',
    cause: 'hand',
    orderId: order.id,
    resends: { deliveryId: ids[0], attempt: 1 },
    attempts: [{ passed: true, resultCode: '000000', findings: [{ code: 'answer.nonce.reused', level: 'warning' }] }],
  })
  expect(stateOf(sandbox, order)).toEqual(before)
  await close()
})

test('signed anew it has another nonce, timestamp and businessId, and says the same', async ({ sandbox }) => {
  const { seller, key, ids, close } = await opened(sandbox)
  sandbox.deliveries.resend(ids[0]!, { fresh: true })
  await sandbox.clock.pass('1s')
  const [first, , again] = seller.calls as [Received, Received, Received]
  for (const name of ['nonce', 'signature']) expect(again.query.get(name)).not.toBe(first.query.get(name))
  const stamp = { timestamp: again.query.get('timestamp')!, nonce: again.query.get('nonce')! }
  expect(verifyProduction(again.body, stamp, again.query.get('signature')!, key)).toBe(true)
  const { businessId: _first, ...said } = first.json
  expect(again.json).toEqual({ ...said, businessId: expect.not.stringMatching(String(_first)) })
  await close()
})

describe('what the seller answers is judged:', () => {
  test.each([
    [
      'another instance is a mistake',
      { instanceId: 'another', appInfo: { frontEndUrl: 'https://crm.example.com' }, resultCode: '000000' },
      'given-up',
      false,
      ['answer.instanceId.changed', 'answer.nonce.reused'],
    ],
    ['a refused nonce is right', { resultCode: '000001', resultMsg: 'nonce' }, 'given-up', true, []],
    ['another refusal is a mistake', { resultCode: '000005', resultMsg: 'oops' }, 'given-up', false, ['answer.resultCode.failure']],
  ])('%s', async (_what, said, status, passed, codes) => {
    const { startSandbox } = await import('../../src/index.ts')
    await using sandbox = await startSandbox()
    let answers = 0
    const { ids, order, close } = await opened(sandbox, (call) => (++answers > 2 ? { body: { resultMsg: '', ...said } } : goodAnswer(call)))
    const before = stateOf(sandbox, order)
    const [made] = sandbox.deliveries.resend(ids[0]!).deliveries
    await sandbox.clock.pass('5h')
    expect(sandbox.deliveries.get(made!.id)).toMatchObject({ status, attempts: [{ passed }] })
    expect(sandbox.deliveries.get(made!.id)?.attempts[0]?.findings.map(({ code }) => code)).toEqual(codes)
    expect(stateOf(sandbox, order)).toEqual(before)
    await close()
  })
})

test('a success of a resent call does not open an order that still waits for its own', async ({ sandbox }) => {
  let down = true
  const seller = await openSeller((call) => (down ? { status: 503, body: '' } : goodAnswer(call)))
  settle(sandbox, seller.url)
  const order = buy(sandbox)
  await sandbox.clock.pass('1m')
  down = false
  const [first] = sandbox.deliveries.of(order)
  sandbox.deliveries.resend(first!.id, { fresh: true })
  await sandbox.clock.pass('1m')
  expect(sandbox.world.orders.get(order.id)?.status).toBe('processing')
  expect(sandbox.deliveries.of(order)).toMatchObject([{ status: 'waiting' }, { status: 'succeeded' }])
  await sandbox.clock.pass('1h')
  expect(sandbox.world.orders.get(order.id)?.status).toBe('completed')
  await seller.close()
})

test('several go out one after the other, as often as asked, in a random order that its seed repeats', async ({ sandbox }) => {
  let open = 0
  let most = 0
  const { seller, ids, close } = await opened(sandbox, async (call) => {
    most = Math.max(most, ++open)
    await new Promise((resolve) => setImmediate(resolve))
    open--
    return goodAnswer(call)
  })
  const sent = async (how: Parameters<typeof sandbox.deliveries.resend>[1]) => {
    const from = seller.calls.length
    const { seed } = sandbox.deliveries.resend(ids, how)
    await sandbox.clock.pass('1s')
    return { seed, calls: seller.activities().slice(from) }
  }
  expect(await sent({ times: 2 })).toEqual({ calls: ['newInstance', 'queryInstance', 'newInstance', 'queryInstance'] })
  const shuffled = await sent({ times: 5, shuffle: true })
  expect(shuffled.calls).toHaveLength(10)
  expect(await sent({ times: 5, shuffle: true, seed: shuffled.seed! })).toEqual(shuffled)
  expect((await sent({ times: 5, shuffle: true, seed: 'other' })).calls).not.toEqual(shuffled.calls)
  expect(most).toBe(1)
  await close()
})

test('a delay is time of the world, and the calls behind it follow', async ({ sandbox }) => {
  const { seller, ids, close } = await opened(sandbox)
  sandbox.deliveries.resend(ids, { delay: '30s', times: 2 })
  await sandbox.clock.pass('29s')
  expect(seller.calls).toHaveLength(2)
  await sandbox.clock.pass('1s')
  expect(seller.calls).toHaveLength(6)
  await close()
})

describe('nothing is planned when', () => {
  test.for([
    ['a delivery is unknown', ['D00000009'], {}, 'delivery.unknown', 'There is no delivery "D00000009".'],
    ['it was never sent', ['waits'], {}, 'delivery.never-sent', 'Its first attempt is due at 2026-01-01T'],
    ['it is to be sent no times', ['sent'], { times: 0 }, 'delivery.resend', 'at least once, not 0'],
    ['there is a seed and no random order', ['sent'], { seed: '7' }, 'delivery.resend', 'shuffle'],
    ['it is to be sent before now', ['sent'], { delay: '-3s' }, 'delivery.resend', 'Write a delay such as 30s'],
    ['the delay is none', ['sent'], { delay: 'soon' }, 'duration.malformed', '"soon" is not a duration'],
    ['there are too many', ['sent'], { times: 1001 }, 'delivery.resend', 'not 1001'],
    [
      'its seller has no address for a new signature',
      ['sent'],
      { fresh: true, gone: true },
      'delivery.address',
      'no address for basic calls',
    ],
  ] as const)('%s', async ([_when, [which], wish, code, message], { sandbox }) => {
    const { ids, close } = await opened(sandbox)
    const waits = sandbox.deliveries.trigger('queryInstance', { order: sandbox.deliveries.get(ids[0]!)!.orderId! }).id
    const { gone = false, ...how } = wish as { gone?: boolean }
    if (gone) sandbox.world.addresses.delete('address-basic')
    const id = { waits, sent: ids[0]! }[which as string] ?? which
    const before = sandbox.deliveries.list().length
    expect(() => sandbox.deliveries.resend([id], how)).toThrow(expect.objectContaining({ code, message: expect.stringContaining(message) }))
    expect(sandbox.deliveries.list()).toHaveLength(before)
    await close()
  })
})

test('the control API and the command send again, show the verdict and print the seed', async ({ sandbox }) => {
  const { seller, ids, close } = await opened(sandbox)
  const ask = async (body: object) => {
    const headers = { 'content-type': 'application/json' }
    const response = await fetch(`${sandbox.url}/_sandbox/delivery-resends`, { method: 'POST', headers, body: JSON.stringify(body) })
    return { status: response.status, body: await response.json() }
  }
  expect(await ask({ deliveries: [ids[0]] })).toMatchObject({
    status: 201,
    body: {
      count: 1,
      deliveries: [
        { delivery: { status: 'succeeded', resends: { delivery: ids[0], attempt: 1, fresh: false } }, attempts: [{ passed: true }] },
      ],
    },
  })
  expect(await ask({ deliveries: ['D00000099'] })).toMatchObject({ status: 404, body: { code: 'unknown-delivery' } })
  expect(await ask({ deliveries: [ids[0]], delay: '1h' })).toMatchObject({
    status: 201,
    body: { deliveries: [{ delivery: { status: 'waiting', nextAt: expect.stringContaining('T01:0') }, attempts: [] }] },
  })

  const before = seller.calls.length
  const cli = (...words: string[]) => runCli(...words, '--url', sandbox.url)
  const ran = await cli('deliveries', 'resend', ...ids, '--times', '2', '--shuffle', '--seed', '7')
  expect(ran).toMatchObject({ code: 0, err: expect.stringContaining('--seed 7') })
  expect(ran.out).toContain(`sends attempt 1 of ${ids[0]} again, unchanged`)
  expect(seller.calls.length - before).toBe(4)
  const json = JSON.parse((await cli('delivery', 'resend', ids.join(','), '--fresh', '--json')).out)
  expect(json).toMatchObject({ count: 2 })
  expect((await cli('delivery', 'list')).out).toContain(`again ${ids[0]}`)
  expect(await cli('delivery', 'resend', ids[0]!, '--seed', '7')).toMatchObject({ code: 2 })
  expect(await cli('delivery', 'resend', 'D00000099')).toMatchObject({ code: 2, err: expect.stringContaining('D00000099') })
  await close()
})
