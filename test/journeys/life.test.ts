import { describe, expect } from 'vitest'
import type { Sandbox } from '../../src/index.ts'
import { buy, click } from '../console/requests/console-requests.ts'
import { worldTest as test } from '../helpers/audited.ts'

const DAY = 86_400_000
const iso = (at: number) => new Date(at).toISOString().slice(0, 16)

/** What became of a resource, with times in UTC. */
const story = ({ facts }: Sandbox, id: string) =>
  facts
    .all()
    .filter((fact) => 'resourceId' in fact && fact.resourceId === id && fact.type !== 'resource.answered')
    .map(({ type, at }) => `${iso(at)} ${type}`)

async function crm(sandbox: Sandbox, period: object = { type: 'month', num: 1 }) {
  const order = await buy(sandbox, 'crm-basic-month', { period }, true)
  const id = order.resources[0]!.id
  return { id, orderId: order.id, get: () => sandbox.world.resources.get(id)! }
}

test('a month ends: announced, grace, retention, release; each at its own time', async ({ sandbox }) => {
  const { id, get } = await crm(sandbox)
  const end = get().expireAt!
  await sandbox.clock.advance('P3M')
  expect(story(sandbox, id).slice(1)).toEqual([
    ...[7, 3, 1].map((days) => `${iso(end - days * DAY)} resource.expiring`),
    `${iso(end)} resource.expired`,
    // The usual buyer is at level V4.
    `${iso(end + 7 * DAY)} resource.frozen`,
    `${iso(end + 22 * DAY)} resource.closed`,
  ])
})

test('settings decide how long grace and retention last, and when the expiry is announced', async ({ sandbox }) => {
  sandbox.world.set('bss.gracePeriod', 'P3D')
  sandbox.world.set('bss.retentionPeriod', 'P1D')
  sandbox.world.set('bss.expiryNotice', 'P10D')
  const { id, get } = await crm(sandbox)
  const end = get().expireAt!
  await sandbox.clock.advance('P3M')
  expect(story(sandbox, id).slice(1)).toEqual([
    `${iso(end - 10 * DAY)} resource.expiring`,
    `${iso(end)} resource.expired`,
    `${iso(end + 3 * DAY)} resource.frozen`,
    `${iso(end + 4 * DAY)} resource.closed`,
  ])
})

describe('renewed', () => {
  test.for([
    ['in use', -3, 'in-use', []],
    ['in grace', 5, 'expired', []],
    ['in retention', 15, 'frozen', ['resource.unfrozen']],
  ] as const)('%s, it goes on from its old end', async ([, days, status, told], { sandbox }) => {
    const { id, get } = await crm(sandbox)
    const end = get().expireAt!
    await sandbox.clock.advance(`${(end - sandbox.clock.now()) / 1000 + days * 86_400}s`)
    expect(get().status).toBe(status)
    await click(sandbox, 'RenewResource', { path: { resourceId: id }, body: { period: { type: 'month', num: 2 } } })
    await sandbox.clock.advance('1m')
    expect(get().status).toBe('in-use')
    expect(iso(get().expireAt!)).toBe(iso(Date.UTC(2026, 3, 1, 0, 0, 5)))
    expect(get()).not.toHaveProperty('frozenFor')
    expect(sandbox.facts.of('resource.unfrozen').map(({ type }) => type)).toEqual(told)
  })

  test('what was released is gone for good', async ({ sandbox }) => {
    const { id } = await crm(sandbox)
    await sandbox.clock.advance('P3M')
    const refused = await sandbox.call('console.RenewResource', { path: { resourceId: id } })
    expect([refused.status, refused.body.code]).toEqual([409, 'not-renewable'])
  })
})

