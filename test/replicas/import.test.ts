import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startSandbox, store as tools } from '../../src/index.ts'
import { noPostgres, type Postgres, startPostgres } from '../helpers/postgres.ts'
import { buy, createOpener, get, json, ordersOf, post } from './open-replicas.ts'

const command = join(import.meta.dirname, '..', '..', 'dist', 'cli.js')
const { replica, closeAll } = createOpener()

describe.skipIf(noPostgres)('worlds that move into a database', () => {
  const folder = mkdtempSync(join(tmpdir(), 'koosandbox-import-'))
  let postgres: Postgres
  let store: string
  beforeAll(async () => {
    postgres = await startPostgres()
    store = postgres.database()
    await tools.migrate(store)
  })
  afterAll(async () => {
    await closeAll()
    postgres?.end()
    rmSync(folder, { recursive: true, force: true })
  })

  const fileOf = async (at: { readonly url: string }, world: string) => (await get(at, `/_sandbox/worlds/${world}/file`)).text()

  test('a world goes from memory through the database and back, byte for byte', async () => {
    await using memory = await startSandbox({ port: 0, clock: 'frozen' })
    expect((await post(memory, '/_sandbox/worlds', { name: 'travels' })).status).toBe(201)
    for (let n = 0; n < 3; n++) await buy(memory, 'travels')
    const before = await fileOf(memory, 'travels')
    const put = async (at: { readonly url: string }, body: string) =>
      (await fetch(`${at.url}/_sandbox/worlds/travels/file`, { method: 'PUT', body, headers: { 'content-type': 'application/json' } }))
        .status
    const fresh = postgres.database()
    await tools.migrate(fresh)
    const a = await replica(fresh, 'a')
    expect(await put(a, before)).toBe(200)
    expect(await fileOf(a, 'travels')).toBe(before)
    await a.close()
    // Read from the database, not from memory.
    const b = await replica(fresh, 'b')
    const after = await fileOf(b, 'travels')
    expect(after).toBe(before)
    await b.close()
    await using again = await startSandbox({ port: 0, clock: 'frozen' })
    expect(await put(again, after)).toBe(200)
    expect(await fileOf(again, 'travels')).toBe(before)
  })

  test('a directory of --state is imported whole, once, and its keys and snapshots work', async () => {
    const state = join(folder, 'state')
    const first = await startSandbox({ port: 0, clock: 'frozen', state, seed: 'of the directory' })
    const { worlds } = first
    expect((await post(first, '/_sandbox/worlds', { name: 'mine' })).status).toBe(201)
    worlds.fork('mine', 'child')
    worlds.import('read', worlds.export('mine'))
    for (const world of ['default', 'mine', 'child', 'read']) await buy(first, world)
    const then = await ordersOf(first, 'child')
    worlds.snapshots.save('child', 'then')
    await buy(first, 'child')
    const names = worlds.list().map(({ name }) => name)
    const before = await Promise.all(names.map((name) => fileOf(first, name)))
    const tokens = await Promise.all(
      names.map(async (name) => {
        const { buyer } = await json(await get(first, `/_sandbox/credentials?world=${name}`))
        return (buyer as { token: string }).token
      }),
    )
    const orders = await Promise.all(names.map((name) => ordersOf(first, name)))
    await expect(tools.importDirectory(store, state)).rejects.toThrow(/state.*(in use|another|uses)/)
    await first.close()

    expect(await tools.importDirectory(store, state)).toEqual({ worlds: names, snapshots: ['then'] })
    await expect(tools.importDirectory(store, state)).rejects.toThrow(
      'The database already has world "child", world "default", world "mine", world "read", snapshot "then". Nothing was imported.',
    )
    const a = await replica(store, 'a')
    const b = await replica(store, 'b')
    const { worlds: listed } = (await json(await get(a, '/_sandbox/worlds'))) as { worlds: { name: string; orders: number }[] }
    expect(Object.fromEntries(listed.map((one) => [one.name, one.orders]))).toEqual(
      Object.fromEntries(names.map((name, n) => [name, (orders[n] as string[]).length])),
    )
    expect(await Promise.all(names.map((name, n) => fileOf(n % 2 ? a : b, name)))).toEqual(before)
    for (const [n, token] of tokens.entries()) {
      const answer = await fetch(`${b.url}/v2/orders/customer-orders`, { headers: { 'X-Auth-Token': token } })
      expect([names[n], answer.status, (await json(answer)).total_count]).toEqual([names[n], 200, expect.any(Number)])
    }
    expect((await post(b, '/_sandbox/worlds', { snapshot: 'then', name: 'heir' })).status).toBe(201)
    expect(await ordersOf(a, 'heir')).toEqual(then)
    expect(typeof (await buy(a, 'mine'))).toBe('string')
  })

  test('the command says what it copied; a directory without worlds is refused by name', async () => {
    const state = join(folder, 'of-the-command')
    await using first = await startSandbox({ port: 0, clock: 'frozen', state })
    await buy(first, 'default')
    await first.close()
    const fresh = postgres.database()
    await tools.migrate(fresh)
    const run = (...args: string[]) =>
      new Promise<string>((resolve) => {
        execFile(process.execPath, [command, 'store', 'import', ...args, '--store', fresh], (_failed, out, error) => resolve(out + error))
      })
    expect(await run(folder)).toContain(`${folder} holds no worlds.jsonl. Name the directory of \`serve --state\`.`)
    expect(await run(state)).toBe('Imported: 1 worlds (default), 0 snapshots.\n')
  })
})
