import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { createSeeded } from '../helpers/seeded.ts'

const project = join(import.meta.dirname, '../..')
const SEED = Number(process.env['SEED'] ?? 20260101)

/** Serves with a directory, in a process of its own; resolves with its address, or with what it said when it ended. */
async function serve(
  directory: string,
): Promise<{ readonly child: ChildProcess; readonly url?: string; readonly said: string; readonly code?: number }> {
  const child = spawn(process.execPath, [
    join(project, 'dist/cli.js'),
    'serve',
    '--port',
    '0',
    '--quiet',
    '--clock',
    'frozen',
    '--state',
    directory,
  ])
  started.push(child)
  let said = ''
  return new Promise((resolve) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString()
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0]
      if (url) resolve({ child, url, said })
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
    child.once('exit', (code) => resolve({ child, said, code: code ?? 0 }))
  })
}

const post = (url: string, path: string, body: object) =>
  fetch(`${url}/_sandbox${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })

const started: ChildProcess[] = []
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL')
})
const fresh = () => mkdtempSync(join(tmpdir(), 'koosandbox-killed-'))

test(`kill -9 at any moment loses nothing that was acknowledged (SEED=${SEED})`, async () => {
  const directory = fresh()
  const random = createSeeded(SEED)
  const acknowledged: string[] = []
  const orders: string[] = []
  for (let round = 0; round < 4; round++) {
    const { child, url = '', said } = await serve(directory)
    expect(url, said).not.toBe('')
    const { worlds } = (await fetch(`${url}/_sandbox/worlds`).then((answer) => answer.json())) as { worlds: { name: string }[] }
    const names = worlds.map(({ name }) => name)
    expect(acknowledged.filter((name) => !names.includes(name))).toEqual([])
    for (const id of orders) expect((await fetch(`${url}/_sandbox/console/orders/${id}`)).status, id).toBe(200)
    // Four clients write at once; the process is killed when so many answers are there, in the middle of the others.
    const enough = new AbortController()
    let left = 5 + random.int(20)
    const answered = () => {
      if (--left > 0 || enough.signal.aborted) return
      enough.abort()
      child.kill('SIGKILL')
    }
    const client = async (n: number) => {
      for (let i = 0; !enough.signal.aborted; i++) {
        const name = `w-${round}-${n}-${i}`
        const made = await post(url, '/worlds', { name, from: 'default' })
        if (made.ok) acknowledged.push(name)
        const bought = await post(url, '/console/orders', { product: 'sms' })
        const { order } = (await bought.json()) as { order?: { id: string } }
        if (bought.ok && order) orders.push(order.id)
        answered()
      }
    }
    await Promise.all([0, 1, 2, 3].map((n) => client(n).catch(() => {})))
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  }
  expect(acknowledged.length).toBeGreaterThan(20)
  expect(orders.length).toBeGreaterThan(20)
}, 60_000)

test('a second process is refused the directory, with what to do', async () => {
  const directory = fresh()
  const first = await serve(directory)
  const second = await serve(directory)
  expect(second.url).toBeUndefined()
  expect([second.code, second.said]).toEqual([1, expect.stringContaining(directory)])
  first.child.kill('SIGTERM')
  await once(first.child, 'exit')
}, 60_000)
