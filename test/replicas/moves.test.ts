import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eventsOf } from '../../src/cli/world/events-of.ts'
import type { Sandbox } from '../../src/sandbox/sandbox-api.ts'
import { migrate } from '../../src/world/persistence/postgres/migrate.ts'
import { noPostgres, type Postgres, startPostgres } from '../helpers/postgres.ts'
import { tokenFile } from '../helpers/token-file.ts'
import { createOpener, json, PRODUCT } from './open-replicas.ts'

const { replica, closeAll } = createOpener()
const TOKENS = {
  ada: { token: 'kst_admin', role: 'admin' },
  red: { token: 'kst_red', role: 'tester', namespace: 'red' },
  blue: { token: 'kst_blue', role: 'tester', namespace: 'blue' },
} as const

describe.skipIf(noPostgres)('worlds that move between two replicas', () => {
  let postgres: Postgres
  let store: string
  let a: Sandbox
  let b: Sandbox
  beforeAll(async () => {
    postgres = await startPostgres()
    store = postgres.database()
    await migrate(store)
    const tokens = tokenFile().write(TOKENS)
    a = await replica(store, 'a', { tokens })
    b = await replica(store, 'b', { tokens })
  }, 120_000)
  afterAll(async () => {
    await closeAll()
    postgres?.end()
  }, 120_000)

  const ask = (at: Sandbox, who: keyof typeof TOKENS, path: string, body?: object, headers: Record<string, string> = {}) =>
    fetch(`${at.url}/_sandbox${path}`, {
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
      headers: { 'X-Sandbox-Token': TOKENS[who].token, 'content-type': 'application/json', ...headers },
    })
  const buy = async (at: Sandbox, world: string): Promise<string> => {
    const bought = await ask(at, 'ada', `/console/orders?world=${world}`, { product: PRODUCT })
    expect(bought.status).toBe(200)
    return ((await json(bought)) as { order: { id: string } }).order.id
  }
  const orders = async (at: Sandbox, world: string) => {
    const listed = (await json(await ask(at, 'ada', `/worlds/${world}/entities/orders?newest=true&limit=1000`))) as {
      entities: { id: string }[]
    }
    return listed.entities.map(({ id }) => id)
  }
  const ownerOf = async (world: string): Promise<unknown> =>
    (await postgres.sql(store, `select r.name from family f join replica r on r.incarnation = f.owner where f.id = '${world}'`))[0]?.[
      'name'
    ]
  /** Moves a world to the other replica. */
  const move = async (world: string) => {
    const to = (await ownerOf(world)) === 'a' ? 'b' : 'a'
    await postgres.sql(store, `update family set wanted = (select incarnation from replica where name = '${to}') where id = '${world}'`)
    await expect.poll(() => ownerOf(world)).toBe(to)
  }
  const other = async (world: string) => ((await ownerOf(world)) === 'a' ? b : a)
  const owner = async (world: string) => ((await ownerOf(world)) === 'a' ? a : b)

  test('a namespace opens, forks and restores worlds without names at every replica', async () => {
    const made: string[] = []
    for (const at of [a, b, a, b]) {
      const answer = await ask(at, 'red', '/worlds', {})
      const { name } = await json(answer)
      expect([answer.status, name]).toEqual([201, expect.stringMatching(/^red--world-/)])
      made.push(name as string)
    }
    const [first] = made as [string]
    const fork = await json(await ask(b, 'red', '/worlds', { from: first }))
    expect(fork['name']).toMatch(/^red--world-/)
    expect((await ask(b, 'red', `/worlds/${first}/snapshots`, { name: 'then' })).status).toBe(200)
    const heir = await json(await ask(a, 'red', '/worlds', { snapshot: 'then' }))
    expect(heir['name']).toMatch(/^red--world-/)
    const all = [...made, fork['name'], heir['name']].sort()
    for (const at of [a, b]) {
      // What one has in memory, what the other has, and nothing of other namespaces.
      const { worlds } = (await json(await ask(at, 'red', '/worlds'))) as { worlds: { name: string }[] }
      expect(worlds.map(({ name }) => name).sort()).toEqual(all)
      expect((await json(await ask(at, 'blue', '/worlds')))['count']).toBe(0)
      expect((await ask(at, 'blue', `/worlds/${first}`)).status).toBe(404)
      const { snapshots } = (await json(await ask(at, 'red', '/snapshots'))) as { snapshots: { name: string }[] }
      expect(snapshots.map(({ name }) => name)).toEqual(['red--then'])
    }
  })

  test('the owner that a replica remembers is not believed after a move', async () => {
    expect((await ask(a, 'ada', '/worlds', { name: 'moving' })).status).toBe(201)
    const bought: string[] = []
    for (let n = 0; n < 3; n++) {
      // Both have asked, so the one that does not own it remembers the other.
      bought.push(await buy(a, 'moving'), await buy(b, 'moving'))
      await move('moving')
      for (const at of [a, b]) expect(await orders(at, 'moving')).toEqual(expect.arrayContaining(bought))
    }
    expect((await orders(a, 'moving')).filter((id) => bought.includes(id))).toHaveLength(6)
  })

  test('the page of the login comes from the owner of the world', async () => {
    expect((await ask(a, 'ada', '/worlds', { name: 'people' })).status).toBe(201)
    const page = async (at: Sandbox) => {
      const answer = await fetch(`${at.url}/_sandbox/login?sandbox_world=people`)
      return [answer.status, (await answer.text()).replaceAll(at.url, '')]
    }
    const own = await page(await owner('people'))
    expect(await page(await other('people'))).toEqual(own)
  })

  test('a stream of facts ends when its world moves, and goes on at the next owner without a gap', async () => {
    expect((await ask(a, 'ada', '/worlds', { name: 'followed' })).status).toBe(201)
    const follow = async (since: number) => {
      const answer = await ask(await other('followed'), 'ada', `/events?world=followed&type=order.placed`, undefined, {
        'Last-Event-ID': String(since),
      })
      return eventsOf(answer.body as NonNullable<typeof answer.body>) as AsyncGenerator<{ n: number; orderId: string }>
    }
    const { facts } = await json(await ask(a, 'ada', '/worlds/followed'))
    const first = await follow(Number(facts))
    const one = await buy(b, 'followed')
    const { value: seen } = await first.next()
    expect(seen).toMatchObject({ orderId: one })
    await move('followed')
    // Nothing keeps it open: whoever follows comes back.
    expect((await first.next()).done).toBe(true)
    const two = await buy(b, 'followed')
    const second = await follow(seen?.n ?? 0)
    expect((await second.next()).value).toMatchObject({ orderId: two })
    await second.return(undefined)
  })

  test('a world that nobody uses leaves memory, and comes back when it is asked for', async () => {
    const apart = postgres.database()
    await migrate(apart)
    const solo = await replica(apart, 'solo', { replica: { idle: 1, lease: 1500 }, tokens: tokenFile().write(TOKENS) })
    expect((await ask(solo, 'ada', '/worlds', { name: 'idle' })).status).toBe(201)
    const bought = [await buy(solo, 'idle')]
    const gone = async () => (await postgres.sql(apart, `select owner from family where id = 'idle'`))[0]?.['owner']
    for (let n = 0; n < 2; n++) {
      await expect.poll(gone).toBe(null)
      const { worlds } = (await json(await ask(solo, 'ada', '/worlds'))) as { worlds: { name: string; orders: number }[] }
      expect(worlds.find(({ name }) => name === 'idle')?.orders).toBeGreaterThanOrEqual(bought.length)
      expect(await orders(solo, 'idle')).toEqual(expect.arrayContaining(bought))
      bought.push(await buy(solo, 'idle'))
    }
    await solo.close()
  })
})
