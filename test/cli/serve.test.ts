import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { drainOf } from '../../src/cli/start/drain-option.ts'
import { limitsOf } from '../../src/cli/start/limit-option.ts'
import { startSandbox } from '../../src/index.ts'
import { runCli } from './run-cli.ts'

const project = join(import.meta.dirname, '..', '..')
const children: ChildProcessWithoutNullStreams[] = []
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

/** The real program in a process of its own; resolves with its first line. */
const serve = (...words: string[]) => serveWith({}, ...words)

async function serveWith(variables: Record<string, string>, ...words: string[]) {
  const child = spawn(process.execPath, [join(project, 'dist', 'cli.js'), 'serve', '--port', '0', ...words], {
    cwd: project,
    env: { ...process.env, ...variables },
  })
  children.push(child)
  const said = { out: '', err: '' }
  child.stderr.on('data', (chunk) => {
    said.err += chunk
  })
  const line = (n: number) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        const lines = said.out.split('\n')
        if (lines.length > n + 1) resolve(lines[n] as string)
      }
      child.stdout.on('data', look)
      child.once('exit', () => reject(new Error(`It ended early: ${said.err}`)))
      look()
    })
  child.stdout.on('data', (chunk) => {
    said.out += chunk
  })
  return { child, said, line }
}

test('serve says where it answers, logs one JSON line a request, and ends well when told to', async () => {
  const { child, said, line } = await serve('--json', '--clock', 'frozen')
  const ready = JSON.parse(await line(0)) as { ready: boolean; urls: string[] }
  expect(ready).toMatchObject({ ready: true, urls: [expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/), ...ready.urls.slice(1)] })
  const [url = ''] = ready.urls
  const { buyer } = JSON.parse((await runCli('env', '--json', '--url', url)).out)

  await fetch(`${url}/v2/orders/customer-orders?limit=x`, { headers: { 'X-Auth-Token': buyer.token } })
  const entry = JSON.parse(await line(1))
  expect(entry).toMatchObject({ n: 1, method: 'GET', path: '/v2/orders/customer-orders', query: 'limit=x', status: 400, error: 'CBC.0100' })
  expect(entry.findings).toMatchObject([{ code: 'request.query.malformed', pointer: '/query/limit' }])

  child.kill('SIGTERM')
  expect(await once(child, 'exit')).toEqual([0, null])
  expect(said.err).toBe('')
})

test('the first curl it prints works as it stands, and --quiet keeps requests to itself', async () => {
  const { child, said, line } = await serve('--quiet')
  expect(await line(0)).toMatch(/^koogallery-sandbox \S+ answers at http:\/\/127\.0\.0\.1:\d+/)
  const [, address = '', token = ''] = /^Try: curl -s '([^']+)' -H 'X-Auth-Token: ([^']+)'$/.exec(await line(3)) ?? []
  const answer = await fetch(address, { headers: { 'X-Auth-Token': token } })
  expect(await answer.json()).toMatchObject({ total_count: expect.any(Number) })
  child.kill('SIGINT')
  expect(await once(child, 'exit')).toEqual([0, null])
  expect(said.out.trimEnd().split('\n')).toHaveLength(4)
  expect(said.out).not.toContain('\u001b')
})

test('a control token and a seed that somebody chose are not printed, nor a token made from them: the output often goes to a log', async () => {
  const chosen = { KOOSANDBOX_CONTROL_TOKEN: 'chosen-token' }
  const { child, said, line } = await serveWith(chosen, '--host', '0.0.0.0', '--seed', 'chosen-seed')
  const address = /answers at (http:\S+)/.exec(await line(0))?.[1]?.replace('0.0.0.0', '127.0.0.1')
  await line(4)
  expect(said.out.split('\n').slice(1, 5)).toEqual([
    'Control token: the one that you set in KOOSANDBOX_CONTROL_TOKEN',
    `Console: ${address}/ · Reference: ${address}/_sandbox/docs`,
    `Keys: koosandbox env --url ${address}`,
    `Try: eval "$(koosandbox env --url ${address})" && curl -s '${address}/v2/orders/customer-orders' -H "X-Auth-Token: $KOOSANDBOX_TOKEN"`,
  ])
  child.kill('SIGTERM')
  expect(await once(child, 'exit')).toEqual([0, null])
  expect(said.out).not.toMatch(/chosen-/)
})

