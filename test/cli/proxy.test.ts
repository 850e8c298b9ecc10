import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test } from 'vitest'
import { jsonAnswer, openUpstream } from '../proxy/upstream.ts'
import { runCli } from './run-cli.ts'

const project = join(import.meta.dirname, '..', '..')
const folder = mkdtempSync(join(tmpdir(), 'proxy-'))
const children: ChildProcessWithoutNullStreams[] = []
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})
afterAll(() => rmSync(folder, { recursive: true }))

/** The real program in a process of its own; resolves once it says where it listens. */
async function start(...words: string[]) {
  const child = spawn(process.execPath, [join(project, 'dist', 'cli.js'), 'proxy', '--port', '0', ...words], { cwd: project })
  children.push(child)
  const said = { out: '', err: '' }
  child.stderr.on('data', (chunk) => {
    said.err += chunk
  })
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      said.out += chunk
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said.out)?.[0]
      if (found) resolve(found)
    })
    child.once('exit', () => reject(new Error(`It ended early: ${said.err}`)))
  })
  const stop = async () => {
    child.kill('SIGTERM')
    const [code] = await once(child, 'exit')
    return code
  }
  return { url, said, stop }
}

const LIST = '/v2/orders/customer-orders'

test.each([
  ['what is as specified', { total_count: 0, order_infos: [] }, 0],
  ['what strays', { total_count: '0', order_infos: [] }, 1],
])('%s', async (_what, body, code) => {
  const upstream = await openUpstream(() => jsonAnswer(200, body))
  const file = join(folder, `${code}.jsonl`)
  const { url, said, stop } = await start('--upstream', upstream.url, '--findings', file)
  for (let i = 0; i < 2; i++) expect(await (await fetch(`${url}${LIST}`)).json()).toEqual(body)
  expect(await stop()).toBe(code)
  await upstream.close()
  const findings = readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
  expect(findings.map(({ n, operation, status, code: of }) => [n, operation, status, of])).toEqual(
    code === 0 ? [] : [1, 2].map((n) => [n, 'bss.ListCustomerOrders', 200, 'reply.body.differs']),
  )
  // Each difference is told once, however often it shows.
  expect(said.out.match(/reply\.body\.differs/g)?.length ?? 0).toBe(code)
  expect(said.out).toContain(`2 exchanges, 0 without an answer; ${2 * code} errors`)
  expect(said.err).toBe('')
})

test('a service that is not there: each client is told, and in the end that nothing was checked', async () => {
  const gone = await openUpstream(() => undefined)
  await gone.close()
  const { url, said, stop } = await start('--upstream', gone.url, '--json')
  const answer = await fetch(`${url}${LIST}`)
  expect(answer.status).toBe(502)
  await answer.text()
  expect(await stop()).toBe(3)
  expect(said.out).toContain('"failed":"No usable answer came from')
})

test.each([
  ['no service', [], '--upstream'],
  ['a word for an address', ['--upstream', 'bss'], 'is not an address of a service'],
  [
    'a file that cannot be',
    ['--upstream', 'http://127.0.0.1:9', '--findings', join(folder, 'no', 'such', 'file')],
    'cannot be written (ENOENT)',
  ],
  ['a time-out that is none', ['--upstream', 'http://127.0.0.1:9', '--timeout', '0'], 'from 1 to 3600'],
])('%s is refused', async (_what, words, said) => {
  const ran = await runCli('proxy', ...words)
  expect(ran.code).toBe(2)
  expect(ran.err).toContain(said)
})
