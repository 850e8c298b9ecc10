import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { store as tools } from '../../src/index.ts'
import { systemClock } from '../../src/world/engine/system-clock.ts'
import { noPostgres, startPostgres } from '../helpers/postgres.ts'
import { type ChaosClients, createClients } from './chaos-clients.ts'
import { createReplicas } from './cluster.ts'
import { contradictions } from './history.ts'

const project = join(import.meta.dirname, '..', '..')
const command = join(project, 'dist', 'cli.js')

/** `npm run upgrade:replicas`: `OLD_BUILD=/path/to/dist/cli.js` names the older build; without it, a copy of the present one with another version. */
const OLD = process.env['OLD_BUILD']
const wanted = OLD !== undefined || process.env['UPGRADE'] !== undefined
/** The version of the copy, and of the tables that are newer than both. */
const OTHER = '0.0.9'
const LATER = '9.9.9'

/** A copy of the present build that says that it is another version. */
function copyOf(folder: string): string {
  const { version } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as { version: string }
  cpSync(join(project, 'dist'), join(folder, 'dist'), { recursive: true })
  symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'))
  cpSync(join(project, 'package.json'), join(folder, 'package.json'))
  for (const file of readdirSync(join(folder, 'dist'), { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, 'dist', file)
    // What V8 compiled holds the version of the original.
    if (/\.cjs\../.test(file)) rmSync(path)
    else if (/\.c?js$/.test(file)) writeFileSync(path, readFileSync(path, 'utf8').replaceAll(`"${version}"`, `"${OTHER}"`))
  }
  return join(folder, 'dist', 'cli.js')
}

describe.skipIf(noPostgres || !wanted)('an upgrade while both versions run', () => {
  test('loses nothing; the older version does not start again, and says which version has the tables', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'koosandbox-upgrade-'))
    const old = OLD ?? copyOf(folder)
    const postgres = await startPostgres()
    const store = postgres.database()
    const run = (build: string, ...args: string[]) =>
      execFileSync(process.execPath, [build, ...args], { env: { ...process.env, KOOSANDBOX_STORE: store }, encoding: 'utf8' })
    const versions = async () => (await tools.status(store)).replicas.map(({ name, version }) => `${name} ${version}`)
    run(old, 'store', 'migrate')
    const replicas = await createReplicas(store, ['a', 'b'], 2)
    let clients: ChaosClients | undefined
    try {
      for (const one of replicas) await one.start(old)
      const before = await versions()
      const urls = replicas.map(({ url }) => url)
      clients = await createClients(urls, 6, 4)
      await systemClock.wait(1000)
      run(command, 'store', 'migrate')
      for (const one of replicas) {
        await systemClock.wait(1000)
        one.signal('SIGTERM')
        await one.ended()
        await one.start()
        await clients.allAnswer(urls)
      }
      const { history, before: there, failed, asked, twicePaid } = await clients.end()
      const bought = history.filter(({ what }) => what === 'buy').length
      console.log(
        `${before.join(', ')} → ${(await versions()).join(', ')}: ${asked} calls, ${bought} orders acknowledged, ${failed} failed twice`,
      )
      expect(contradictions(history, there)).toEqual([])
      expect(twicePaid).toEqual([])
      expect(bought).toBeGreaterThan(0)
      expect(failed).toBe(0)
      if (OLD === undefined) {
        await postgres.sql(store, "insert into migration (name, run_on) values ('0099-later', now())")
        await postgres.sql(store, `insert into migrated values ('0099-later', '${LATER}')`)
      }
      const again = spawnSync(process.execPath, [old, 'serve', '--port', '0'], {
        env: { ...process.env, KOOSANDBOX_STORE: store },
        encoding: 'utf8',
      })
      console.log(again.stderr.trim())
      expect(again.status).toBe(1)
      expect(again.stderr).toMatch(/newer version|migrated by koosandbox 9\.9\.9 \(0099-later\)\. This is koosandbox 0\.0\.9/)
    } finally {
      clients?.stop()
      for (const one of replicas) {
        one.signal('SIGKILL')
        await one.ended()
      }
      postgres.end()
      rmSync(folder, { recursive: true, force: true })
    }
  }, 300_000)
})
