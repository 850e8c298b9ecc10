import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { verifyConsumer } from '../../src/contract/verify-consumer.ts'
import { systemClock } from '../../src/index.ts'

const project = join(import.meta.dirname, '..', '..')
const folder = join(project, 'examples', 'consumer-vitest')

/** Runs the tests of the example in a process of their own, and gives back the pacts they wrote, by path. */
async function runExample(): Promise<ReadonlyMap<string, string>> {
  const vitest = join(project, 'node_modules', 'vitest', 'vitest.mjs')
  // The outer vitest tells its children who they are; the inner one is somebody else.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST')))
  await promisify(execFile)(process.execPath, [vitest, 'run', '--config', join(folder, 'vitest.config.ts')], {
    cwd: project,
    env: { ...env, PACT_DO_NOT_TRACK: 'true' },
    timeout: 60_000,
  })
  const pacts = join(folder, 'pacts')
  return new Map(readdirSync(pacts).map((name) => [join(pacts, name), readFileSync(join(pacts, name), 'utf8')]))
}

test('the pacts that the example writes are the same each time, and agree with the marketplace', async () => {
  const first = await runExample()
  const second = await runExample()
  expect([...second]).toEqual([...first])

  const { about, groups } = await verifyConsumer({ files: [...second.keys()], systemClock })
  expect(about['checked']).toBe('against the specs, then live')
  const checks = groups.flatMap(({ checks }) => checks)
  expect(checks.filter(({ state, findings }) => state !== 'passed' || findings.length > 0)).toEqual([])
  expect(checks.map(({ title }) => title).sort()).toEqual([
    'bss.ListCustomerOrders → 200',
    'bss.PayOrders → 204',
    'bss.PayOrders → 400',
    'koogallery.ActivateLicense → 200',
    'koogallery.PushUsageData → 200',
    'koogallery.QueryOrder → 200',
  ])
}, 120_000)
