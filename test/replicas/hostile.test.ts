import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { migrate } from '../../src/world/persistence/postgres/migrate.ts'
import { noPostgres, type Postgres, startPostgres } from '../helpers/postgres.ts'
import { buy, createOpener, get, json, ordersOf, pausableClock, post } from './open-replicas.ts'

const { replica, closeAll } = createOpener()

describe.skipIf(noPostgres)('replicas under attack', () => {
  let postgres: Postgres
  let store: string
  beforeAll(async () => {
    postgres = await startPostgres()
  }, 120_000)
  afterAll(async () => {
    await closeAll()
    postgres?.end()
  }, 120_000)

  const fresh = async () => {
    store = postgres.database()
    await migrate(store)
  }
  const run = (statement: string) => postgres.sql(store, statement)
  const opened = async (at: { readonly url: string }, name: string) =>
    expect([name, (await post(at, '/_sandbox/worlds', { name })).status]).toEqual([name, 201])
  /** Ends the lease of a replica in the database, whatever the replica itself thinks. */
  const expire = (name: string) => run(`update replica set lease_until = clock_timestamp() - interval '1 s' where name = '${name}'`)

  describe('a replica that is paused for longer than its lease', () => {
    beforeAll(fresh, 120_000)

    test.each([
      ['reads what another one has written meanwhile', 300_000, true],
      ['acknowledges nothing, though by its own clock no time has passed', 0, false],
    ])(
      '%s',
      async (_title, passed, answers) => {
        const clock = pausableClock()
        const name = `paused-${passed}`
        // Longer than the test takes: only the database ends it, and the clock that jumps.
        const long = { replica: { lease: 120_000 } }
        const a = await replica(store, `a-${passed}`, long, clock)
        await opened(a, name)
        const first = await buy(a, name)
        clock.pause()
        await expire(`a-${passed}`)
        const b = await replica(store, `b-${passed}`, long)
        const second = await buy(b, name)
        expect(await ordersOf(b, name)).toEqual(expect.arrayContaining([first, second]))
        if (answers) {
          clock.resume(passed)
          expect(await ordersOf(a, name)).toEqual(await ordersOf(b, name))
        } else {
          const before = await ordersOf(b, name)
          expect(await buy(a, name)).toBe(503)
          clock.resume(300_000)
          expect(await ordersOf(b, name)).toEqual(before)
          expect(await ordersOf(a, name)).toEqual(before)
        }
        await Promise.all([a.close(), b.close()])
      },
      60_000,
    )
  })

  test('a full database keeps nothing by half, and is written to again when there is room', async () => {
    await fresh()
    const a = await replica(store, 'a')
    await opened(a, 'full')
    const before = await ordersOf(a, 'full')
    await run(
      `create function no_room() returns trigger language plpgsql as $$ begin raise exception 'no space left' using errcode = '53100'; end $$;
       create trigger no_room before insert on log execute function no_room()`,
    )
    const refused = await post(a, '/_sandbox/console/orders?world=full', { product: 'OFFI461867333479178240' })
    expect([refused.status, refused.headers.get('retry-after'), await refused.text()]).toEqual([
      503,
      '1',
      expect.stringContaining('the disk of the database is full. Free some space'),
    ])
    expect(await ordersOf(a, 'full')).toEqual(before)
    await run('drop trigger no_room on log')
    const order = await buy(a, 'full')
    expect(await ordersOf(a, 'full')).toEqual([order, ...(before as string[])])
    await a.close()
  }, 60_000)

  test('an entry that the database refuses does not take those of other worlds with it', async () => {
    await fresh()
    const a = await replica(store, 'a')
    for (const name of ['good', 'bad']) await opened(a, name)
    await run(
      `create function not_bad() returns trigger language plpgsql as $$
         begin if new.family = 'bad' then raise exception 'no' using errcode = '22023'; end if; return new; end $$;
       create trigger not_bad before insert on log for each row execute function not_bad()`,
    )
    // Both are written together.
    const bought = await Promise.all(['good', 'bad', 'good'].map((name) => buy(a, name)))
    expect(bought.map((one) => typeof one)).toEqual(['string', 'number', 'string'])
    expect(await ordersOf(a, 'good')).toEqual(expect.arrayContaining([bought[0], bought[2]]))
    await a.close()
  }, 60_000)

  test('a world does not jump when it moves to a replica whose clock is an hour off', async () => {
    await fresh()
    const clock = pausableClock()
    const early = { ...clock, now: () => clock.now() + 3_600_000 }
    const a = await replica(store, 'a', { clock: 'live' })
    await opened(a, 'moving')
    const timeAt = async (at: { readonly url: string }) => Date.parse(String((await json(await get(at, '/_sandbox/worlds/moving'))).now))
    const before = await timeAt(a)
    const b = await replica(store, 'b', { clock: 'live' }, early)
    await a.close()
    const after = await timeAt(b)
    expect(after).toBeGreaterThanOrEqual(before)
    expect(after - before).toBeLessThan(60_000)
    await b.close()
  }, 60_000)

  test('a world comes away from an owner that the others cannot reach', async () => {
    await fresh()
    // Nobody listens where it says that it is.
    const a = await replica(store, 'a', { replica: { url: 'http://127.0.0.1:9', lease: 1500 } })
    await opened(a, 'cut-off')
    const order = await buy(a, 'cut-off')
    const b = await replica(store, 'b', { replica: { lease: 1500 } })
    expect(await ordersOf(b, 'cut-off')).toEqual(expect.arrayContaining([order]))
    const next = await buy(b, 'cut-off')
    expect(await ordersOf(b, 'cut-off')).toEqual(expect.arrayContaining([order, next]))
    await Promise.all([a.close(), b.close()])
  }, 60_000)

  test('a replica without the database has calls answered by one that has it', async () => {
    await fresh()
    const clock = pausableClock()
    const b = await replica(store, 'b')
    await opened(b, 'elsewhere')
    const a = await replica(store, 'a', {}, clock)
    // Its lease ends and cannot be renewed: another has its name.
    clock.pause()
    await run(`update replica set incarnation = 'stranger' where name = 'a'`)
    clock.resume(60_000)
    expect(typeof (await buy(a, 'elsewhere'))).toBe('string')
    expect((await get(a, '/_sandbox/worlds/elsewhere')).status).toBe(200)
    await Promise.all([a.close(), b.close()])
  }, 60_000)
})
