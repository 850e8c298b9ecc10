import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accessTokens, startSandbox } from '../../src/index.ts'
import { migrate } from '../../src/world/persistence/postgres/migrate.ts'
import { noPostgres, type Postgres, startPostgres } from '../helpers/postgres.ts'

const command = join(import.meta.dirname, '..', '..', 'dist', 'cli.js')

interface Ran {
  readonly code: number
  readonly out: string
  readonly error: string
}

const koosandbox = (args: readonly string[], store?: string): Promise<Ran> =>
  new Promise((resolve) => {
    const env = { ...process.env, ...(store === undefined ? {} : { KOOSANDBOX_STORE: store }) }
    execFile(process.execPath, [command, ...args], { env }, (failed, out, error) =>
      resolve({ code: failed ? Number(failed.code) : 0, out, error }),
    )
  })

describe('koosandbox store', () => {
  test.each([
    [['store', 'status'], 2, /Name the database: --store postgres:/],
    [['store', 'migrate', '--store', 'mysql://host/db'], 1, /begins with mysql:\/\/, not with postgres:/],
    [
      ['store', 'status', '--store', 'postgres://u:secret@127.0.0.1:1/db'],
      1,
      /postgres:\/\/u@127\.0\.0\.1:1\/db: no database listens there.*\(ECONNREFUSED\)/,
    ],
    [['store', 'vacuum', '--unused', '0', '--store', 'postgres://127.0.0.1:1/db'], 2, /--unused/],
    [['serve', '--replica', 'one'], 2, /--replica needs --store/],
    [['serve', '--store', 'postgres://127.0.0.1:1/db', '--state', '.'], 2, /--state and --store exclude each other/],
    [['serve', '--store', 'postgres://127.0.0.1:1/db', '--advertise', 'here'], 2, /--advertise "here" is no address/],
    [['serve', '--port', '0', '--store', 'postgres://u:secret@127.0.0.1:1/db'], 1, /no database listens there/],
  ] as const)('%j is refused', async (args, code, message) => {
    const ran = await koosandbox(args)
    expect(ran).toMatchObject({ code, error: expect.stringMatching(message) })
    expect(ran.error).not.toContain('secret')
  })

  describe.skipIf(noPostgres)('with a database', () => {
    let postgres: Postgres
    beforeAll(async () => {
      postgres = await startPostgres()
    }, 60_000)
    afterAll(() => postgres?.end())

    test('migrates once, shows what there is, and refuses a newer one', async () => {
      const store = postgres.database()
      expect(await koosandbox(['store', 'status'], store)).toMatchObject({ code: 0, out: expect.stringContaining('lacks 0001-worlds') })
      expect(await koosandbox(['store', 'migrate'], store)).toMatchObject({
        code: 0,
        out: 'Done: 0001-worlds, 0002-access, 0003-hand-over, 0004-apart.\n',
      })
      expect(await koosandbox(['store', 'migrate'], store)).toMatchObject({
        code: 0,
        out: 'The tables are those of this version already.\n',
      })
      const status = await koosandbox(['store', 'status', '--json'], store)
      expect(JSON.parse(status.out)).toMatchObject({
        format: 1,
        worlds: 0,
        replicas: [],
        schema: { applied: ['0001-worlds', '0002-access', '0003-hand-over', '0004-apart'], missing: [] },
      })
      expect(await koosandbox(['store', 'vacuum'], store)).toMatchObject({
        code: 0,
        out: 'Removed: 0 worlds, 0 shared starts, 0 ended replicas.\n',
      })
      await postgres.sql(store, "insert into migration (name, run_on) values ('0099-later', now())")
      expect(await koosandbox(['store', 'migrate'], store)).toMatchObject({
        code: 1,
        error: expect.stringContaining('newer version (0099-later)'),
      })
      await postgres.sql(store, "insert into migrated values ('0099-later', '9.8.7')")
      expect(await koosandbox(['serve', '--port', '0'], store)).toMatchObject({
        code: 1,
        error: expect.stringMatching(
          /migrated by koosandbox 9\.8\.7 \(0099-later\)\. This is koosandbox \d[^:]*: use 9\.8\.7 or a newer one/,
        ),
      })
    }, 60_000)

    test('its tokens count for every replica, and no longer once they are revoked', async () => {
      const store = postgres.database()
      await migrate(store)
      await using sandbox = await startSandbox({ store, controlToken: 'open-sesame' })
      const ask = async (token: string) => (await fetch(`${sandbox.url}/_sandbox/worlds`, { headers: { 'X-Sandbox-Token': token } })).status
      const keeper = await accessTokens.open({ store })
      const token = (await accessTokens.create(keeper, {
        name: 'ci',
        role: 'tester',
        namespace: 'red',
        expires: Date.UTC(2099, 0),
      })) as string
      expect(await accessTokens.create(keeper, { name: 'ci', role: 'admin' })).toBeUndefined()
      expect(await keeper.list()).toMatchObject([{ name: 'ci', role: 'tester', namespace: 'red', expires: Date.UTC(2099, 0) }])
      expect([await ask(token), await ask('kst_other'), await ask('open-sesame')]).toEqual([200, 401, 200])
      expect([await keeper.remove('ci'), await keeper.remove('ci')]).toEqual([true, false])
      await keeper.close()
      // Within a second replicas may still know it.
      await expect.poll(() => ask(token), { timeout: 30_000, interval: 200 }).toBe(401)
    }, 60_000)
  })
})
