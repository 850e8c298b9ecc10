import { execFile, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { freePort } from '../helpers/free-port.ts'
import { serveCommands } from './command-server.ts'
import { commandsOf, PAGES, project, readPage } from './read-pages.ts'

const run = promisify(execFile)
const MARKER = '----- done -----'
/** Every page begins with it. All pages are run by one shell, which has done it once. */
const KEYS = 'eval "$(npx koosandbox env)"'

let port = 0
let bin = ''
let sandbox: ReturnType<typeof spawn>
let commands: Server

beforeAll(async () => {
  // `npm start` builds what is stale, then serves: as the README says, on a port of our own.
  sandbox = spawn(process.execPath, [join(project, 'scripts', 'run.mjs'), 'serve', '--port', '0'], {
    cwd: project,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  port = await new Promise<number>((resolve, reject) => {
    let seen = ''
    sandbox.stdout?.on('data', (chunk: Buffer) => {
      seen += chunk.toString()
      const found = /http:\/\/127\.0\.0\.1:(\d+)/.exec(seen)?.[1]
      if (found) resolve(Number(found))
    })
    sandbox.once('exit', (code) => reject(new Error(`serve ended with ${code} before it was ready: ${seen}`)))
  })
  vi.stubEnv('KOOSANDBOX_URL', `http://127.0.0.1:${port}`)
  vi.stubEnv('KOOSANDBOX_LANG', 'en')
  vi.stubEnv('NO_COLOR', '1')
  bin = mkdtempSync(join(tmpdir(), 'koosandbox-docs-'))
  const started = await serveCommands(bin)
  commands = started.server
  writeFileSync(join(bin, 'npx'), started.npx, { mode: 0o755 })
  symlinkSync(process.execPath, join(bin, 'node'))
  mkdirSync(join(bin, 'project', 'node_modules'), { recursive: true })
  symlinkSync(project, join(bin, 'project', 'node_modules', 'koogallery-sandbox'))
}, 120_000)

afterAll(() => {
  vi.unstubAllEnvs()
  sandbox.kill()
  commands.close()
  rmSync(bin, { recursive: true })
})

/** What a page's commands are, without the first, which the shell has done for all pages. */
const pages = PAGES.map(({ name, files }) => ({
  name,
  commands: commandsOf(readPage(files.en)).filter(({ line }, i) => i > 0 || line !== KEYS),
})).filter(({ name, commands }) => commands.length > 0 && name.startsWith(process.env['PAGE'] ?? ''))

test.skipIf(process.env['PAGE'])('the pages have commands, and they promise something', () => {
  const all = pages.flatMap(({ commands }) => commands)
  expect(all.length).toBeGreaterThan(100)
  expect(all.filter(({ promises }) => promises.length > 0).length).toBeGreaterThan(60)
})

test('every command of every page does what it says, in order', async () => {
  const sellerPort = await freePort()
  const pageOf = ({ commands }: (typeof pages)[number]) =>
    commands
      .map(
        ({ line }) =>
          `${line.replaceAll('4100', String(port)).replaceAll('18081', String(sellerPort))}\nstatus=$?; echo; echo "${MARKER} $status"`,
      )
      .join('\n')
  // Each page in a subshell: what it needs it sets itself. Tutorials begin in an empty folder with the package installed.
  const folderOf = ({ name }: (typeof pages)[number]) => (name.startsWith('tutorials/') ? join(bin, 'project') : project)
  const script = [KEYS, ...pages.map((page) => `(\ncd "${folderOf(page)}"\n${pageOf(page)}\nkill $(jobs -p) 2>/dev/null || true\n)`)].join(
    '\n',
  )
  const env = { ...process.env, PATH: `${bin}${delimiter}${process.env['PATH']}` }
  const { stdout } = await run('bash', ['-c', script], { cwd: project, env, maxBuffer: 32 * 1024 * 1024 })

  const outputs = stdout.split(new RegExp(`${MARKER} (\\d+)\\n?`))
  const ran = pages.flatMap(({ name, commands }) => commands.map((command) => ({ name, ...command })))
  const faults = ran.flatMap(({ name, line, promises }, i) => {
    const [output = '', status] = [outputs[i * 2], outputs[i * 2 + 1]]
    const missing = promises.filter((promise) => !output.includes(promise))
    return status === '0' && missing.length === 0 ? [] : [{ page: name, line, status, missing, output: output.slice(-500) }]
  })
  expect(faults).toEqual([])
}, 600_000)
