import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../src/index.ts'
import { askEntities, orderNamed, resourceIn } from '../helpers/ask-entities.ts'
import { watchful } from '../helpers/audited.ts'

const watch = watchful()
let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({ onWorld: watch.onWorld })
})
afterAll(async () => {
  await sandbox.close()
  watch.expectSound()
})

const ask = (method: string, world: string, path: string, body?: unknown) => askEntities(sandbox, method, world, path, body)
const fork = (name: string) => sandbox.worlds.fork('default', name.toLowerCase().replaceAll(/[^a-z]/g, '-'))

type BadRow = readonly [method: string, which: () => string, body: object, status: number, detail: RegExp]

test.each<BadRow>([
  [
    'PUT',
    () => `/orders/${orderNamed(sandbox.world, 'completed', 'saas')}/state`,
    { status: 'pending-payment' },
    409,
    /is completed and cannot be put to pending-payment. No way .* Nothing follows completed/,
  ],
  [
    'PUT',
    () => `/orders/${orderNamed(sandbox.world, 'pending-payment', 'saas')}/state`,
    { status: 'to-ship' },
    409,
    /pay.*nearest first: processing, cancelled/s,
  ],
  [
    'PUT',
    () => `/orders/${orderNamed(sandbox.world, 'pending-payment', 'saas')}/state`,
    { status: 'complete' },
    400,
    /orders have no state "complete". Did you mean "completed"\?/,
  ],
  [
    'PUT',
    () => `/orders/${orderNamed(sandbox.world, 'pending-payment', 'saas')}/state`,
    { status: '已完成' },
    400,
    /orders have no state "已完成". Did you mean "completed"\?/,
  ],
  [
    'PUT',
    () => '/orders/CS2601010800AAAAA/state',
    { status: 'completed' },
    404,
    /There is no "CS2601010800AAAAA" among the orders of world/,
  ],
  ['PUT', () => '/oders/CS2601010800AAAAA/state', { status: 'completed' }, 404, /no collection "oders". Did you mean "orders"\?/],
  ['PUT', () => `/accounts/buyer/state`, { status: 'completed' }, 400, /accounts have no states/],
  [
    'PUT',
    () => `/resources/${resourceIn(sandbox.world, 'in-use', 'saas')}/state`,
    { status: 'frozen', reason: 'bad mood' },
    409,
    /"bad mood" is not a reason for freezing. There are: expiry, arrears, violation/,
  ],
  ['PUT', () => `/orders/${orderNamed(sandbox.world, 'completed', 'saas')}/state`, {}, 400, /status/],
  [
    'PUT',
    () => `/orders/${orderNamed(sandbox.world, 'completed', 'saas')}/state`,
    { status: 'completed', hurry: true },
    400,
    /additional properties/,
  ],
  [
    'PATCH',
    () => `/orders/${orderNamed(sandbox.world, 'pending-payment', 'saas')}`,
    { paymentDedline: 'P1D' },
    400,
    /there is no member "paymentDedline". Did you mean "paymentDeadline"\?/,
  ],
  [
    'PATCH',
    () => `/orders/${orderNamed(sandbox.world, 'pending-payment', 'saas')}`,
    { paymentDeadline: 'tomorrow' },
    400,
    /a time is written as a distance/,
  ],
  ['PATCH', () => `/orders/${orderNamed(sandbox.world, 'pending-payment', 'saas')}`, { paymentDeadline: '-PT1M' }, 400, /is past/],
  [
    'PATCH',
    () => `/orders/${orderNamed(sandbox.world, 'pending-payment', 'saas')}`,
    { status: 'completed' },
    400,
    /is a state: put it there by PUT/,
  ],
  [
    'PATCH',
    () => `/orders/${orderNamed(sandbox.world, 'pending-payment', 'saas')}`,
    { autoPay: true, amounts: {} },
    400,
    /follows from what happened/,
  ],
  ['PATCH', () => '/resources/nothing', { name: 'x' }, 404, /There is no "nothing"/],
  [
    'PATCH',
    () => `/resources/${resourceIn(sandbox.world, 'in-use', 'saas')}`,
    { expireAt: '2001-01-01T00:00:00Z' },
    400,
    /lies before effectiveAt/,
  ],
  [
    'PATCH',
    () => `/resources/${resourceIn(sandbox.world, 'in-use', 'saas')}`,
    { serverId: '@nobody' },
    400,
    /there is no "@nobody" among the resources/,
  ],
  ['PATCH', () => '/accounts/buyer', { balance: 12 }, 400, /money is written as yuan in quotation marks/],
  ['PATCH', () => '/accounts/buyer', { name: 'other' }, 400, /follows from what happened/],
  ['PATCH', () => '/accounts/buyer', { displayName: null }, 400, /cannot be taken away/],
])('bad input leaves the world as it was: %s %#', async (method, which, body, status, detail) => {
  const world = fork(`bad-${method}`)
  const before = JSON.stringify(world.save())
  const refused = await ask(method, world.name, which(), body)
  expect([refused.status, refused.body.detail]).toEqual([status, expect.stringMatching(detail)])
  expect(JSON.stringify(world.save())).toBe(before)
  sandbox.worlds.drop(world.name)
})

test.each([
  ['/accounts/buyer', { balance: '7.50', budget: '100.00' }, { balance: '7.50', budget: '100.00' }],
  ['/accounts/jinli_catering', { balance: '-20.00' }, { balance: '-20.00' }],
  ['/products/crm-basic-month', { price: '201.00', stock: 3, needs: 'review' }, { price: '201.00', stock: 3, needs: 'review' }],
] as const)('members are written over: %s %j', async (place, edits, seen) => {
  const world = fork(`edit-${place}`)
  expect(await ask('PATCH', world.name, place, edits)).toMatchObject({ status: 200, body: { entity: seen } })
  expect(await ask('GET', world.name, place)).toMatchObject({ body: { entity: seen } })
  sandbox.worlds.drop(world.name)
})

test('a deadline written over is planned anew', async () => {
  const world = fork('deadline')
  const id = orderNamed(sandbox.world, 'pending-payment', 'saas')
  expect(await ask('PATCH', world.name, `/orders/${id}`, { paymentDeadline: 'PT10M' })).toMatchObject({ status: 200 })
  await world.clock.pass('9m')
  expect(world.orders.get(id)?.status).toBe('pending-payment')
  await world.clock.pass('1m')
  expect(world.orders.get(id)?.status).toBe('cancelled')
})

test('a world lists what it holds, filtered and page by page', async () => {
  const world = fork('lists')
  const { body } = await ask('GET', world.name, '')
  const orders = body.collections.find(({ kind }: { kind: string }) => kind === 'orders')
  expect(orders.count).toBe(world.orders.size)
  expect(Object.values(orders.states).reduce((a, b) => Number(a) + Number(b), 0)).toBe(world.orders.size)
  const pending = await ask('GET', world.name, '/orders?status=pending-payment&account=buyer&limit=2&offset=1')
  expect(pending.body).toMatchObject({ total: expect.any(Number), count: 2 })
  const buyer = [...world.accounts.all()].find(({ print }) => print === 'buyer')!.id
  for (const { status, customerId } of pending.body.entities) expect([status, customerId]).toEqual(['pending-payment', buyer])
  expect((await ask('GET', world.name, '/orders?type=trial')).body.total).toBeGreaterThan(0)
  expect((await ask('GET', world.name, '/licences?text=PL7Q2M')).body.total).toBe(1)
  expect((await ask('GET', world.name, '/nothing')).status).toBe(404)
})
