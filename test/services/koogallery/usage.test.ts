import { describe, expect } from 'vitest'
import type { Sandbox } from '../../../src/index.ts'
import { signUsagePush } from '../../../src/signing/index.ts'
import { buy, click } from '../../console/requests/console-requests.ts'
import { auditedTest as test } from '../../helpers/audited.ts'
import { createSeeded } from '../../helpers/seeded.ts'
import { pushed, shop, stamp, stopping } from './usage-shop.ts'

test('records are taken, collected at minute 15 of the next hour, and charged to the buyer', async ({ sandbox }) => {
  const { record, push, balance, listed } = await shop(sandbox)
  const before = balance()
  const answer = await push([record()])
  expect(answer).toMatchObject({ status: 200, body: { error_code: 'MKT.0000', error_msg: 'Success' } })
  await sandbox.clock.advance('14m')
  expect(balance()).toBe(before)
  await sandbox.clock.advance('1m')
  // 100 messages at 0.05 yuan
  expect(before - balance()).toBe(500)
  expect((await listed()).records).toMatchObject([{ status: 'billed', charged: '5.00', deducted: '0' }])
})

test('a faulty record can be reported again, and then counts', async ({ sandbox }) => {
  const { record, push, listed } = await shop(sandbox)
  const first = record({ usage_value: '0' })
  await push([first])
  expect((await push([{ ...first, usage_value: '1' }])).body).not.toHaveProperty('data')
  expect((await listed()).records.map(({ status }) => status)).toEqual(['accepted', 'faulty'])
})

test('with the check in the background the answer lists nothing; the console does later', async ({ sandbox }) => {
  sandbox.world.set('koogallery.usage_faulty_records', 'background')
  const { record, push, listed } = await shop(sandbox)
  expect((await push([record({ instance_id: 'nobody' })])).body).toEqual({ error_code: 'MKT.0000', error_msg: 'Success' })
  expect((await listed()).records).toMatchObject([{ status: 'received' }])
  await sandbox.clock.advance('1m')
  expect((await listed()).records).toMatchObject([{ status: 'faulty', fault: '001' }])
})

describe('daily collection (S-30): at 01:00 of China’s clock, what ended with the day before', () => {
  // Midnight in China is 16:00 UTC.
  test.for([
    ['the last second of the day', '2026-01-03T15:59:59Z', '2026-01-03T16:10:00Z', '2026-01-03T17:00:00Z'],
    ['midnight itself', '2026-01-03T16:00:00Z', '2026-01-03T16:10:00Z', '2026-01-03T17:00:00Z'],
    ['the first second of the next', '2026-01-03T16:00:01Z', '2026-01-03T16:10:00Z', '2026-01-04T17:00:00Z'],
    ['what is reported after 01:00 slips a day', '2026-01-03T15:59:59Z', '2026-01-03T17:00:01Z', '2026-01-04T17:00:00Z'],
  ] as const)('%s', async ([, ends, reported, billed], { sandbox }) => {
    const { record, push } = await shop(sandbox, 'id-check-call')
    await sandbox.clock.advance({ to: reported })
    const end = Date.parse(ends)
    await push([record({ begin_time: stamp(end - 60_000), end_time: stamp(end) })])
    await sandbox.clock.advance('P3D')
    expect(sandbox.facts.of('usage.billed').map(({ at }) => new Date(at).toISOString())).toEqual([new Date(billed).toISOString()])
  })
})

describe('hourly collection: at minute 15, what ended with the hour before', () => {
  test.for([
    ['the end of the hour', 0, '01:15'],
    ['a second later', 1, '02:15'],
  ] as const)('%s', async ([, seconds, at], { sandbox }) => {
    const { record, push } = await shop(sandbox)
    const hour = sandbox.clock.now()
    await sandbox.clock.advance('5s')
    const end = hour + seconds * 1000
    await push([record({ begin_time: stamp(hour - 1000), end_time: stamp(end) })])
    await sandbox.clock.advance('3h')
    expect(sandbox.facts.of('usage.billed').map((fact) => new Date(fact.at).toISOString().slice(11, 16))).toEqual([at])
  })
})

