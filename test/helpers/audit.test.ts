import { expect, test } from 'vitest'
import { startSandbox } from '../../src/index.ts'
import { builtInBundle } from '../../src/spec/schema/cache.ts'
import type { Machines } from '../../src/world/engine/machines.ts'
import type { Order } from '../../src/world/entities/entities.ts'
import type { World } from '../../src/world/world-api.ts'
import { audit } from './audit.ts'

const machines = builtInBundle().machines as unknown as Machines
const first = (world: World, status: Order['status']) =>
  [...world.orders.all()].find((order) => order.status === status && order.lines.length > 0)!

test('the starting world is sound', async () => {
  await using sandbox = await startSandbox()
  const watch = audit(sandbox.world, machines)
  watch.checkAll()
  expect(watch.findings).toEqual([])
})

test.each<[string, (world: World) => void, RegExp]>([
  [
    'an amount is a fen too much',
    (world) => change(world, (order) => ({ amounts: { ...order.amounts, afterDiscount: order.amounts.afterDiscount + 1 } })),
    /is not/,
  ],
  ['a line does not add up', (world) => change(world, (order) => ({ lines: [...order.lines, ...order.lines] })), /add up/],
  [
    'a state is skipped',
    (world) => world.orders.change(first(world, 'cancelled').id, { status: 'completed', completedAt: world.clock.now() }),
    /no way of its table/,
  ],
  ['a payment comes before the order', (world) => change(world, () => ({ paidAt: 1 })), /paid before/],
  ['an end is missing', (world) => change(world, () => ({ completedAt: undefined })), /says not when/],
  ['money vanishes without a fact', (world) => takeMoney(world), /the facts account for/],
  [
    'a resource ends before it begins',
    (world) => world.resources.change([...world.resources.all()][0]!.id, { expireAt: 1 }),
    /ends before/,
  ],
])('is found when %s', async (_what, harm, found) => {
  await using sandbox = await startSandbox()
  const watch = audit(sandbox.world, machines)
  harm(sandbox.world)
  watch.check()
  expect(watch.findings.join('\n')).toMatch(found)
})

function change(world: World, patch: (order: Order) => Parameters<World['orders']['change']>[1]): void {
  const order = first(world, 'completed')
  world.orders.change(order.id, patch(order))
}

function takeMoney(world: World): void {
  const account = [...world.accounts.all()][0]!
  world.accounts.change(account.id, { balance: account.balance - 1 })
}
