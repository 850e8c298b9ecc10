import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { Coverage } from '../../src/index.ts'
import { KEY, serveSeller } from '../verify/serve-seller.ts'
import { runCli } from './run-cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'runs-'))
afterAll(() => rmSync(folder, { recursive: true }))
const read = (file: string): Coverage => JSON.parse(readFileSync(file, 'utf8'))
const exercised = (file: string, kind: keyof Coverage['counts']) =>
  Object.entries(read(file).counts[kind]).flatMap(([name, { natural }]) => (natural > 0 ? [name] : []))

test('a server writes what was exercised when it is told to stop', async () => {
  const file = join(folder, 'new', 'serve.json')
  const cli = join(import.meta.dirname, '..', '..', 'dist', 'cli.js')
  const child = spawn(process.execPath, [cli, 'serve', '--port', '0', '--json', '--coverage', file])
  const [ready] = await once(child.stdout, 'data')
  const { url } = JSON.parse(String(ready).split('\n')[0]!) as { url: string }
  await fetch(`${url}/v2/orders/customer-orders`)
  child.kill('SIGTERM')
  expect((await once(child, 'exit'))[0]).toBe(0)
  expect(exercised(file, 'errors')).toEqual(['gateway APIGW.0301:absent'])
})

test('an examination and a contract with a seller, and pacts of a consumer, all write it', async () => {
  await using seller = await serveSeller()
  const files = { examined: join(folder, 'e.json'), contract: join(folder, 'c.json'), consumer: join(folder, 'p.json') }
  const at = ['--url', seller.url, '--key', KEY, '--json']
  await runCli('verify', 'seller', ...at, '--coverage', files.examined)
  await runCli('contract', 'verify', 'seller', ...at, '--part', 'basic', '--coverage', files.contract)
  await runCli('contract', 'verify', 'consumer', 'contracts/shop-app-koogallery.json', '--json', '--coverage', files.consumer)

  expect(exercised(files.examined, 'activities')).toContain('production.newInstance')
  expect(exercised(files.contract, 'results')).toContain('production.newInstance 000001')
  expect(exercised(files.consumer, 'operations').every((name) => name.startsWith('koogallery.'))).toBe(true)
  expect(exercised(files.consumer, 'operations').length).toBeGreaterThan(0)

  const { code, out } = await runCli(
    'coverage',
    'report',
    ...Object.values(files),
    '--service',
    'production',
    '--min',
    'activities=15',
    '--json',
  )
  expect(JSON.parse(out)).toMatchObject({ runs: 3, unknown: [] })
  expect(code).toBe(0)
})

test.each([
  ['a folder', folder, 'is a folder'],
  ['what has no name', '', 'needs a file name'],
  ['below a file', join(import.meta.filename, 'c.json'), 'cannot be written (EEXIST)'],
])('%s is refused before anything runs', async (_what, file, said) => {
  const ran = await runCli('serve', '--port', '0', `--coverage=${file}`)
  expect(ran).toMatchObject({ code: 2, out: '' })
  expect(ran.err).toContain(said)
})