test('packages pay first, the one that ends first before the others; the rest is charged', async ({ sandbox }) => {
  const s = await shop(sandbox, 'sms', true)
  await click(sandbox, 'RechargeAccount', { path: { account: 'chengming_tech' }, body: { amount: '10000' } })
  await buy(sandbox, 'sms-package', {}, true)
  const owned = [...sandbox.world.resources.all()].filter(
    ({ productId, customerId, status }) =>
      sandbox.world.products.get(productId)?.packageOf === s.resource.productId &&
      customerId === s.resource.customerId &&
      status === 'in-use',
  )
  const held = owned.reduce(
    (all, { productId, packageUsed = 0 }) => all + sandbox.world.products.get(productId)!.packageSize! - packageUsed,
    0,
  )
  const before = s.balance()
  const now = sandbox.clock.now()
  await s.push([s.record({ usage_value: String(held + 7), begin_time: stamp(now - 2000) })])
  await sandbox.clock.advance('2h')
  expect(before - s.balance()).toBe(35)
  for (const { id, productId } of owned)
    expect(sandbox.world.resources.get(id)!.packageUsed).toBe(sandbox.world.products.get(productId)!.packageSize)
})

test('a package that stops when used up pays those who name it, and nothing beyond it is charged', async ({ sandbox }) => {
  const s = await shop(sandbox)
  const owned = await stopping(s)
  const before = s.balance()
  await s.push([s.record({ usage_value: '10003', relate_pkg_instance: owned.id })])
  await sandbox.clock.advance('2h')
  expect(s.balance()).toBe(before)
  expect((await s.listed()).records[0]).toMatchObject({ status: 'billed', deducted: '10000', charged: '0.00' })
})

test.for([
  ['61 seconds old', -61_000],
  ['61 seconds ahead', 61_000],
] as const)('a push whose ts is %s is refused, and says so', async ([, off], { sandbox }) => {
  await shop(sandbox)
  const { status, body } = await pushed(sandbox, '{"usage_records":[]}', String(Date.now() + off))
  expect([status, body.error_code]).toEqual([401, '94060002'])
  expect(sandbox.journal.entries().at(-1)!.findings[0]).toMatchObject({ code: 'request.auth.usage-window' })
})

test.for([
  ['all', 'members at every depth', { all: 200, top: 401 }],
  ['top', 'the top level alone', { all: 401, top: 200 }],
] as const)('with usage_body_sorting %s a signature counts whose body was sorted at: %s', async ([sorting, , statuses], { sandbox }) => {
  sandbox.world.set('koogallery.usage_body_sorting', sorting)
  const { record } = await shop(sandbox)
  const text = JSON.stringify({ usage_records: [Object.fromEntries(Object.entries(record()).toReversed())] })
  const [ts, nonce] = [String(Date.now()), 'n-sorted']
  const key = sandbox.credentials.seller!.keys!.basic!
  const pushSorted = async (sorted: 'all' | 'top') => {
    const { value: signature } = signUsagePush({ ts, nonce, body: text, sorted }, key)
    return (await sandbox.call('koogallery.PushUsageData', { as: 'nobody', headers: { signature, ts, nonce }, body: text })).status
  }
  expect({ all: await pushSorted('all'), top: await pushSorted('top') }).toEqual(statuses)
})

test('a hundred identical pushes at once are charged once', async ({ sandbox }) => {
  const s = await shop(sandbox)
  const before = s.balance()
  const record = s.record()
  const answers = await Promise.all(Array.from({ length: 100 }, () => s.push([record])))
  expect(answers.filter(({ body }) => body.data === undefined)).toHaveLength(1)
  await sandbox.clock.advance('2h')
  expect(before - s.balance()).toBe(500)
})