describe('automatic renewal', () => {
  test('is paid seven days before the end, at 03:00 of China’s clock', async ({ sandbox }) => {
    const { id, get } = await crm(sandbox)
    expect((await sandbox.call('bss.AutoRenewalResources', { path: { resource_id: id } })).status).toBe(204)
    await sandbox.clock.advance('P1M')
    const [order] = [...sandbox.world.orders.where('resource', id)].filter(({ type }) => type === 'renewal')
    // The end is 1 February 08:00 in China, so seven days before is the 25th of January there, 03:00 = 19:00 UTC the day before.
    expect(iso(order!.paidAt!)).toBe('2026-01-24T19:00')
    expect(iso(get().expireAt!)).toBe('2026-03-01T00:00')
  })

  test('is tried every day while the balance is too small, and works once it is not', async ({ sandbox }) => {
    const { id, get } = await crm(sandbox)
    await sandbox.call('bss.AutoRenewalResources', { path: { resource_id: id } })
    const { customerId } = get()
    const { balance } = sandbox.world.accounts.get(customerId)!
    sandbox.world.transaction(() => {
      sandbox.world.accounts.change(customerId, { balance: 0 })
      sandbox.world.emit({ type: 'account.charged', accountId: customerId, amount: balance })
    })
    await sandbox.clock.advance('P27D')
    expect(
      sandbox.facts
        .of('resource.auto-renewal-failed')
        .filter(({ resourceId }) => resourceId === id)
        .map(({ at, reason }) => [iso(at), reason]),
    ).toEqual([
      ['2026-01-24T19:00', 'balance-insufficient'],
      ['2026-01-25T19:00', 'balance-insufficient'],
      ['2026-01-26T19:00', 'balance-insufficient'],
      ['2026-01-27T19:00', 'balance-insufficient'],
    ])
    await click(sandbox, 'RechargeAccount', { path: { account: 'chengming_tech' }, body: { amount: '5000' } })
    await sandbox.clock.advance('P2D')
    expect(iso(get().expireAt!)).toBe('2026-03-01T00:00')
  })

  test('never paid for until its end, it goes into grace like everything else', async ({ sandbox }) => {
    const { id, get } = await crm(sandbox)
    await sandbox.call('bss.AutoRenewalResources', { path: { resource_id: id } })
    sandbox.world.products.change(get().productId, { price: 1_000_000_000 })
    await sandbox.clock.advance('P1M')
    expect(get().status).toBe('expired')
    expect(sandbox.facts.of('resource.auto-renewal-failed').filter(({ resourceId }) => resourceId === id)).toHaveLength(8)
  })

  test('a payment that is refused for another reason leaves no order and no time behind', async ({ sandbox }) => {
    const { id, get } = await crm(sandbox)
    await sandbox.call('bss.AutoRenewalResources', { path: { resource_id: id }, body: { auto_renew_times: 2 } })
    sandbox.world.accounts.change(get().customerId, { taxRate: 'unknown' })
    await sandbox.clock.advance('P26D')
    const failed = sandbox.facts.of('resource.auto-renewal-failed').filter(({ resourceId }) => resourceId === id)
    expect(failed.map(({ at, reason }) => [iso(at), reason])).toEqual([
      ['2026-01-24T19:00', 'no-tax-rate'],
      ['2026-01-25T19:00', 'no-tax-rate'],
      ['2026-01-26T19:00', 'no-tax-rate'],
    ])
    expect(get().autoRenewTimes).toBe(2)
    const renewals = [...sandbox.world.orders.where('resource', id)].filter(({ type }) => type === 'renewal')
    expect(renewals.map(({ status }) => status)).toEqual(['cancelled', 'cancelled', 'cancelled'])
  })

  test('for two times only, it is switched off after the second', async ({ sandbox }) => {
    const { id, get } = await crm(sandbox)
    await sandbox.call('bss.AutoRenewalResources', { path: { resource_id: id }, body: { auto_renew_times: 2 } })
    await sandbox.clock.advance('P2M20D')
    expect(get()).toMatchObject({ status: 'in-use', expirePolicy: 0 })
    expect(get().autoRenewTimes).toBeUndefined()
    expect(iso(get().expireAt!)).toBe('2026-04-01T00:00')
    await sandbox.clock.advance('P13D')
    expect(get().status).toBe('expired')
  })
})

