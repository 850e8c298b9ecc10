import { expect } from 'vitest'
import { click } from '../console/click.ts'
import { auditedTest as test } from '../helpers/audited.ts'
import { openSeller } from '../marketplace/seller.ts'
import { buy, goodAnswer, settle } from '../marketplace/shop.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

test('from a purchase with two failures to its release, the seller hears what is documented, when it is documented', async ({
  sandbox,
}) => {
  let failures = 2
  await using seller = await openSeller((call) =>
    call.json['activity'] === 'newInstance' && failures-- > 0 ? { status: 500, body: {} } : goodAnswer(call),
  )
  const { world } = settle(sandbox, seller.url)
  for (const [name, length] of [
    ['bss.gracePeriod', 'P10D'],
    ['bss.retentionPeriod', 'P10D'],
  ] as const)
    world.set(name, length)
  const begin = world.clock.now()
  const order = buy(sandbox)
  await sandbox.clock.pass('3h')

  expect(sandbox.deliveries.of(order)).toMatchObject([
    { operation: 'production.newInstance', attempts: [{ status: 500 }, { status: 500 }, { status: 200 }] },
    { operation: 'production.queryInstance', attempts: [{ status: 200 }] },
  ])
  const [resourceId] = world.orders.get(order.id)!.resourceIds
  const first = world.resources.get(resourceId!)!
  expect([first.status, first.effectiveAt]).toEqual(['in-use', begin + 2 * HOUR])

  await sandbox.clock.pass(`P${31 + 11}D`)
  expect(world.resources.get(first.id)?.status).toBe('frozen')
  await click(sandbox, 'RenewResource', { path: { resourceId: first.id }, body: { period: { type: 'month', num: 2 } } })
  await sandbox.clock.pass('1h')
  const renewed = world.resources.get(first.id)!
  expect(renewed.status).toBe('in-use')
  await sandbox.clock.pass('P90D')
  expect(world.resources.get(first.id)?.status).toBe('closed')

  const heard = [...world.attempts.all()].map(({ at, body }) => {
    const { activity, status, scene } = JSON.parse(body) as Record<string, string>
    return [[activity, scene ?? status].filter((part) => part !== undefined).join(' '), at]
  })
  expect(heard).toEqual([
    ['newInstance', begin],
    ['newInstance', begin + HOUR],
    ['newInstance', begin + 2 * HOUR],
    ['queryInstance', begin + 2 * HOUR],
    ['updateInstanceStatus FREEZE', first.expireAt! + 10 * DAY],
    ['refreshInstance RENEWAL', expect.any(Number)],
    ['updateInstanceStatus UNFREEZE', expect.any(Number)],
    ['updateInstanceStatus FREEZE', renewed.expireAt! + 10 * DAY],
    ['releaseInstance', renewed.expireAt! + 20 * DAY],
  ])
  expect(seller.activities()).toEqual(heard.map(([what]) => String(what).split(' ')[0]))
  expect(new Set(seller.calls.flatMap(({ json }) => json['instanceId'] ?? []))).toEqual(new Set([first.instance!.id]))
})
