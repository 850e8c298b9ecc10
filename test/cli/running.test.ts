import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { thisProcess } from '../../src/index.ts'
import { runCli } from './run-cli.ts'

const command = join(import.meta.dirname, '..', '..', 'dist', 'cli.js')
const place = realpathSync(mkdtempSync(join(tmpdir(), 'koosandbox-running-')))
const runtime = join(place, 'runtime')

const MOMENT = '\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ'

/** Runs the built command in a folder of its own. */
function inFolder(folder: string, ...words: string[]): Promise<{ code: number | null; out: string; err: string }> {
  const cwd = join(place, folder)
  mkdirSync(cwd, { recursive: true })
  const child = spawn(process.execPath, [command, ...words], { cwd, env: { ...process.env, KOOSANDBOX_RUNTIME_DIR: runtime } })
  const said = { out: '', err: '' }
  child.stdout.on('data', (chunk) => {
    said.out += chunk
  })
  child.stderr.on('data', (chunk) => {
    said.err += chunk
  })
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, ...said })))
}

/** Runs it in this process, from that folder. */
async function from(folder: string, ...words: string[]) {
  const before = process.cwd()
  mkdirSync(join(place, folder), { recursive: true })
  process.chdir(join(place, folder))
  try {
    return await runCli(...words)
  } finally {
    process.chdir(before)
  }
}