test('a scenario that has not ended is named in one line when it stops', async () => {
  const { child, said, line } = await serve('--json', '--clock', 'frozen')
  const { urls } = JSON.parse(await line(0)) as { urls: string[] }
  const [url = ''] = urls
  await runCli('world', 'create', 'other', '--url', url)
  for (const world of ['default', 'other']) await runCli('scenario', 'start', 'throttled-then-fine', '--world', world, '--url', url)
  const { buyer } = JSON.parse((await runCli('env', '--json', '--url', url)).out)
  for (const status of [429, 429, 200])
    expect((await fetch(`${url}/v2/orders/customer-orders`, { headers: { 'X-Auth-Token': buyer.token } })).status).toBe(status)
  child.kill('SIGTERM')
  expect(await once(child, 'exit')).toEqual([0, null])
  expect(said.err).toBe('Scenarios that have not ended: throttled-then-fine in world other (step 1 of 1, for bss.ListCustomerOrders).\n')
})

test('a port that is taken is said so', async () => {
  await using sandbox = await startSandbox()
  const { port } = new URL(sandbox.url)
  expect(await runCli('serve', '--port', port)).toEqual({
    code: 1,
    out: '',
    err: `Port ${port} is taken by a sandbox (version dev). Run \`koosandbox env --url http://127.0.0.1:${port}\` to use it. Pass --port 0 for a free one.\n`,
  })
})

test.each([
  ['an address', ['--host', '203.0.113.7'], 'This machine has no address "203.0.113.7"'],
  ['a document', ['--spec', 'nowhere.yaml'], 'nowhere.yaml: there is no such file.'],
  ['a document in a folder', ['--spec', project], 'this is a folder; name the OpenAPI document in it.'],
])('%s that does not exist is said so', async (_what, words, said) => {
  const { code, err } = await runCli('serve', '--port', '0', ...words)
  expect(code).toBe(1)
  expect(err).toContain(said)
  expect(err).not.toContain('    at ')
})

test.each([
  [['--drain', '5x'], '--drain must be a time like 5s or 500ms, at most 10m, not "5x".'],
  [['--drain', ''], 'not "".'],
  [['--drain=-1s'], 'not "-1s".'],
  [['--drain', '11m'], 'at most 10m'],
  [['--drain', '601s'], 'at most 10m'],
  [['--drain', '1e3'], 'not "1e3".'],
  [['--drain', 'Infinity'], 'not "Infinity".'],
  [['--limit', 'orders'], '--limit orders= must be a whole number of at least 1, not "".'],
  [['--limit', 'orders=0'], 'not "0".'],
  [['--limit', 'orders=1.5'], 'not "1.5".'],
  [['--limit', 'orders=1e6'], 'not "1e6".'],
  [['--limit', 'orders=9999999999999'], 'not "9999999999999".'],
  [['--limit', 'order=5'], 'There is no limit of "order". Did you mean "orders"?'],
  [['--limit', '__proto__=5'], 'There is no limit of "__proto__".'],
  [['--limit', 'facts=5', '--limit', 'nothing=5'], 'There is no limit of "nothing".'],
])('%j is refused before anything is opened', async (words, said) => {
  expect(await runCli('serve', '--port', '0', ...words)).toMatchObject({ code: 2, out: '', err: expect.stringContaining(said) })
})

test.each([
  ['0', 0],
  ['500ms', 500],
  ['1.5s', 1500],
  ['7', 7000],
  ['10m', 600_000],
])('--drain %s is %i ms', (drain, ms) => {
  expect(drainOf({ drain })).toBe(ms)
})

test('--limit may be repeated, and the last of a kind counts', () => {
  expect(limitsOf(['--limit', 'orders=5', '--limit=facts=7', '--limit', 'orders=6'])).toEqual({ orders: 6, facts: 7 })
})
