import { expect, test } from 'vitest'
import type { LogEntry } from '../../src/world/engine/change-log.ts'
import { IllegalTransition } from '../../src/world/engine/machines.ts'
import { makeWorld, order } from './make-world.ts'

const settings = {
  'payment-deadline': { default: 'P7D', about: 'How long an order waits for payment.' },
  'trial-days': { default: 7, about: 'Days of a trial.' },
  'old-names': { default: 'off', values: ['on', 'off'], about: 'Retired names.' },
}
const work = { remind: () => undefined, rest: () => undefined }
const placed = (orderId: string) => ({ type: 'order.placed', orderId, customerId: 'c1' }) as const

test('an error takes back entities, facts, plans, counters and settings, and reaches the caller', () => {
  const world = makeWorld({ settings, work })
  world.orders.put(order('CS1'))
  world.plan(world.clock.now() + 5, 'remind', { orderId: 'CS1' })
  const before = world.save()

  const attempt = () =>
    world.transaction(() => {
      world.orders.change('CS1', { status: 'completed' })
      world.orders.put(order('CS2'))
      world.orders.delete('CS1')
      world.emit(placed('CS2'))
      world.unplan({ work: 'remind', about: { orderId: 'CS1' } })
      world.plan(world.clock.now() + 9, 'remind', 'CS2')
      world.ids.order()
      world.setByName('trial-days', 30)
      throw new Error('no money')
    })

  expect(attempt).toThrow('no money')
  expect(world.save()).toEqual(before)
  expect(world.upcoming()).toHaveLength(1)
  expect(world.ids.next('order')).toBe(1)
})

test('an inner transaction that fails and is caught leaves the outer one as it was before it', () => {
  const world = makeWorld()
  world.transaction(() => {
    world.orders.put(order('CS1'))
    world.emit(placed('CS1'))
    expect(() =>
      world.transaction(() => {
        world.orders.delete('CS1')
        world.emit(placed('CS9'))
        throw new Error('inner')
      }),
    ).toThrow('inner')
  })
  expect([world.orders.has('CS1'), world.facts.of('order.placed').map(({ orderId }) => orderId)]).toEqual([true, ['CS1']])
})

test.each([1, 20])('the log gets each of %i orders once as it is in the end, and nothing that was undone', (count) => {
  const logged: LogEntry[] = []
  const world = makeWorld({ work, log: { add: (entry) => logged.push(entry), saved: async () => {} } })
  const ids = Array.from({ length: count }, (_, n) => `CS${n}`)
  world.transaction(() => {
    for (const id of ids) world.orders.put(order(id))
    const attempt = () =>
      world.transaction(() => {
        world.orders.delete('CS0')
        world.orders.put(order('undone'))
        world.plan(0, 'remind', 'undone')
        world.emit(placed('undone'))
        throw new Error('inner')
      })
    expect(attempt).toThrow('inner')
    for (const id of ids) world.orders.change(id, { status: 'completed' })
    world.emit(placed('CS0'))
  })
  expect(logged).toMatchObject([
    {
      changes: ids.map((id) => ({ kind: 'orders', id, entity: { status: 'completed' } })),
      facts: [{ n: 1, type: 'order.placed', orderId: 'CS0' }],
      plans: [],
      counters: { fact: 1 },
    },
  ])
})

test('what the log was given stays as it was while later transactions record facts', () => {
  const logged: LogEntry[] = []
  const world = makeWorld({ work, log: { add: (entry) => logged.push(entry), saved: async () => {} } })
  world.orders.put(order('CS1'))
  world.emit(placed('CS1'))
  world.orders.change('CS1', { status: 'completed' })
  world.emit(placed('CS1'))
  expect(logged.map(({ facts }) => facts.map(({ n }) => n))).toEqual([[], [1], [], [2]])
})

test('listeners hear facts after the outermost commit, in order, and may only plan', () => {
  const world = makeWorld({ work })
  const heard: unknown[] = []
  world.listen((facts) => heard.push(['first', ...facts.map(({ n }) => n)]))
  const stop = world.listen((facts) => {
    heard.push(['second', ...facts.map(({ n }) => n)])
    world.plan(0, 'remind', null)
  })

  world.transaction(() => {
    world.transaction(() => world.emit(placed('CS1')))
    world.emit(placed('CS2'))
    expect(heard).toEqual([])
  })
  stop()
  world.orders.put(order('CS3'))

  expect(heard).toEqual([
    ['first', 1, 2],
    ['second', 1, 2],
  ])
  expect(world.upcoming()).toMatchObject([{ work: 'remind', at: world.clock.now() }])
  world.listen(() => world.orders.put(order('CS4')))
  expect(() => world.emit(placed('CS3'))).toThrow('A listener may only plan work')
  expect([world.orders.has('CS4'), world.facts.count]).toEqual([false, 3])
})

test('a transaction whose work returns a promise is refused whole', () => {
  const world = makeWorld()
  expect(() => world.transaction(async () => world.orders.put(order('CS1')))).toThrow('A transaction is synchronous')
  expect(world.orders.size).toBe(0)
})

test('the state of an order changes only as the transition table says', () => {
  const world = makeWorld()
  const { id: _id, status: _status, ...rest } = order('CS1')
  world.transition('orders', 'CS1', 'place', rest)
  expect(world.orders.get('CS1')).toEqual(order('CS1'))
  expect(world.transition('orders', 'CS1', 'pay', { paidAt: 7, contractId: undefined })).toEqual(
    order('CS1', { status: 'processing', paidAt: 7 }),
  )
  expect(world.can('orders', 'CS1', 'complete')).toBe(true)
  expect(world.can('orders', 'CS1', 'cancel')).toBe(false)
  const refused = { kind: 'orders', id: 'CS1', from: 'processing', event: 'cancel', allowed: ['complete'], code: 'transition.illegal' }
  expect(() => world.transition('orders', 'CS1', 'cancel')).toThrow(expect.objectContaining(refused))
  expect(() => world.transition('orders', 'CS2', 'pay')).toThrow(IllegalTransition)
})

test.each([
  ['payment-deadlin', 'P7D', 'There is no setting "payment-deadlin". Did you mean "payment-deadline"?'],
  ['payment-deadline', 'soon', 'Setting "payment-deadline" must be a duration such as P7D, not "soon".'],
  ['trial-days', '7', 'Setting "trial-days" must be a number, not "7".'],
  ['old-names', 'maybe', 'Setting "old-names" must be one of "on", "off", not "maybe".'],
])('setting %s to %s is refused', (name, value, message) => {
  expect(() => makeWorld({ settings }).setByName(name, value)).toThrow(message)
})

test('settings are told with value, default and reason', () => {
  const world = makeWorld({ settings })
  world.setByName('payment-deadline', 'PT2H')
  expect(world.settingByName('payment-deadline')).toBe('PT2H')
  expect(world.settings()[0]).toEqual({ name: 'payment-deadline', value: 'PT2H', ...settings['payment-deadline'] })
  expect(() => world.settingByName('nothing')).toThrow('There is no setting "nothing".')
})