interface Started {
  readonly url: string
  readonly pid: number
  readonly log: string
  readonly port: string
}
let shop: Started
let other: Started
const alive = (pid: number) => {
  try {
    // A process that nobody has reaped yet is gone all the same.
    return process.kill(pid, 0) && !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

beforeAll(async () => {
  vi.stubEnv('KOOSANDBOX_RUNTIME_DIR', runtime)
  const start = async (folder: string) => {
    const { code, out, err } = await inFolder(folder, 'serve', '--detach', '--port', '0', '--json')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const started = JSON.parse(out) as Started
    return { ...started, port: new URL(started.url).port }
  }
  ;[shop, other] = await Promise.all([start('shop'), start('other')])
})
afterAll(() => {
  vi.unstubAllEnvs()
  for (const { pid } of [shop, other]) if (alive(pid)) process.kill(pid, 'SIGKILL')
  rmSync(place, { recursive: true, force: true })
})

test('serve --detach comes back when the sandbox answers, and status lists each with its folder', async () => {
  expect(alive(shop.pid)).toBe(true)
  const { code, out } = await runCli('status', '--json')
  const { sandboxes, ended } = JSON.parse(out)
  expect({ code, ended }).toEqual({ code: 0, ended: [] })
  expect(sandboxes).toHaveLength(2)
  expect(sandboxes).toContainEqual({
    port: Number(shop.port),
    url: shop.url,
    version: expect.any(String),
    folder: join(place, 'shop'),
    log: shop.log,
    since: expect.any(String),
    began: expect.any(String),
    state: 'running',
    pid: shop.pid,
    answers: true,
  })
  expect((await runCli('status')).out).toMatch(
    new RegExp(`^${other.url}  answers  process ${other.pid}  a sandbox of ${place}/other, since ${MOMENT}  log: `, 'm'),
  )
})

test('status shows times by the rule of all commands: UTC, and Beijing time in Chinese', async () => {
  const { sandboxes } = JSON.parse((await runCli('status', '--json')).out) as { sandboxes: { port: number; since: string }[] }
  const since = sandboxes.find(({ port }) => port === Number(shop.port))?.since ?? ''
  const utc = `${since.slice(0, 19)}Z`
  const beijing = new Date(Date.parse(since) + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')
  expect((await runCli('status')).out).toContain(`a sandbox of ${place}/shop, since ${utc}`)
  expect((await runCli('status', '--lang', 'zh')).out).toContain(`${place}/shop 的沙箱（${beijing} 启动）`)
  expect((await runCli('status', '--lang', 'zh', '--utc')).out).toContain(`${place}/shop 的沙箱（${utc} 启动）`)
})

test('serve says who holds its port, before it opens anything', async () => {
  const { code, out, err } = await inFolder('third', 'serve', '--port', shop.port, '--config', 'is-not-read.yaml')
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(err.replace(new RegExp(MOMENT), 'NOW')).toBe(
    `Port ${shop.port} is taken by a sandbox of ${place}/shop, since NOW. Run \`koosandbox env --url ${shop.url}\` to use it, \`koosandbox stop --port ${shop.port}\` to end it, or pass --port 0 for a free port.\n`,
  )
})

test('env says whose keys it prints, and exports those that sign calls', async () => {
  const { out, err } = await runCli('env', '--url', shop.url)
  expect(err).toMatch(
    new RegExp(`^These are the keys of a sandbox of ${place}/shop, since ${MOMENT} \\(${shop.url}, world default\\)\\.\\n$`),
  )
  const { seller, folder } = JSON.parse((await runCli('env', '--url', shop.url, '--json')).out)
  expect(folder).toBe(join(place, 'shop'))
  expect(out).toContain(`export KOOSANDBOX_KEY='${seller.keys.basic}'`)
  expect(out).toContain(`export KOOSANDBOX_LICENCE_KEY='${seller.keys.licence}'`)
})

test('a start that fails in the background says why', async () => {
  const { code, out, err } = await inFolder('shop', 'serve', '--detach', '--port', '0', '--spec', 'nowhere.yaml')
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(err).toBe('nowhere.yaml: there is no such file.\n')
})

test.each([
  ['of another start of this number', { born: '1' }, 3, 'No sandbox that `serve` started runs at port 9.'],
  ['of an earlier start of this machine', { boot: 'earlier' }, 3, 'No sandbox that `serve` started runs at port 9.'],
  ['of another container', { space: 'pid:[1]' }, 1, 'cannot be told from here'],
  ['of a system that does not tell when it began', { born: '' }, 1, 'this system does not tell when it began'],
])('stop leaves a process alone that is not proven to be the sandbox: %s', async (_what, changed, code, said) => {
  const bystander = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  try {
    const holder = { ...(await thisProcess()), pid: bystander.pid, ...changed }
    const born =
      holder.born === '1' || holder.born === ''
        ? holder.born
        : readFileSync(`/proc/${bystander.pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[19]
    const about = {
      format: 1,
      port: 9,
      url: 'http://127.0.0.1:9',
      version: '0',
      folder: place,
      since: '2026-01-01T00:00:00Z',
      began: '2026-01-01T00:00:00Z',
    }
    writeFileSync(join(runtime, '9.json'), JSON.stringify({ ...about, process: { ...holder, born } }))
    const ran = await runCli('stop', '--port', '9')
    expect(ran.code).toBe(code)
    expect(ran.err).toContain(said)
    expect(alive(bystander.pid as number)).toBe(true)
  } finally {
    bystander.kill('SIGKILL')
    rmSync(join(runtime, '9.json'), { force: true })
  }
})

test('stop ends the sandbox of its own folder, never that of another by accident', async () => {
  const astray = await from('third', 'stop')
  expect(astray.code).toBe(3)
  expect(astray.err).toContain('No sandbox of this folder runs. Pass --port ')
  expect(astray.err).toContain(`--port ${shop.port} (${place}/shop)`)
  expect(alive(shop.pid) && alive(other.pid)).toBe(true)

  const { code, out } = await from('shop', 'stop', '--json')
  expect({ code, stopped: JSON.parse(out).stopped }).toEqual({
    code: 0,
    stopped: [{ url: shop.url, port: Number(shop.port), folder: join(place, 'shop'), pid: shop.pid }],
  })
  expect([alive(shop.pid), alive(other.pid)]).toEqual([false, true])
  expect(await from('other', 'stop', '--port', shop.port)).toMatchObject({ code: 3 })
})

test('one that was killed is noticed, once', async () => {
  process.kill(other.pid, 'SIGKILL')
  await vi.waitFor(() => expect(alive(other.pid)).toBe(false), 30_000)
  const { code, err } = await runCli('status')
  expect(code).toBe(3)
  expect(err).toBe(
    `${other.url} (process ${other.pid}) ended without saying so: it was killed, or it crashed. Its log: ${other.log}\nNo sandbox runs. Run \`koosandbox serve --detach\` to start one in the background.\n`,
  )
  expect(await runCli('stop')).toEqual({ code: 3, out: '', err: 'No sandbox runs.\n' })
  expect(JSON.parse((await runCli('status', '--json')).out)).toEqual({ format: 1, sandboxes: [], ended: [] })
})

test.each([
  [['stop', '--port', '9', '--all'], 'Pass --port or --all, not both.'],
  [['stop', '--port', 'x'], '--port must be a whole number'],
  [['stop', '--timeout', 'soon'], '--timeout must be a duration'],
])('%j is wrong usage', async (words, said) => {
  const { code, err } = await runCli(...words)
  expect(code).toBe(2)
  expect(err).toContain(said)
})
