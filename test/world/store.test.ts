import { expect, test } from 'vitest'
import { seededNumbers } from '../../src/world/engine/chance.ts'
import type { Index } from '../../src/world/engine/index-keys.ts'
import type { Order } from '../../src/world/entities/entities.ts'
import { INDEXES, type IndexName } from '../../src/world/entities/indexes.ts'
import type { World } from '../../src/world/world-api.ts'
import { leastOf, processorTime } from '../helpers/processor-time.ts'
import { makeWorld, order } from './make-world.ts'

/** What a world should hold, kept as simply as can be. */
type Model = Map<string, Order>

const STATES = ['pending-payment', 'processing', 'completed', 'cancelled'] as const

const expected = (model: Model, name: IndexName<'orders'>, key: string, from = -Infinity, to = Infinity) => {
  const index: Index<Order> = INDEXES.orders[name]
  return [...model.values()]
    .filter((one) => [index.keys(one) ?? []].flat().includes(key) && index.sort(one) >= from && index.sort(one) <= to)
    .sort((a, b) => index.sort(a) - index.sort(b) || (a.id < b.id ? -1 : 1))
}

function compare(world: World, model: Model, draw: () => number) {
  for (const name of Object.keys(INDEXES.orders) as IndexName<'orders'>[]) {
    const keys = new Set([...model.values()].flatMap((one) => (INDEXES.orders[name] as Index<Order>).keys(one) ?? []))
    for (const key of [...keys, 'nobody']) {
      const [from, to] = [Math.floor(draw() * 50), 50 + Math.floor(draw() * 50)]
      const whole = expected(model, name, key)
      const rows = world.orders.where(name, key)
      expect([...rows]).toEqual(whole)
      expect([...rows.reversed()]).toEqual(whole.toReversed())
      expect([rows.count, rows.first(), rows.last()]).toEqual([whole.length, whole[0], whole.at(-1)])
      expect(rows.slice(2, 5)).toEqual(whole.slice(2, 5))
      expect(rows.reversed().slice(1, 4)).toEqual(whole.toReversed().slice(1, 4))
      const part = world.orders.range(name, key, from, to)
      expect([...part]).toEqual(expected(model, name, key, from, to))
      expect(part.reversed().slice(0, 3)).toEqual([...part].toReversed().slice(0, 3))
    }
  }
  expect(world.orders.size).toBe(model.size)
}

test('two thousand random writes, forks, failed transactions and snapshots agree with a plain map', () => {
  const draw = seededNumbers('store')
  const pick = <T>(list: readonly T[]) => list[Math.floor(draw() * list.length)]!
  const worlds: [World, Model][] = [[makeWorld(), new Map()]]
  const random = (id: string) =>
    order(id, {
      customerId: pick(['c1', 'c2', 'c3']),
      status: pick(STATES),
      createdAt: Math.floor(draw() * 100),
      ...(draw() < 0.5 ? { paidAt: Math.floor(draw() * 100) } : {}),
      resourceIds: [...new Set([pick(['r1', 'r2', 'r3']), pick(['r1', 'r2', 'r3'])])],
    })
  for (let step = 0; step < 2000; step++) {
    const [world, model] = pick(worlds)
    const what = draw()
    const id = `CS${Math.floor(draw() * 120)}`
    if (what < 0.6) {
      const one = random(id)
      world.orders.put(one)
      model.set(id, one)
    } else if (what < 0.75) {
      expect(world.orders.delete(id)).toBe(model.delete(id))
    } else if (what < 0.9) {
      expect(() =>
        world.transaction(() => {
          for (let i = 0; i < 5; i++) world.orders.put(random(`CS${Math.floor(draw() * 120)}`))
          for (let i = 0; i < 5; i++) world.orders.delete(`CS${Math.floor(draw() * 120)}`)
          throw new Error('no')
        }),
      ).toThrow('no')
    } else if (what < 0.95) world.snapshot()
    else if (worlds.length < 12) worlds.push([world.fork(`fork-${step}`), new Map(model)])
    if (step % 200 === 199) for (const [one, itsModel] of worlds) compare(one, itsModel, draw)
  }
  expect(worlds.length).toBe(12)
})

