import { describe, expect } from 'vitest'
import type { Sandbox } from '../../src/index.ts'
import type { Level } from '../../src/world/entities/levels.ts'
import { buy, click } from '../console/click.ts'
import { worldTest as test } from '../helpers/audited.ts'

const DAY = 86_400_000
const accountOf = ({ world }: Sandbox) => world.accounts.where('name', 'chengming_tech').first()!
const at = (sandbox: Sandbox, type: 'resource.expired' | 'resource.frozen' | 'resource.closed', id: string) =>
  sandbox.facts.of(type).find(({ resourceId }) => resourceId === id)?.at
const balanceIs = (sandbox: Sandbox, balance: number) =>
  sandbox.world.transaction(() => {
    const { id, balance: before } = accountOf(sandbox)
    sandbox.world.accounts.change(id, { balance })
    sandbox.world.emit({ type: 'account.charged', accountId: id, amount: before - balance })
  })

/** Days of grace and retention as the page of 2025-02-12 has them: for a paid period, and for what is used. */
const LEVELS = [
  ['V0', 1, 1, 0, 1],
  ['V1', 1, 7, 0, 7],
  ['V2', 1, 7, 0, 7],
  ['V3', 7, 7, 1, 7],
  ['V4', 7, 15, 7, 15],
  ['V5', 7, 15, 7, 15],
] as const satisfies readonly (readonly [Level, number, number, number, number])[]

describe.for(LEVELS)('a customer at level %s', ([level, grace, retention, usedGrace, usedRetention]) => {
  test('keeps what was paid for a period through grace and retention', async ({ sandbox }) => {
    sandbox.world.accounts.change(accountOf(sandbox).id, { level })
    const { id } = (await buy(sandbox, 'crm-basic-month', {}, true)).resources[0]!
    const end = sandbox.world.resources.get(id)!.expireAt!
    await sandbox.clock.advance('P2M')
    expect((at(sandbox, 'resource.frozen', id)! - end) / DAY).toBe(grace)
    expect((at(sandbox, 'resource.closed', id)! - end) / DAY).toBe(grace + retention)
  })

  test('keeps what is charged by use, counted from the arrears', async ({ sandbox }) => {
    sandbox.world.accounts.change(accountOf(sandbox).id, { level })
    const { id } = (await buy(sandbox, 'sms', {}, true)).resources[0]!
    const from = sandbox.clock.now()
    balanceIs(sandbox, -1)
    await sandbox.clock.advance('P1M')
    expect((at(sandbox, 'resource.frozen', id)! - from) / DAY).toBe(usedGrace)
    expect((at(sandbox, 'resource.closed', id)! - from) / DAY).toBe(usedGrace + usedRetention)
  })
})

test.for(LEVELS)('on the international site retention is 15 days at level %s', async ([level, grace], { sandbox }) => {
  sandbox.world.set('bss.site', 'international')
  sandbox.world.accounts.change(accountOf(sandbox).id, { level })
  const { id } = (await buy(sandbox, 'crm-basic-month', {}, true)).resources[0]!
  const end = sandbox.world.resources.get(id)!.expireAt!
  await sandbox.clock.advance('P2M')
  expect((at(sandbox, 'resource.closed', id)! - end) / DAY).toBe(grace + 15)
})

describe('automatic renewal that can be paid only late', () => {
  test.for([
    ['of its own days', {}, [-5, -2, 0, 16, 20, 22]],
    ['of days that are set', { 'bss.failedRenewalNotice': '7', 'bss.releaseNotice': '' }, [-7]],
  ] as const)('is announced on some days before the end and before the release: %s', async ([, settings, days], { sandbox }) => {
    for (const [name, value] of Object.entries(settings)) sandbox.world.setByName(name, value)
    const { id } = (await buy(sandbox, 'crm-basic-month', { autoRenew: true }, true)).resources[0]!
    const end = sandbox.world.resources.get(id)!.expireAt!
    balanceIs(sandbox, 0)
    await sandbox.clock.advance('P60D')
    const told = sandbox.facts.of('resource.auto-renewal-notice').filter(({ resourceId }) => resourceId === id)
    const day = (at: number) => Math.floor((at + 8 * 3_600_000) / DAY)
    expect(told.map(({ at }) => day(at) - day(end))).toEqual(days)
  })

  test.for([
    ['in grace', 3, 'expired', []],
    ['in retention', 15, 'frozen', ['resource.unfrozen']],
  ] as const)('is paid %s, from the old end on', async ([, days, status, told], { sandbox }) => {
    const { id } = (await buy(sandbox, 'crm-basic-month', { autoRenew: true }, true)).resources[0]!
    const get = () => sandbox.world.resources.get(id)!
    const end = get().expireAt!
    balanceIs(sandbox, 0)
    await sandbox.clock.advance(`${(end - sandbox.clock.now()) / 1000 + days * 86_400}s`)
    expect(get().status).toBe(status)
    await click(sandbox, 'RechargeAccount', { path: { account: 'chengming_tech' }, body: { amount: '1000' } })
    await sandbox.clock.advance('P1D')
    expect(get().status).toBe('in-use')
    expect(new Date(get().expireAt!).toISOString().slice(0, 10)).toBe('2026-03-01')
    const unfrozen = sandbox.facts.of('resource.unfrozen').filter(({ resourceId }) => resourceId === id)
    expect(unfrozen.map(({ type }) => type)).toEqual(told)
  })
})

test('a renewal makes the time longer and does not lift a freeze for a violation', async ({ sandbox }) => {
  const { id } = (await buy(sandbox, 'crm-basic-month', {}, true)).resources[0]!
  const get = () => sandbox.world.resources.get(id)!
  const { expireAt } = get()
  sandbox.world.transition('resources', id, 'freeze', { frozenFor: 'violation' })
  await click(sandbox, 'RenewResource', { path: { resourceId: id } })
  await sandbox.clock.advance('1m')
  expect(get()).toMatchObject({ status: 'frozen', frozenFor: 'violation' })
  expect(get().expireAt).toBeGreaterThan(expireAt!)
  expect(sandbox.facts.of('resource.unfrozen')).toEqual([])
})

test('arrears freeze what was paid for a period and goes on by use', async ({ sandbox }) => {
  const { id } = (await buy(sandbox, 'crm-basic-month', {}, true)).resources[0]!
  await sandbox.call('bss.UpdatePeriodToOnDemand', { body: { operation: 'SET_UP', resource_ids: [id] } })
  await sandbox.clock.advance('P1M1D')
  balanceIs(sandbox, -1)
  await sandbox.clock.advance('P8D')
  expect(sandbox.world.resources.get(id)).toMatchObject({ status: 'frozen', frozenFor: 'arrears' })
})

test('three pieces of a seller’s product are renewed as three', async ({ sandbox }) => {
  const { id } = (await buy(sandbox, 'crm-basic-month', { quantity: 3 }, true)).resources[0]!
  const { price } = sandbox.world.products.get(sandbox.world.resources.get(id)!.productId)!
  const before = accountOf(sandbox).balance
  const { body } = await sandbox.call('bss.RenewalResources', {
    body: { resource_ids: [id], period_type: 2, period_num: 1, is_auto_pay: 1 },
  })
  expect(body.order_ids).toHaveLength(1)
  expect(before - accountOf(sandbox).balance).toBe(3 * price)
})
