import { execFile, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const project = join(import.meta.dirname, '..')
const run = promisify(execFile)

/** One command of a README and what its comment promises to see in the output. */
interface Command {
  readonly line: string
  readonly promises: readonly string[]
}

/** The lines of a block; a file that `cat <<'END'` writes belongs to its command. */
function linesOf(block: string): string[] {
  const lines: string[] = []
  let inFile = false
  for (const line of block.split('\n')) {
    if (inFile) lines[lines.length - 1] += `\n${line}`
    else if (line.trim() !== '') lines.push(line)
    inFile = inFile ? line !== 'END' : line.endsWith("<<'END'")
  }
  return lines
}

function commandsOf(file: string): Command[] {
  const text = readFileSync(join(project, file), 'utf8')
  const commands: { line: string; promises: string[] }[] = []
  for (const [, block = ''] of text.matchAll(/```sh\n([\s\S]*?)```/g)) {
    for (const line of linesOf(block)) {
      const promise = /^# → (.*)$/.exec(line)?.[1]
      if (promise === undefined) commands.push({ line: line.includes('\n') ? line : line.replace(/\s+#\s.*$/, ''), promises: [] })
      else commands.at(-1)?.promises.push(promise)
    }
  }
  return commands
}

const commands = commandsOf('README.md')
/** Installing and the suite itself are run by `.ci/run`; here they would run themselves. */
const isSetUp = ({ line }: Command) => line.startsWith('npm ci &&')

let port = 0
let bin = ''
let server: ReturnType<typeof spawn>

beforeAll(async () => {
  // `npm start` builds what is stale, then serves: exactly the first command of the README, on a port of our own.
  server = spawn(process.execPath, [join(project, 'scripts', 'run.mjs'), 'serve', '--port', '0'], {
    cwd: project,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  port = await new Promise<number>((resolve, reject) => {
    let seen = ''
    server.stdout?.on('data', (chunk: Buffer) => {
      seen += chunk.toString()
      const found = /http:\/\/127\.0\.0\.1:(\d+)/.exec(seen)?.[1]
      if (found) resolve(Number(found))
    })
    server.once('exit', (code) => reject(new Error(`serve ended with ${code} before it was ready: ${seen}`)))
  })
  // `npx koosandbox` in a checkout runs the package's own command; without npx in between the test is quicker.
  bin = mkdtempSync(join(tmpdir(), 'koosandbox-readme-'))
  writeFileSync(join(bin, 'npx'), `#!/bin/sh\nshift\nexec "${process.execPath}" "${join(project, 'dist', 'cli.js')}" "$@"\n`, {
    mode: 0o755,
  })
  symlinkSync(process.execPath, join(bin, 'node'))
}, 120_000)

afterAll(() => {
  server.kill()
})

test('the README has commands, and they promise something', () => {
  expect(commands.length).toBeGreaterThan(15)
  expect(commands.filter(({ promises }) => promises.length > 0).length).toBeGreaterThan(8)
  expect(commands.filter(isSetUp).map(({ line }) => line)).toEqual(['npm ci && npm start', 'npm ci && npm test'])
})

test('every command of the README does what it says, in order', async () => {
  const marker = '----- done -----'
  const script = commands
    .filter((command) => !isSetUp(command))
    .map(({ line }) => `${line.replaceAll('4100', String(port))}\nstatus=$?; echo; echo "${marker} $status"`)
    .join('\n')
  const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}`, KOOSANDBOX_URL: `http://127.0.0.1:${port}`, NO_COLOR: '1' }
  const { stdout } = await run('bash', ['-c', script], { cwd: project, env, maxBuffer: 32 * 1024 * 1024 })

  const outputs = stdout.split(new RegExp(`${marker} (\\d+)\\n?`))
  const ran = commands.filter((command) => !isSetUp(command))
  for (const [i, { line, promises }] of ran.entries()) {
    const [output = '', status] = [outputs[i * 2], outputs[i * 2 + 1]]
    expect(status, `${line}\n${output.slice(-500)}`).toBe('0')
    for (const promise of promises) expect(output, line).toContain(promise)
  }
}, 600_000)

describe('the Chinese README mirrors the English one', () => {
  test('it has the same commands', () => {
    const plain = (list: Command[]) => list.map(({ line, promises }) => [line, ...promises])
    expect(plain(commandsOf('README.zh-CN.md'))).toEqual(plain(commands))
  })

  test('it has the same chapters and the same figures', () => {
    const shape = (file: string) => {
      const text = readFileSync(join(project, file), 'utf8')
      return {
        chapters: text.match(/^## /gm)?.length,
        figures: /<!-- bench -->([\s\S]*)<!-- \/bench -->/.exec(text)?.[1]?.match(/\d+(?:\.\d+)?/g) ?? [],
      }
    }
    expect(shape('README.zh-CN.md')).toEqual(shape('README.md'))
  })
})
