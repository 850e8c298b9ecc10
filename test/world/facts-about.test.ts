import { expect, test } from 'vitest'
import type { World } from '../../src/world/world-api.ts'
import { makeWorld } from './make-world.ts'

const placed = (orderId: string, customerId = 'c1') => ({ type: 'order.placed', orderId, customerId }) as const
const numbers = (world: World, id: string, ...rest: number[]) => world.facts.about(id, ...rest).map(({ n }) => n)

/** Whether the index says the same as a look at every fact. */
function checkAll(world: World, ids: readonly string[]) {
  for (const id of ids) {
    const named = world.facts.all().filter((fact) => Object.values(fact).includes(id))
    expect(world.facts.about(id), id).toEqual(named)
  }
}

test('facts are found by each id that they name, once, whenever they came', () => {
  const world = makeWorld()
  world.emit(placed('CS1'))
  world.emit(placed('CS2'))
  expect(numbers(world, 'CS1')).toEqual([1])
  expect(numbers(world, 'CS3')).toEqual([])
  world.emit({ type: 'order.paid', orderId: 'CS1', customerId: 'CS1' })
  expect(numbers(world, 'CS1')).toEqual([1, 3])
  expect(numbers(world, 'c1')).toEqual([1, 2])
  for (const word of ['order.paid', '000000000001', 'toString', '__proto__', '']) expect(numbers(world, word)).toEqual([])
})

test('of many facts the newest are told, and none up to the number that is named', () => {
  const world = makeWorld()
  for (let n = 1; n <= 20; n++) world.emit(placed(`CS${n}`))
  const fork = world.fork('later')
  for (let n = 21; n <= 25; n++) fork.emit(placed(`CS${n}`))
  expect(numbers(fork, 'c1', 0, 3)).toEqual([23, 24, 25])
  expect(numbers(fork, 'c1', 0, 7)).toEqual([19, 20, 21, 22, 23, 24, 25])
  expect(numbers(fork, 'c1', 22)).toEqual([23, 24, 25])
  expect(numbers(fork, 'c1', 18)).toEqual([19, 20, 21, 22, 23, 24, 25])
  expect(numbers(fork, 'c1', 25)).toEqual([])
  expect(numbers(fork, 'c1', 0, 0)).toEqual([])
})

test('what a transaction takes back is not found, even when it was asked for in between', () => {
  const world = makeWorld()
  world.emit(placed('CS1'))
  const attempt = (orderId: string) =>
    world.transaction(() => {
      world.emit(placed(orderId))
      world.emit(placed('CS1'))
      expect(numbers(world, orderId)).toEqual([2])
      throw new Error('no money')
    })
  expect(() => attempt('CS2')).toThrow('no money')
  // The same number again, about another order.
  world.emit(placed('CS3'))
  checkAll(world, ['CS1', 'CS2', 'CS3', 'c1'])
  expect(() => attempt('CS4')).toThrow()
  checkAll(world, ['CS1', 'CS2', 'CS3', 'CS4', 'c1'])
})

test('a fork finds what its parent knew, and neither finds what the other one learns', () => {
  const world = makeWorld()
  world.emit(placed('CS1'))
  const early = world.snapshot()
  world.emit(placed('CS2'))
  const forks = [world.fork('a'), world.fork('b'), world.fork('c', { from: early })]
  for (const [i, fork] of forks.entries()) fork.emit(placed(`FORK${i}`))
  world.emit(placed('CS3'))
  const deeper = (forks[0] as World).fork('d')
  deeper.emit(placed('CS1', 'c2'))
  for (const one of [world, ...forks, deeper]) checkAll(one, ['CS1', 'CS2', 'CS3', 'FORK0', 'FORK1', 'FORK2', 'c1', 'c2'])
})

test('a question costs the same in a world with a hundred times as many facts', () => {
  const filled = (orders: number) => {
    const world = makeWorld()
    world.transaction(() => {
      for (let n = 0; n < orders; n++) world.emit(placed(`CS${n}`, `c${n % 97}`))
    })
    return world
  }
  const [small, big] = [filled(100), filled(10_000)]
  const cost = (world: World) => {
    const batches = Array.from({ length: 7 }, () => {
      const before = process.cpuUsage()
      for (let n = 0; n < 500; n++) world.facts.about(`CS${(n * 7) % 100}`)
      return process.cpuUsage(before).user
    })
    return Math.min(...batches)
  }
  cost(small)
  expect(cost(big) / cost(small)).toBeLessThan(20)
})
