import { expect, test } from 'vitest'
import { fillFromStart } from '../../src/starts/start.ts'
import { pairsOf } from '../../src/world/entities/credentials.ts'
import type { World } from '../../src/world/world-api.ts'
import { createWorlds } from '../../src/world/worlds.ts'
import { makeWorld } from './make-world.ts'

const client = { id: 'client-1', secret: 's', accountId: '@isv', appId: 'app', redirectUris: [] }
const data = {
  accounts: [
    { ref: 'zhang', role: 'buyer', name: 'zhangwei', userName: 'zhangwei', password: 'Sandbox@1', print: 'buyer' },
    { ref: 'isv', role: 'seller', name: 'isv', userName: 'isv', password: 'Sandbox@1', print: 'seller' },
  ],
  clients: [client],
}

function makeWorlds() {
  const machine = { now: 0 }
  const attached: string[] = []
  const worlds = createWorlds({
    startLayer(_name, start) {
      const world = makeWorld({ seed: `seed ${start ?? ''}` })
      fillFromStart(world, data)
      const { world: _world, ...layer } = world.snapshot()
      return layer
    },
    make: (name, over, how) => makeWorld({ name, seed: over.seed, parent: over, ...how }),
    attach: (world) => {
      attached.push(`+${world.name}`)
      return () => attached.push(`-${world.name}`)
    },
    systemClock: { now: () => machine.now, monotonic: () => machine.now, wait: async () => {} },
  })
  return { worlds, machine, attached }
}

const keyOf = (world: World) => pairsOf(world)[0]!.accessKey
const nameOf = (found: ReturnType<ReturnType<typeof createWorlds>['of']>) => ('world' in found ? found.world.name : found.problem.code)

test('every world prints pairs of its own, the same each time it is opened', () => {
  const { worlds } = makeWorlds()
  const [one, two] = [worlds.open('default'), worlds.open('two')]
  const pairs = pairsOf(one)
  expect(pairs.map(({ account }) => account.role)).toEqual(['buyer', 'seller'])
  for (const { accessKey, secretKey, token, account } of pairs) {
    expect([accessKey, secretKey]).toEqual([expect.stringMatching(/^[A-Z0-9]{20}$/), expect.stringMatching(/^[A-Za-z0-9]{40}$/)])
    expect([one.keys.get(accessKey), one.tokens.get(token)]).toMatchObject([
      { secret: secretKey, accountId: account.id },
      { accountId: account.id },
    ])
  }
  expect(pairsOf(makeWorlds().worlds.open('default'))).toEqual(pairs)
  expect(keyOf(two)).not.toBe(keyOf(one))
})

test('a request goes to the world of its header, else of its credential, else to the default world', () => {
  const { worlds } = makeWorlds()
  const [one, two] = [worlds.open('default'), worlds.open('two')]
  const token = two.tokens.put({ ...two.tokens.all().first()!, id: 'issued later' })

  expect(nameOf(worlds.of(undefined, undefined))).toBe('default')
  expect(nameOf(worlds.of(undefined, 'unheard of'))).toBe('default')
  expect(nameOf(worlds.of(undefined, keyOf(two)))).toBe('two')
  expect(nameOf(worlds.of(undefined, token.id))).toBe('two')
  expect(nameOf(worlds.of('two', 'unheard of'))).toBe('two')
  expect(nameOf(worlds.of('three', undefined))).toBe('world.unknown')
  expect(nameOf(worlds.of('three', 'unheard of'))).toBe('world.unknown')
  expect(nameOf(worlds.of('two', keyOf(one)))).toBe('world.credential')
  expect(nameOf(worlds.of('Two!', undefined))).toBe('world.name')
  // The same client stands in the starting file of all of them.
  expect([worlds.byCredential('client-1'), nameOf(worlds.of('two', 'client-1'))]).toEqual(['default', 'two'])
  two.tokens.delete(token.id)
  expect(worlds.byCredential(token.id)).toBeUndefined()
})

test('what a failed transaction issued belongs to nobody', () => {
  const { worlds } = makeWorlds()
  const world = worlds.open('default')
  const attempt = () =>
    world.transaction(() => {
      world.keys.put({ id: 'AK', secret: 's', accountId: 'a', securityToken: 'temporary' })
      expect([worlds.byCredential('AK'), worlds.byCredential('temporary')]).toEqual(['default', 'default'])
      throw new Error('no')
    })
  expect(attempt).toThrow('no')
  expect([worlds.byCredential('AK'), worlds.byCredential('temporary')]).toEqual([undefined, undefined])
})

