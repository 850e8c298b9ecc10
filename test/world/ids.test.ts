import { expect, test } from 'vitest'
import { hash32, hashHex, seededNumbers } from '../../src/world/engine/chance.ts'
import { makeWorld, order } from './make-world.ts'

test('order numbers have the vendor’s form, with the minute in UTC+8, and are never given twice', () => {
  const world = makeWorld({ start: Date.UTC(2026, 5, 30, 18, 7) })
  const ids = Array.from({ length: 50_000 }, () => world.ids.order())
  for (const id of ids) expect(id).toMatch(/^CS2607010207[0-9A-Z]{5}$/)
  expect(new Set(ids).size).toBe(50_000)
})

test('an order number that a starting world took already is passed over', () => {
  const taken = makeWorld().ids.order()
  const world = makeWorld()
  world.orders.put(order(taken))
  expect(world.ids.order()).not.toBe(taken)
})

test('a fork goes on counting and gives no id that its parent gives', () => {
  const parent = makeWorld()
  const before = Array.from({ length: 100 }, () => parent.orders.put(order(parent.ids.order())).id)
  const fork = parent.fork('child')
  expect(before).not.toContain(fork.ids.order())
  expect(fork.ids.next('job')).toBe(1)
  expect(fork.ids.hex('token')).not.toBe(parent.ids.hex('token'))
})

test('ids are pure functions of seed, kind and key or count', () => {
  const [one, same, other] = [makeWorld(), makeWorld(), makeWorld({ seed: 'other' })]
  expect([one.ids.hex('a'), one.ids.hex('a'), one.ids.uuid('b')]).toEqual([same.ids.hex('a'), same.ids.hex('a'), same.ids.uuid('b')])
  expect(one.ids.hex('a', 'k')).toBe(same.fork('x').ids.hex('a', 'k'))
  expect(one.ids.hex('a', 'k')).not.toBe(other.ids.hex('a', 'k'))
  expect(one.ids.hex('a')).toMatch(/^[0-9a-f]{32}$/)
  expect(one.ids.uuid('a')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})

test('hashes keep parts apart, do not collide in a hundred thousand, and stay what they were', () => {
  expect(hashHex(32, 'ab', 'c')).not.toBe(hashHex(32, 'a', 'bc'))
  expect(hashHex(40, 'a').slice(0, 32)).toBe(hashHex(32, 'a'))
  expect(new Set(Array.from({ length: 100_000 }, (_, i) => hashHex(32, 'seed', `${i}`))).size).toBe(100_000)
  const spread = new Set(Array.from({ length: 10_000 }, (_, i) => hash32('seed', `${i}`)))
  expect(spread.size).toBeGreaterThan(9_990)
  expect([hash32('koogallery'), hashHex(32, 'koo', 'gallery')]).toMatchInlineSnapshot(`
    [
      2496030297,
      "b871a68f0cde2150ad061732f3aec12e",
    ]
  `)
})

test('seeded numbers repeat and fill the unit interval evenly', () => {
  const [a, b] = [seededNumbers('x'), seededNumbers('x')]
  const row = Array.from({ length: 10_000 }, a)
  expect(row).toEqual(Array.from({ length: 10_000 }, b))
  expect(Math.abs(row.reduce((sum, value) => sum + value, 0) / row.length - 0.5)).toBeLessThan(0.02)
})