test('however records are ordered, repeated and split into calls, the bill is the same', async ({ sandbox }) => {
  const SEED = Number(process.env['SEED'] ?? 7)
  const amounts: number[] = []
  let expected = 0
  for (let round = 0; round < 6; round++) {
    const name = `round-${round}`
    const world = sandbox.worlds.fork('default', name)
    const s = await shop({
      ...sandbox,
      world,
      clock: world.clock,
      facts: world.facts,
      call: (ref: string, input = {}) => sandbox.call(ref, { ...input, world: name }),
    } as Sandbox)
    const same = createSeeded(SEED)
    const now = world.clock.now()
    const records = Array.from({ length: 40 }, (_, i) =>
      s.record({
        begin_time: stamp(now - 2000),
        end_time: stamp(now - 1000 * same.int(2)),
        metering_sn: `p-${i}`,
        usage_value: `${same.int(50)}.${1 + same.int(9999)}`,
      }),
    )
    // Only the first of a span counts: give every record a span of its own by its order.
    const spans = records.map((record, i) => ({
      ...record,
      begin_time: stamp(s.resource.effectiveAt + 1000 + i * 1000),
      end_time: stamp(s.resource.effectiveAt + 1000 + i * 1000),
    }))
    expected = Math.round((spans.reduce((all, { usage_value }) => all + Math.round(Number(usage_value) * 10_000), 0) * 5) / 10_000)
    const random = createSeeded(SEED + round)
    const shuffled = [...spans, ...spans.slice(0, 10)]
      .map((record) => [random.int(1e9), record] as const)
      .sort(([a], [b]) => a - b)
      .map(([, record]) => record)
    const before = s.balance()
    while (shuffled.length > 0) await s.push(shuffled.splice(0, 1 + random.int(9)))
    await world.clock.pass('2h')
    amounts.push(before - s.balance())
  }
  expect(amounts, `SEED=${SEED}`).toEqual(amounts.map(() => expected))
})

describe('the old interface', () => {
  const legacy = (sandbox: Sandbox, usage_records: readonly object[]) =>
    sandbox.call('koogallery.PushUsageDataLegacy', { as: 'seller', body: { usage_records } })

  test('takes faulty records and finds out later', async ({ sandbox }) => {
    const { record, resource, listed } = await shop(sandbox)
    const { metering_sn: _, ...old } = record()
    const product_id = resource.productId
    expect(
      (
        await legacy(sandbox, [
          { ...old, product_id },
          { ...old, product_id, usage_value: 0 },
        ])
      ).body,
    ).toEqual({ resultCode: 'MKT.0000', resultMsg: 'Success' })
    await sandbox.clock.advance('2h')
    expect((await listed()).records.map(({ status, fault }) => [status, fault])).toEqual([
      ['faulty', '003'],
      ['billed', undefined],
    ])
  })

  test.for([
    ['MKT.9001', { instance_id: 'nobody' }],
    ['MKT.9002', { usage_value: 0 }],
    ['MKT.9004', { begin_time: '20250101T000000Z' }],
  ] as const)('answers %s at once by setting, and takes nothing', async ([code, change], { sandbox }) => {
    sandbox.world.set('koogallery.legacy_usage_faults', 'at-once')
    const { record, resource } = await shop(sandbox)
    sandbox.world.resources.change(resource.id, { effectiveAt: Date.UTC(2024, 0, 1) })
    const { metering_sn: _, ...old } = record()
    const good = { ...old, product_id: resource.productId }
    const { status, body } = await legacy(sandbox, [good, { ...good, ...change }])
    expect([status, body.resultCode]).toEqual([500, code])
    expect(sandbox.world.usage.size).toBe(0)
  })

  test('has no room for more than a thousand', async ({ sandbox }) => {
    const { record, resource } = await shop(sandbox)
    const { status, body } = await legacy(
      sandbox,
      Array.from({ length: 1001 }, () => ({ ...record(), metering_sn: undefined, product_id: resource.productId })),
    )
    expect([status, body.resultCode]).toEqual([500, 'MKT.9003'])
  })
})