test('a fork has a pair of its own and takes its ancestors’ credentials with the header only', () => {
  const { worlds } = makeWorlds()
  const parent = worlds.open('default')
  const child = worlds.fork('default', 'child')
  const grandchild = worlds.fork('child', 'grandchild')

  expect(new Set([keyOf(parent), keyOf(child), keyOf(grandchild)]).size).toBe(3)
  expect(nameOf(worlds.of(undefined, keyOf(child)))).toBe('child')
  expect(nameOf(worlds.of(undefined, keyOf(parent)))).toBe('default')
  expect(nameOf(worlds.of('grandchild', keyOf(parent)))).toBe('grandchild')
  expect(grandchild.keys.has(keyOf(parent))).toBe(true)
  expect(nameOf(worlds.of('default', keyOf(child)))).toBe('world.credential')
  expect(worlds.list()).toEqual([
    { name: 'default', named: true },
    { name: 'child', named: true, parent: 'default' },
    { name: 'grandchild', named: true, parent: 'child' },
  ])
})

test('reset goes back to the start, or to the fork, with the same keys', () => {
  const { worlds, attached } = makeWorlds()
  const world = worlds.open('default')
  const start = world.save()
  const child = worlds.fork('default', 'child')
  const forked = child.save()
  for (const one of [world, child]) {
    one.accounts.put({ ...one.accounts.all().first()!, id: 'late' })
    one.clock.advance('P1M')
    one.keys.put({ id: 'late key', secret: 's', accountId: 'late' })
  }

  expect(worlds.reset('default').save()).toEqual(start)
  expect(worlds.reset('child').save()).toEqual(forked)
  expect(worlds.byCredential('late key')).toBeUndefined()
  expect(nameOf(worlds.of(undefined, keyOf(child)))).toBe('child')
  expect(attached).toEqual(['+default', '+child', '-default', '+default', '-child', '+child'])
})

test('a world with a time of its own is dropped when nobody used it for so long, named or not, forked or not', () => {
  const { worlds, machine } = makeWorlds()
  worlds.open('default')
  worlds.open('pipeline', undefined, 500)
  worlds.fork('default', 'branch', 700)
  expect([worlds.info('pipeline')?.idle, worlds.info('default')?.idle]).toEqual([500, undefined])
  machine.now = 400
  worlds.open('pipeline')
  machine.now = 800
  expect(worlds.sweep(100_000)).toEqual(['branch'])
  worlds.reset('pipeline')
  machine.now = 1299
  expect(worlds.sweep(100_000)).toEqual([])
  machine.now = 1300
  expect(worlds.sweep(100_000)).toEqual(['pipeline'])
})

test('worlds are dropped when told, those without a name of their own when idle, the default one never', () => {
  const { worlds, machine } = makeWorlds()
  worlds.open('default')
  worlds.open('mine', 'shop')
  const unnamed = worlds.open()
  const key = keyOf(unnamed)
  machine.now = 1000

  expect([unnamed.name, worlds.sweep(1001), worlds.sweep(1000)]).toEqual(['world-1', [], ['world-1']])
  expect(worlds.byCredential(key)).toBeUndefined()
  expect(worlds.open('mine', 'shop')).toBe(worlds.get('mine'))
  const refusals: [() => unknown, string][] = [
    [() => worlds.drop('default'), 'world.default'],
    [() => worlds.drop('mien'), 'world.unknown'],
    [() => worlds.open('mine', 'other'), 'world.started'],
    [() => worlds.fork('default', 'mine'), 'world.exists'],
    [() => worlds.fork('nobody', 'x'), 'world.unknown'],
    [() => worlds.open('-x'), 'world.name'],
  ]
  for (const [act, code] of refusals) expect(act).toThrow(expect.objectContaining({ code }))
  expect(() => worlds.drop('mien')).toThrow('Did you mean "mine"?')
  worlds.drop('mine')
  expect(worlds.list().map(({ name }) => name)).toEqual(['default'])
})
