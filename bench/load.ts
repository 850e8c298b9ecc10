import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'

/** One request as it goes over the wire, again and again. */
export interface Shot {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

/** What one round brought. */
export interface Fired {
  /** Answers per second. */
  readonly rate: number
  readonly answers: number
}

const runs = (command: string, ...args: string[]) => spawnSync(command, args, { stdio: 'ignore' }).error === undefined
const folder = mkdtempSync(join(tmpdir(), 'koosandbox-bench-wrk-'))
const cores = cpus().length

/** Whether wrk makes the requests of a round; it counts in whole seconds. Else `fire.mjs` does. */
const withWrk = !process.env.BENCH_OWN_CLIENT && runs('wrk', '--version')
const pinned = cores > 1 && runs('taskset', '--version')

/** Keeps the client on the last core, and servers on the others. */
const onCores = (list: string, command: string, args: readonly string[]): [string, string[]] =>
  pinned ? ['taskset', ['-c', list, command, ...args]] : [command, [...args]]

/** Keeps a running server off the client's core. */
export function keepOffClientCore(pid: number): void {
  if (pinned) spawnSync('taskset', ['-a', '-c', '-p', `0-${cores - 2}`, String(pid)], { stdio: 'ignore' })
}

/** Fires one request over kept-alive connections, one at a time on each, for so many milliseconds; with `rate`, at most so many a second. @throws Error where an answer has another status */
export async function fire(url: string, shot: Shot, { connections = 32, ms = 1500, status = 200, rate = 0 } = {}): Promise<Fired> {
  const wrk = withWrk && ms >= 1000 && rate === 0
  const [command, args] = wrk
    ? ['wrk', ['-t1', `-c${connections}`, `-d${Math.round(ms / 1000)}s`, '-s', scriptOf(shot), url]]
    : [
        process.execPath,
        [join(import.meta.dirname, 'fire.mjs'), JSON.stringify({ url, ...shot, connections, ms, status, ...(rate > 0 && { rate }) })],
      ]
  const text = await outputOf(...onCores(String(cores - 1), command, args as string[]))
  if (!wrk) {
    const told = JSON.parse(text) as { answers: number; ms: number }
    return { answers: told.answers, rate: (told.answers / told.ms) * 1000 }
  }
  const told = (pattern: RegExp) => Number(pattern.exec(text)?.[1] ?? 0)
  const answers = told(/(\d+) requests in/)
  const failed = told(/Non-2xx or 3xx responses: (\d+)/)
  if (answers === 0 || failed !== (status < 400 ? 0 : answers) || /Socket errors/.test(text))
    throw new Error(`${shot.method} ${shot.path}: wanted ${status} each time.\n${text}`)
  return { answers, rate: told(/Requests\/sec:\s+([\d.]+)/) }
}

let scripts = 0

/** wrk takes a request other than a plain GET from a script. */
function scriptOf({ method, path, headers, body }: Shot): string {
  const quoted = (text: string) => `"${text.replace(/[\\"\n]/g, (one) => `\\${one}`)}"`
  const fields = Object.entries(headers).map(([name, value]) => `wrk.headers[${quoted(name)}] = ${quoted(value)}`)
  const file = join(folder, `${scripts++}.lua`)
  const lines = [`wrk.method = ${quoted(method)}`, `wrk.path = ${quoted(path)}`, ...fields, ...(body ? [`wrk.body = ${quoted(body)}`] : [])]
  writeFileSync(file, `${lines.join('\n')}\n`)
  return file
}

function outputOf(command: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    let text = ''
    child.stdout.on('data', (part) => (text += part))
    child.stderr.on('data', (part) => (text += part))
    child.once('error', reject)
    child.once('close', (code) => (code === 0 ? resolve(text) : reject(new Error(text))))
  })
}