describe('at its end', () => {
  test.for([
    [0, 'expired', 'grace begins', ['expired'], 'closed'],
    [1, 'in-use', 'it goes on by use', ['to-on-demand'], 'in-use'],
    [2, 'closed', 'it goes at once', ['expired', 'closed'], 'closed'],
    [3, 'expired', 'a renewal that is switched off leads into grace', ['expired'], 'closed'],
    [4, 'frozen', 'it is frozen', ['frozen'], 'closed'],
    [5, 'frozen', 'retention begins at once', ['frozen'], 'closed'],
  ] as const)('with expire_policy %i it becomes %s: %s', async ([expirePolicy, status, , facts, threeMonthsLater], { sandbox }) => {
    const { id, get } = await crm(sandbox)
    sandbox.world.resources.change(id, { expirePolicy })
    await sandbox.clock.advance('P1M1D')
    expect(get().status).toBe(status)
    const told = story(sandbox, id)
      .slice(4)
      .map((line) => line.split(' resource.')[1])
    expect(told).toEqual(facts)
    await sandbox.clock.advance('P3M')
    expect(get().status).toBe(threeMonthsLater)
  })

  test('a resource set to become pay-per-use does so at its end, with an order of its own', async ({ sandbox }) => {
    const { id, get } = await crm(sandbox)
    await sandbox.call('bss.UpdatePeriodToOnDemand', { body: { operation: 'SET_UP', resource_ids: [id] } })
    await sandbox.clock.advance('P1M1D')
    expect(get()).toMatchObject({ status: 'in-use' })
    expect(get().expireAt).toBeUndefined()
    const { body } = await sandbox.call('bss.ListCustomerOrders', { query: { order_type: 10 } })
    expect(body.order_infos).toContainEqual(expect.objectContaining({ order_type: 10, status: 5, official_amount: 0 }))
  })
})

test('a resource set to become pay-per-use goes into grace when the change is not possible', async ({ sandbox }) => {
  const { id, get } = await crm(sandbox)
  await sandbox.call('bss.UpdatePeriodToOnDemand', { body: { operation: 'SET_UP', resource_ids: [id] } })
  sandbox.world.accounts.change(get().customerId, { taxRate: 'unknown' })
  await sandbox.clock.advance('P1M1D')
  expect(get().status).toBe('expired')
  expect([...sandbox.world.orders.where('resource', id)].map(({ type, status }) => [type, status])).toContainEqual([
    'to-on-demand',
    'cancelled',
  ])
})

test.for([
  ['2026-01-31T04:00:00Z', 1, '2026-02-28'],
  ['2028-01-31T04:00:00Z', 1, '2028-02-29'],
  ['2028-02-29T04:00:00Z', 12, '2029-02-28'],
  ['2026-03-31T04:00:00Z', 6, '2026-09-30'],
  // 23:00 UTC of the 30th is the 31st in China, whose calendar counts.
  ['2026-01-30T23:00:00Z', 1, '2026-02-27'],
] as const)('bought at %s for %i months, it ends on %s', async ([from, num, end], { sandbox }) => {
  await sandbox.clock.advance(`${(Date.parse(from) - sandbox.clock.now()) / 1000}s`)
  await click(sandbox, 'RechargeAccount', { path: { account: 'chengming_tech' }, body: { amount: '100000' } })
  const { get } = await crm(sandbox, { type: 'month', num })
  expect(iso(get().expireAt!).slice(0, 10)).toBe(end)
})

test('a year at once and a year day by day write the same log', async ({ sandbox }) => {
  const { worlds } = sandbox
  for (const name of ['at-once', 'daily']) worlds.fork('default', name)
  await worlds.open('at-once').clock.advance('365d')
  for (let day = 0; day < 365; day++) await worlds.open('daily').clock.advance('1d')
  const log = (name: string) =>
    worlds
      .open(name)
      .facts.all()
      .map((fact) => JSON.stringify(fact).replaceAll(name, 'world'))
  expect(log('daily').length).toBeGreaterThan(50)
  expect(log('at-once')).toEqual(log('daily'))
})