test('a fork and its parent do not see each other’s changes', () => {
  const parent = makeWorld()
  parent.orders.put(order('CS1'))
  parent.orders.put(order('CS2'))
  const fork = parent.fork('child')

  fork.orders.change('CS1', { status: 'completed' })
  fork.orders.delete('CS2')
  parent.orders.put(order('CS3'))
  parent.emit({ type: 'order.placed', orderId: 'CS3', customerId: 'c1' })

  expect([...parent.orders.where('customer', 'c1')].map(({ id, status }) => [id, status])).toEqual(
    ['CS1', 'CS2', 'CS3'].map((id) => [id, 'pending-payment']),
  )
  expect([...fork.orders.where('customer', 'c1')].map(({ id, status }) => [id, status])).toEqual([['CS1', 'completed']])
  expect([parent.facts.count, fork.facts.count, fork.parent]).toEqual([1, 0, 'default'])
})

/** A world in which one customer has so many orders, created in no particular order. */
function worldOf(count: number): World {
  const world = makeWorld()
  world.transaction(() => {
    for (let i = 0; i < count; i++) world.orders.put(order(`CS${i}`, { createdAt: (i * 7919) % 100_003 }))
  })
  return world
}

/** A hundred pages of ten, spread over all orders of the customer, newest first. */
const pagesOf = (world: World) =>
  Array.from({ length: 100 }, (_, page) => {
    const rows = world.orders.where('customer', 'c1').reversed()
    const from = Math.floor((rows.count * page) / 100)
    return rows.slice(from, from + 10)
  })

test('a customer’s orders are listed newest first by pages, and a fork lists its own among those of its parent', () => {
  const fork = worldOf(5000).fork('other')
  fork.orders.put(order('NEW', { createdAt: 50_000 }))
  const newest = [...fork.orders.all()].map(({ createdAt }) => createdAt).sort((a, b) => b - a)
  expect(pagesOf(fork).map((page) => page.map(({ createdAt }) => createdAt))).toEqual(
    Array.from({ length: 100 }, (_, page) => newest.slice(Math.floor(50.01 * page), Math.floor(50.01 * page) + 10)),
  )
  expect([...fork.orders.range('customer', 'c1', 50_000, 50_001)].map(({ id }) => id)).toContain('NEW')
})

test('ten times as many orders load in little more than ten times the processor time, and a page costs the same, in a fork too', async () => {
  await processorTime(() => pagesOf(worldOf(1000)))
  let [few, many] = [makeWorld() as World, makeWorld() as World]
  const load = {
    few: await leastOf(3, () => {
      few = worldOf(10_000)
    }),
    many: await processorTime(() => {
      many = worldOf(100_000)
    }),
  }
  // Work for every order that is there would make this a hundred.
  expect(load.many / load.few).toBeLessThan(40)

  const forks = [few, many].map((world) => world.fork('other'))
  for (const fork of forks) fork.orders.put(order('NEW', { createdAt: 50_000 }))
  const repeat = (world: World) => () => {
    for (let round = 0; round < 20; round++) pagesOf(world)
  }
  const [ofFew, ofMany] = [await leastOf(5, repeat(forks[0]!)), await leastOf(5, repeat(forks[1]!))]
  // A walk through all rows would make this ten.
  expect(ofMany / ofFew).toBeLessThan(5)
}, 60_000)

test('values of an entity are frozen once they belong to the world', () => {
  const world = makeWorld()
  const one = world.orders.put(order('CS1'))
  expect(() => Object.assign(one, { status: 'completed' })).toThrow(TypeError)
  expect(() => world.orders.change('CS9', {})).toThrow('There is no "CS9" among the orders.')
})
