import { expect, test } from 'vitest'
import { wire } from '../../src/world/wire.ts'
import { makeWorld, order } from './make-world.ts'

test('a hundred thousand orders of one customer load quickly and page in no time', () => {
  const world = makeWorld()
  const began = wire.monotonic()
  world.transaction(() => {
    for (let i = 0; i < 100_000; i++) world.orders.put(order(`CS${i}`, { createdAt: (i * 7919) % 100_003, paidAt: i }))
  })
  const loaded = wire.monotonic()
  const pages = Array.from({ length: 1000 }, (_, i) => world.orders.by('customer', 'c1').reversed().slice(i * 90, i * 90 + 10))
  const paged = wire.monotonic()
  const fork = world.fork('other')
  for (let i = 0; i < 1000; i++) fork.orders.put(order(`NEW${i}`, { createdAt: i }))
  const forked = wire.monotonic()
  console.log(loaded - began, paged - loaded, forked - paged)
  expect(pages[0]!.map(({ createdAt }) => createdAt).slice(0, 3)).toEqual([100_002, 100_001, 100_000])
  expect(loaded - began).toBeLessThan(4000)
  expect(paged - loaded).toBeLessThan(500)
  expect(world.orders.range('customer', 'c1', 10, 19).count).toBe(10)
})
