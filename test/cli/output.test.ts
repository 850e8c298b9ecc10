import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { freePort } from '../helpers/free-port.ts'
import { jsonAnswer, openUpstream } from '../proxy/upstream.ts'

const cli = join(import.meta.dirname, '../../dist/cli.js')

/** Where whatever is written finds no room. */
const FULL = '/dev/full'

const children: ChildProcess[] = []
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

describe.skipIf(!existsSync(FULL))('output on a disk that is full', () => {
  test.each<[string, (upstream: string) => string[]]>([
    ['serve', () => []],
    ['serve', () => ['--json']],
    ['proxy', (upstream) => ['--upstream', upstream]],
    ['sign-proxy', (upstream) => ['--to', upstream, '--key', 'key', '--json']],
  ])('stops no %s', async (name, words) => {
    const upstream = await openUpstream(() => jsonAnswer(200, { total_count: 0, order_infos: [] }))
    const port = String(await freePort())
    const full = openSync(FULL, 'w')
    const child = spawn(process.execPath, [cli, name, '--port', port, ...words(upstream.url)], { stdio: ['ignore', full, full] })
    children.push(child)
    const ask = () =>
      fetch(`http://127.0.0.1:${port}/v2/orders/customer-orders`).then(
        ({ status }) => status,
        () => 0,
      )
    await expect.poll(ask).toBeGreaterThan(0)
    // Each is written about.
    for (let n = 0; n < 20; n++) expect(await ask()).toBeGreaterThan(0)
    child.kill('SIGTERM')
    expect((await once(child, 'exit'))[1]).toBeNull()
    await upstream.close()
  })

  test('is told by a command that has nothing else to do', () => {
    const { status, stderr } = spawnSync(process.execPath, [cli, 'errors'], {
      stdio: ['ignore', openSync(FULL, 'w'), 'pipe'],
      encoding: 'utf8',
    })
    expect([status, stderr]).toEqual([1, expect.stringMatching(/^The result cannot be written: ENOSPC[^\n]*\n$/)])
  })
})

test('a reader that leaves early is no error', async () => {
  const child = spawn(process.execPath, [cli, 'errors', '--json'], { stdio: ['ignore', 'pipe', 'pipe'] })
  children.push(child)
  child.stdout.destroy()
  expect((await once(child, 'exit'))[0]).toBe(0)
})
