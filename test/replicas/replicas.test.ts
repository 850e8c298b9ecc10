import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSandbox } from '../../src/index.ts'
import type { Sandbox, SandboxOptions } from '../../src/sandbox/sandbox-api.ts'
import { migrate } from '../../src/world/persistence/postgres/migrate.ts'
import { noPostgres, type Postgres, startPostgres } from '../helpers/postgres.ts'

describe.skipIf(noPostgres)('several replicas on one database', () => {
  let postgres: Postgres
  const open: Sandbox[] = []
  const replica = async (store: string, name: string, more: SandboxOptions = {}) => {
    const sandbox = await openSandbox({ port: 0, clock: 'frozen', store, replica: { name, lease: 3000 }, ...more })
    open.push(sandbox)
    return sandbox
  }
  beforeAll(async () => {
    postgres = await startPostgres()
  }, 60_000)
  afterAll(async () => {
    await Promise.all(open.map((one) => one.close().catch(() => {})))
    postgres?.end()
  })

  const json = async (response: Response) => (await response.json()) as Record<string, unknown>
  const post = (sandbox: Sandbox, path: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(`${sandbox.url}${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
    })

  test('a database without tables is refused with what to do', async () => {
    await expect(replica(postgres.database(), 'a')).rejects.toThrow(/Run `koosandbox store migrate/)
  }, 60_000)

  test('what one replica keeps, every one answers, and the next process too', async () => {
    const store = postgres.database()
    expect(await migrate(store)).toEqual(['0001-worlds', '0002-access', '0003-hand-over', '0004-apart'])
    expect(await migrate(store)).toEqual([])
    const a = await replica(store, 'a')
    const b = await replica(store, 'b')
    const names = Array.from({ length: 8 }, (_, n) => `team-${n}`)
    for (const [n, name] of names.entries()) {
      const created = await post(n % 2 ? a : b, '/_sandbox/worlds', { name })
      expect([created.status, await created.text()]).toEqual([201, expect.stringContaining(name)])
    }
    for (const name of names) {
      const bought = await post(a, `/_sandbox/console/orders?world=${name}`, { product: 'OFFI461867333479178240' })
      expect([bought.status, await bought.text()]).toEqual([200, expect.any(String)])
    }
    const counted = await Promise.all(names.map(async (name) => (await json(await fetch(`${b.url}/_sandbox/worlds/${name}`))).orders))
    expect(new Set(counted).size).toBe(1)
    await a.close()
    const c = await replica(store, 'c')
    const again = await Promise.all(names.map(async (name) => (await json(await fetch(`${c.url}/_sandbox/worlds/${name}`))).orders))
    expect(again).toEqual(counted)
  })

  describe('two replicas', () => {
    let store: string
    let a: Sandbox
    let b: Sandbox
    beforeAll(async () => {
      store = postgres.database()
      await migrate(store)
      a = await replica(store, 'a')
      b = await replica(store, 'b')
    }, 60_000)

    test('a key finds its world from every replica', async () => {
      for (const name of ['keys-1', 'keys-2', 'keys-3']) expect((await post(a, '/_sandbox/worlds', { name })).status).toBe(201)
      for (const name of ['keys-1', 'keys-2', 'keys-3']) {
        const { buyer } = (await json(await fetch(`${b.url}/_sandbox/credentials?world=${name}`))) as { buyer: { token: string } }
        const bought = await post(b, `/_sandbox/console/orders?world=${name}`, { product: 'OFFI461867333479178240' })
        const { order } = (await json(bought)) as { order: { id: string } }
        for (const one of [a, b]) {
          const listed = await fetch(`${one.url}/v2/orders/customer-orders`, { headers: { 'X-Auth-Token': buyer.token } })
          expect([listed.status, await listed.text()]).toEqual([200, expect.stringContaining(order.id)])
        }
      }
    })

    test('a world without a name, its fork, its snapshot and a world from that are all found', async () => {
      const made = await json(await post(a, '/_sandbox/worlds', {}))
      const fork = await json(await post(b, '/_sandbox/worlds', { from: made.name }))
      expect((await post(b, `/_sandbox/worlds/${made.name}/snapshots`, { name: 'moment' })).status).toBe(200)
      const later = await json(await post(a, '/_sandbox/worlds', { snapshot: 'moment', name: 'from-moment' }))
      for (const one of [a, b])
        for (const name of [made.name, fork.name, later.name]) expect((await fetch(`${one.url}/_sandbox/worlds/${name}`)).status).toBe(200)
      expect((await fetch(`${a.url}/_sandbox/worlds/${made.name}`, { method: 'DELETE' })).status).toBe(204)
      expect((await fetch(`${b.url}/_sandbox/worlds/${made.name}`)).status).toBe(404)
      expect((await fetch(`${b.url}/_sandbox/worlds/from-moment`)).status).toBe(200)
    })

    test('a world that exists is not created twice', async () => {
      const answers = await Promise.all([a, b, a, b].map((one) => post(one, '/_sandbox/worlds', { name: 'once' })))
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409])
    })

    test('a second replica of the same name is refused, with where the first one is', async () => {
      await expect(replica(store, 'a')).rejects.toThrow(`A replica named "a" is running at ${a.url}`)
    })

    test('a replica that was killed is started again under its name, once its lease has ended', async () => {
      await postgres.sql(
        store,
        `insert into replica (name, incarnation, url, version, lease_until)
         values ('killed', 'nobody', 'http://127.0.0.1:1', '0.1.0', clock_timestamp() + interval '300 ms')`,
      )
      const again = await replica(store, 'killed')
      expect((await fetch(`${again.url}/_sandbox/health/ready`)).status).toBe(200)
    })

    test('a header that pretends to come from a replica is ignored', async () => {
      await post(a, '/_sandbox/worlds', { name: 'pretended' })
      for (const one of [a, b])
        expect((await fetch(`${one.url}/_sandbox/worlds/pretended`, { headers: { 'x-sandbox-passed-on': 'guessed' } })).status).toBe(200)
    })
  })

  test('without its database a replica says so and when to come back, and is well again afterwards', async () => {
    const alone = await startPostgres()
    try {
      const store = alone.database()
      await migrate(store)
      const a = await replica(store, 'a')
      expect((await post(a, '/_sandbox/worlds', { name: 'kept' })).status).toBe(201)
      const { orders: before } = await json(await fetch(`${a.url}/_sandbox/worlds/kept`))
      alone.stop()
      const refused = await post(a, '/_sandbox/console/orders?world=kept', { product: 'OFFI461867333479178240' })
      expect([refused.status, await refused.text()]).toEqual([503, expect.stringContaining('"state.database"')])
      await expect.poll(async () => (await fetch(`${a.url}/_sandbox/worlds/kept`)).headers.get('retry-after')).toMatch(/^[13]$/)
      alone.start()
      const orders = async () => {
        const answer = await fetch(`${a.url}/_sandbox/worlds/kept`)
        return answer.status === 200 ? (await json(answer)).orders : answer.status
      }
      await expect.poll(orders).toBe(before)
      const bought = await post(a, '/_sandbox/console/orders?world=kept', { product: 'OFFI461867333479178240' })
      expect(bought.status).toBe(200)
      expect(await orders()).toBe(Number(before) + 1)
      await a.close()
    } finally {
      alone.end()
    }
  }, 60_000)
})
