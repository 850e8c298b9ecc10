import { expect } from 'vitest'
import { buy } from '../../console/requests/console-requests.ts'
import { auditedTest as test } from '../../helpers/audited.ts'
import { shop, stamp } from './usage-shop.ts'

test.for([
  ['pays what it holds', false, 3],
  ['pays what it held, and nothing once its end has come', true, 10_003],
] as const)('a package that is named and does not stop %s; the rest is charged', async ([, ends, units], { sandbox }) => {
  const s = await shop(sandbox)
  const order = await buy(sandbox, 'sms-package', {}, true)
  const owned = sandbox.world.resources.get(order.resources[0]!.id)!
  const before = s.balance()
  await s.push([s.record({ usage_value: '10003', relate_pkg_instance: owned.id })])
  if (ends) sandbox.world.transition('resources', owned.id, 'close')
  await sandbox.clock.advance('2h')
  expect(before - s.balance()).toBe(units * 5)
})

test('a bill beyond the balance leaves the account in arrears', async ({ sandbox }) => {
  const s = await shop(sandbox)
  await s.push([s.record({ usage_value: String(Math.floor(s.balance() / 5) + 1) })])
  await sandbox.clock.advance('15m')
  expect(s.balance()).toBeLessThan(0)
  expect(sandbox.world.upcoming().map(({ work }) => work)).toContain('account.freeze')
})

test('what another seller reports of an instance of the same name repeats nothing', async ({ sandbox }) => {
  const s = await shop(sandbox)
  const first = s.record()
  await s.push([first])
  const [taken] = [...sandbox.world.usage.all()]
  sandbox.world.usage.change(taken!.id, { sellerId: s.resource.customerId })
  expect((await s.push([{ ...first, metering_sn: 'another' }])).body).not.toHaveProperty('data')
})

test('a record exactly 21 days old counts, and so does use up to the moment of closing', async ({ sandbox }) => {
  const s = await shop(sandbox)
  const begin_time = stamp(sandbox.clock.now())
  await sandbox.clock.advance('P21D')
  const closed = sandbox.clock.now()
  sandbox.world.transition('resources', s.resource.id, 'close', { updatedAt: closed })
  expect((await s.push([s.record({ begin_time, end_time: stamp(closed) })])).body).not.toHaveProperty('data')
})

test.for([
  [1000, 200, 'MKT.0000', 1000],
  [1001, 400, '94060004', 0],
] as const)('%i records in a call: %i %s', async ([count, status, code, kept], { sandbox }) => {
  const s = await shop(sandbox)
  const answer = await s.push(Array.from({ length: count }, () => s.record({ instance_id: 'nobody' })))
  expect([answer.status, answer.body.error_code, sandbox.world.usage.size]).toEqual([status, code, kept])
})
