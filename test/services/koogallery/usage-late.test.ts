import { expect } from 'vitest'
import { auditedTest as test } from '../../helpers/audited.ts'
import { pushed, shop, stamp } from './usage-shop.ts'

test.for([
  ['hourly', 2 * 60, 'in time', '2026-01-01T04:15'],
  ['hourly', 2 * 60 + 1, 'late', '2026-01-01T04:15'],
  ['daily', 15 * 60, 'in time', '2026-01-01T17:00'],
  ['daily', 15 * 60 + 1, 'late', '2026-01-02T17:00'],
] as const)(
  'S-30: usage collected %s: a record that comes %i minutes after its end at 10:00 in China is %s, and is deducted at %s UTC',
  async ([collected, minutes, told, deducted], { sandbox }) => {
    const s = await shop(sandbox)
    sandbox.world.products.change(s.resource.productId, { collected })
    const end = Date.UTC(2026, 0, 1, 2)
    await sandbox.clock.advance({ to: end + minutes * 60_000 })
    await s.push([s.record({ begin_time: stamp(end - 1000), end_time: stamp(end) })])
    const facts = { late: ['usage.late'], 'in time': [] }
    expect(sandbox.facts.all().flatMap(({ type }) => (type === 'usage.late' ? [type] : []))).toEqual(facts[told])
    await sandbox.clock.advance('25h')
    const [shown] = (await s.listed()).records as unknown as { late?: boolean; billed: string }[]
    expect({ told: shown!.late ? 'late' : 'in time', billed: shown!.billed.slice(0, 16) }).toEqual({ told, billed: deducted })
  },
)

test('S-30: the default world has a pay-per-use resource with an instance that records can name', async ({ sandbox }) => {
  const [resource] = [...sandbox.world.resources.all()].filter(
    ({ productId }) =>
      sandbox.world.products.get(productId)!.sellerId && sandbox.world.products.get(productId)!.chargingMode === 'on-demand',
  )
  const now = sandbox.clock.now()
  const times = { record_time: stamp(now), begin_time: stamp(now - 2000), end_time: stamp(now - 1000) }
  const { body } = await pushed(
    sandbox,
    JSON.stringify({ usage_records: [{ instance_id: resource!.instance!.id, ...times, usage_value: '5', metering_sn: 'sn-1' }] }),
  )
  expect(body).toEqual({ error_code: 'MKT.0000', error_msg: 'Success' })
})
