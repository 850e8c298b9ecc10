import { describe, expect } from 'vitest'
import type { Sandbox } from '../../src/index.ts'
import { RECORD_FAULTS } from '../../src/services/usage/record-faults.ts'
import { signUsagePush } from '../../src/signing/index.ts'
import { buy, click } from '../console/console-requests.ts'
import { auditedTest as test } from '../helpers/audited.ts'
import { createSeeded } from '../helpers/seeded.ts'

interface Sent {
  instance_id: string
  record_time: string
  begin_time: string
  end_time: string
  usage_value: string | number
  metering_sn?: string
  relate_pkg_instance?: string
}

/** `20260101T080000Z` */
const stamp = (at: number) => `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
const HOUR = 3_600_000

/** A buyer who uses text messages by the piece, and the seller's software that reports it. */
async function shop(sandbox: Sandbox, product = 'sms', withPackages = false) {
  const { world } = sandbox
  // The buyer of the default world holds packages already, which would pay first.
  for (const one of withPackages ? [] : [...world.resources.all()])
    if (world.products.get(one.productId)?.packageOf !== undefined && world.can('resources', one.id, 'close'))
      world.transition('resources', one.id, 'close')
  const order = await buy(sandbox, product, {}, true)
  const resource = sandbox.world.resources.get(order.resources[0]!.id)!
  const opened = Math.ceil(sandbox.clock.now() / HOUR) * HOUR
  await sandbox.clock.advance({ to: opened })
  const balance = () => sandbox.world.accounts.get(resource.customerId)!.balance
  let sn = 0
  const record = (change: Partial<Sent> = {}): Sent => {
    const now = sandbox.clock.now()
    return {
      instance_id: resource.instance!.id,
      record_time: stamp(now),
      begin_time: stamp(now - 1000),
      end_time: stamp(now),
      usage_value: '100',
      metering_sn: `sn-${++sn}`,
      ...change,
    }
  }
  const push = (usage_records: readonly Partial<Sent>[]) => pushed(sandbox, JSON.stringify({ usage_records }))
  const listed = async () =>
    (await click(sandbox, 'ListUsageRecords', { path: { seller: 'xinghai_soft' } })) as unknown as {
      records: { fault?: string; status: string; charged?: string; deducted?: string }[]
    }
  return { sandbox, resource, record, push, balance, listed }
}

async function pushed(sandbox: Sandbox, body: string, ts = String(Date.now()), nonce = `n-${Math.round(performance.now() * 1e6)}`) {
  const { value: signature } = signUsagePush({ ts, nonce, body }, sandbox.credentials.seller!.keys!.basic!)
  return sandbox.call('koogallery.PushUsageData', { as: 'nobody', headers: { signature, ts, nonce }, body })
}

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

type Shop = Awaited<ReturnType<typeof shop>>

type Case = readonly [code: keyof typeof RECORD_FAULTS, when: string, act: (shop: Shop) => Promise<Partial<Sent>>]

const CASES: readonly Case[] = [
  ['001', 'the instance is unknown', async ({ record }) => record({ instance_id: 'nobody' })],
  ['002', 'a time has another form', async ({ record }) => record({ begin_time: '2026-01-01T00:00:00Z' })],
  ['002', 'a time does not exist', async ({ record }) => record({ end_time: '20260230T000000Z' })],
  ['003', 'the value is 0', async ({ record }) => record({ usage_value: '0' })],
  ['003', 'the value has five decimals', async ({ record }) => record({ usage_value: '1.00001' })],
  ['003', 'the value is negative', async ({ record }) => record({ usage_value: -1 })],
  ['004', 'metering_sn is missing', async ({ record }) => ({ ...record(), metering_sn: undefined }) as unknown as Sent],
  [
    '005',
    'metering_sn was used before',
    async (s) => {
      await s.push([s.record({ metering_sn: 'twice' })])
      return s.record({ metering_sn: 'twice', begin_time: stamp(s.sandbox.clock.now() - 3000) })
    },
  ],
  [
    '006',
    'the product was withdrawn',
    async (s) => {
      s.sandbox.world.transition('products', s.resource.productId, 'withdraw')
      return s.record()
    },
  ],
  [
    '007',
    'it began more than 21 days ago',
    async (s) => {
      const begin_time = stamp(s.sandbox.clock.now())
      await s.sandbox.clock.advance('P21DT1S')
      return s.record({ begin_time })
    },
  ],
  [
    '009',
    'another seller sells the instance',
    async (s) => {
      const { world } = s.sandbox
      const { print: _, ...model } = world.accounts.by('name', 'xinghai_soft').first()!
      const other = world.accounts.put({ ...model, id: 'f'.repeat(32), name: 'other', userName: 'other' })
      world.products.change(s.resource.productId, { sellerId: other.id })
      return s.record()
    },
  ],
  [
    '010',
    'the span was reported before',
    async (s) => {
      const first = s.record()
      await s.push([first])
      return { ...first, metering_sn: 'another' }
    },
  ],
  ['011', 'it ends before it begins', async ({ record, sandbox }) => record({ end_time: stamp(sandbox.clock.now() - 9000) })],
  ['011', 'it ends after it is reported', async ({ record, sandbox }) => record({ end_time: stamp(sandbox.clock.now() + 9000) })],
  [
    '012',
    'the instance is paid by the month',
    async (s) => {
      const order = await buy(s.sandbox, 'crm-basic-month', {}, true)
      return s.record({ instance_id: s.sandbox.world.resources.get(order.resources[0]!.id)!.instance!.id })
    },
  ],
  [
    '013',
    'the instance is frozen',
    async (s) => {
      s.sandbox.world.transition('resources', s.resource.id, 'freeze', { frozenFor: 'arrears' })
      return s.record()
    },
  ],
  [
    '014',
    'it ends after the resource was closed',
    async (s) => {
      s.sandbox.world.transition('resources', s.resource.id, 'close', { updatedAt: s.sandbox.clock.now() - 5000 })
      return s.record()
    },
  ],
  [
    '015',
    'it begins before the resource opened',
    async ({ record, resource }) => record({ begin_time: stamp(resource.effectiveAt - 1000) }),
  ],
  [
    '016',
    'the resource is being opened',
    async (s) => {
      const order = await buy(s.sandbox, 'sms')
      s.sandbox.world.resources.change(order.resources[0]!.id, { instance: { id: 'early', answeredAt: 0 } })
      return s.record({ instance_id: 'early' })
    },
  ],
  [
    '017',
    'the package stops when used up and is not named',
    async (s) => {
      await stopping(s)
      return s.record()
    },
  ],
  ['018', 'the package is unknown', async ({ record }) => record({ relate_pkg_instance: 'nobody' })],
  [
    '019',
    'risk control finds the value too large',
    async (s) => {
      s.sandbox.world.set('koogallery.usage_risk_value', 50)
      return s.record()
    },
  ],
]

/** Buys a package for text messages that ends their use when it is used up. */
async function stopping(s: Shop) {
  const order = await buy(s.sandbox, 'sms-package', {}, true)
  const owned = s.sandbox.world.resources.get(order.resources[0]!.id)!
  s.sandbox.world.products.change(owned.productId, { stopsWhenUsedUp: true })
  return owned
}

describe('every record code has a cause', () => {
  test.for(CASES)('%s: %s', async ([code, , act], { sandbox }) => {
    const s = await shop(sandbox)
    const before = s.balance()
    const { body } = await s.push([await act(s)])
    expect(body).toMatchObject({ error_code: 'MKT.0000', data: [{ error_code: code, error_msg: RECORD_FAULTS[code] }] })
    expect((await s.listed()).records.filter(({ fault }) => fault === code)).toHaveLength(1)
    expect(s.balance()).toBeLessThanOrEqual(before)
  })

  test('and none is left out', () => {
    expect([...new Set(CASES.map(([code]) => code))].toSorted()).toEqual(Object.keys(RECORD_FAULTS).toSorted())
  })
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
  ['all', true],
  ['top', false],
] as const)('with usage_body_sorting %s the members of a record are sorted: %s', async ([sorting, deep], { sandbox }) => {
  sandbox.world.set('koogallery.usage_body_sorting', sorting)
  const { record } = await shop(sandbox)
  const text = JSON.stringify({ usage_records: [Object.fromEntries(Object.entries(record()).toReversed())] })
  const [ts, nonce] = [String(Date.now()), 'n-sorted']
  const key = sandbox.credentials.seller!.keys!.basic!
  const answers = []
  for (const sorted of ['all', 'top'] as const) {
    const { value: signature } = signUsagePush({ ts, nonce, body: text, sorted }, key)
    answers.push((await sandbox.call('koogallery.PushUsageData', { as: 'nobody', headers: { signature, ts, nonce }, body: text })).status)
  }
  expect(answers).toEqual(deep ? [200, 401] : [401, 200])
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

  test('has no room for more than a hundred', async ({ sandbox }) => {
    const { record, resource } = await shop(sandbox)
    const { status, body } = await legacy(
      sandbox,
      Array.from({ length: 101 }, () => ({ ...record(), metering_sn: undefined, product_id: resource.productId })),
    )
    expect([status, body.resultCode]).toEqual([500, 'MKT.9003'])
  })
})
