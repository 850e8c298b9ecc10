import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { largeDocument } from './documents.ts'
import { petShop } from './foreign.ts'
import { freePort, prismPath } from './peers.ts'

const project = join(import.meta.dirname, '..')
const CLI = join(project, 'dist', 'cli.js')

/** One start: milliseconds until the first answer, and megabytes in memory then. */
interface Start {
  readonly ms: number
  readonly memory: number
}

/** A program that answers, and how its start compares with that of a bare node:http server. */
export interface StartCost {
  readonly name: string
  readonly ms: number
  /** In multiples of the bare server's. */
  readonly ratio: number
  readonly memory: number
}

interface Program {
  readonly name: string
  readonly args: (port: number) => readonly string[]
  readonly path: string
}

/** What is started: the built-in services, and documents of 30, 1,000 and 5,000 operations. Prism beside it where `BENCH_PEERS=1` finds it. */
function programs(): readonly Program[] {
  const folder = mkdtempSync(join(tmpdir(), 'koosandbox-bench-'))
  const document = (name: string, content: object) => {
    const file = join(folder, `${name}.json`)
    writeFileSync(file, JSON.stringify(content))
    return file
  }
  const sizes = [30, 1_000, 5_000] as const
  const large = sizes.map((operations) => ({
    operations,
    file: document(`large-${operations}`, largeDocument({ operations, schemas: Math.round(operations * 0.4) })),
  }))
  const own =
    (...more: readonly string[]) =>
    (port: number) => [CLI, 'serve', '--port', String(port), '--quiet', ...more]
  const prism = prismPath()
  return [
    { name: 'bare node:http', args: () => [join(import.meta.dirname, 'bare.mjs')], path: '/' },
    { name: 'built-in', args: own(), path: '/v2/orders/customer-orders' },
    { name: 'the pet shop', args: own('--spec', document('pets', petShop())), path: '/pets' },
    ...large.map(({ operations, file }) => ({ name: `a document of ${operations} operations`, args: own('--spec', file), path: '/v1/account-0' })),
    ...(prism && large[0]
      ? [{ name: 'Prism, a document of 30 operations', args: (port: number) => [prism, 'mock', '-p', String(port), large[0]?.file ?? ''], path: '/v1/account-0' }]
      : []),
  ] // biome-ignore format: one program a line
}

/** Starts everything in turn, so that a noisy neighbour meets all, and gives medians. */
export async function startCosts(rounds: number): Promise<readonly StartCost[]> {
  const all = programs()
  const starts = new Map<string, Start[]>(all.map(({ name }) => [name, []]))
  for (let i = 0; i < rounds; i++) for (const program of all) starts.get(program.name)?.push(await firstAnswer(program))
  const [bare = []] = starts.values()
  return all.map(({ name }) => {
    const own = starts.get(name) ?? []
    return {
      name,
      ms: median(own.map(({ ms }) => ms)),
      ratio: median(own.map(({ ms }, i) => ms / (bare[i] as Start).ms)),
      memory: median(own.map(({ memory }) => memory)),
    }
  })
}

const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] as number

/** From starting the process to the first answer, whatever it is. */
async function firstAnswer({ name, args, path }: Program): Promise<Start> {
  const port = await freePort()
  const began = performance.now()
  const child = spawn(process.execPath, args(port), { stdio: 'ignore', env: { ...process.env, BENCH_PORT: String(port) } })
  try {
    while (!(await answers(port, path))) {
      if (performance.now() - began > 60_000) throw new Error(`${name} did not answer within 60 seconds.`)
      await new Promise((resolve) => setTimeout(resolve, 1))
    }
    const ms = performance.now() - began
    const rss = spawnSync('ps', ['-o', 'rss=', '-p', String(child.pid)], { encoding: 'utf8' }).stdout ?? ''
    return { ms, memory: Number(rss.trim()) / 1024 }
  } finally {
    child.kill()
    await new Promise((resolve) => child.once('exit', resolve))
  }
}

function answers(port: number, path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`),
    )
    socket.once('data', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
    socket.once('close', () => resolve(false))
  })
}
