/**
 * `npm run bench:replicas`: what it costs to keep worlds in memory, in a directory and in PostgreSQL, with one and three replicas; how long a
 * world that left memory needs to come back; and many idle worlds with some active ones. Needs PostgreSQL (Debian's) and the built package.
 * `BENCH_SECONDS`, `BENCH_WORLDS` and `BENCH_ACTIVE` change its size; `BENCH_ONLY=throughput|worlds|back` runs a part.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startSandbox } from '../src/index.ts'
import { migrate } from '../src/world/persistence/postgres/migrate.ts'
import { type Postgres, startPostgres } from '../test/helpers/postgres.ts'
import { freePort } from './peers.ts'

const seconds = Number(process.env.BENCH_SECONDS ?? 3)
const many = Number(process.env.BENCH_WORLDS ?? 20_000)
const active = Math.min(many, Number(process.env.BENCH_ACTIVE ?? 200))
const only = process.env.BENCH_ONLY
const CLIENTS = 16
const PRODUCT = 'OFFI461867333479178240'
const command = join(import.meta.dirname, '..', 'dist', 'cli.js')

interface Server {
  readonly url: string
  readonly child: ChildProcess
}

async function serve(options: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Server> {
  const port = await freePort()
  const child = spawn(
    process.execPath,
    ['--max-old-space-size=1024', command, 'serve', '--port', String(port), '--clock', 'frozen', '--quiet', '--json', ...options],
    {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  process.once('exit', () => child.kill('SIGKILL'))
  await new Promise<void>((resolve, reject) => {
    child.stdout?.once('data', () => resolve())
    child.once('exit', (code) => reject(new Error(`serve ${options.join(' ')} ended with ${code}.`)))
  })
  return { url: `http://127.0.0.1:${port}`, child }
}

const stop = (servers: readonly Server[]) =>
  Promise.all(servers.map(({ child }) => new Promise((resolve) => child.once('exit', resolve) && child.kill('SIGTERM'))))

const megabytes = ({ child }: Server) =>
  Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024)

/** Processor time that servers have used, milliseconds: it does not depend on what else the machine does. */
function processorTime(servers: readonly Server[]): number {
  const ticks = servers.map(({ child }) => {
    // The name of the command, in brackets, may hold spaces.
    const [, rest = ''] = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')
    const columns = rest.split(' ')
    return Number(columns[11]) + Number(columns[12])
  })
  return ticks.reduce((sum, one) => sum + one, 0) * 10
}

async function ask(url: string, path: string, body?: unknown): Promise<void> {
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
  const answer = await fetch(`${url}${path}`, init)
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  await answer.arrayBuffer()
}

const list = (url: string, world: string) => ask(url, `/_sandbox/worlds/${world}/entities/orders?limit=10`)
const buy = (url: string, world: string) => ask(url, `/_sandbox/console/orders?world=${world}`, { product: PRODUCT })

/** Clients that ask one after the other: answers per second, the time that 99 of 100 answers stay below, and processor time for each. */
async function measure(servers: readonly Server[], worlds: readonly string[], what: typeof list): Promise<string> {
  const times: number[] = []
  const used = processorTime(servers)
  const began = performance.now()
  const until = began + seconds * 1000
  await Promise.all(
    Array.from({ length: CLIENTS }, async (_, client) => {
      for (let n = client; performance.now() < until; n += CLIENTS) {
        const at = performance.now()
        await what((servers[n % servers.length] as Server).url, worlds[n % worlds.length] as string)
        times.push(performance.now() - at)
      }
    }),
  )
  times.sort((a, b) => a - b)
  const rate = Math.round((times.length / (performance.now() - began)) * 1000)
  const p99 = Math.round(times[Math.floor(times.length * 0.99)] ?? 0)
  return `${rate}, ${p99} ms, ${((processorTime(servers) - used) / times.length).toFixed(2)} ms`
}

async function round(name: string, servers: readonly Server[]): Promise<void> {
  const worlds = Array.from({ length: 8 }, (_, n) => `bench-${n}`)
  const [{ url }] = servers as [Server]
  for (const world of worlds) await ask(url, '/_sandbox/worlds', { name: world })
  console.log(`| ${name} | ${await measure(servers, worlds, list)} | ${await measure(servers, worlds, buy)} |`)
  await stop(servers)
}

const replicas = (store: string, count: number, ...more: string[]) =>
  Promise.all(Array.from({ length: count }, (_, n) => serve(['--replica', `r${n}`, ...more], { KOOSANDBOX_STORE: store })))

const fresh = async (postgres: Postgres) => {
  const store = postgres.database()
  await migrate(store)
  return store
}

async function throughput(postgres: Postgres): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'koosandbox-bench-'))
  console.log('| kept in | list of 10 orders: answers per second, p99, processor time each | buy and pay |\n|---|---:|---:|')
  await round('memory', [await serve([])])
  await round('a directory', [await serve(['--state', join(folder, 'plain')])])
  await round('a directory, `--fsync`', [await serve(['--state', join(folder, 'fsync'), '--fsync'])])
  for (const count of [1, 3])
    await round(`PostgreSQL, ${count} replica${count > 1 ? 's' : ''}`, await replicas(await fresh(postgres), count))
  rmSync(folder, { recursive: true, force: true })
}

/** How long the first answer of a world takes that nobody has in memory. */
async function comingBack(postgres: Postgres): Promise<void> {
  await using memory = await startSandbox({ world: 'busy' })
  const files = { 'with-100': 'default', 'with-10000': 'default' }
  memory.worlds.open('small', 'default')
  for (let n = 0; n < 100; n++) await memory.inWorld('small').buy('sms')
  const store = await fresh(postgres)
  const [one] = await replicas(store, 1)
  for (const [name, from] of Object.entries({ ...files, 'with-100': 'small' })) {
    const body = JSON.stringify(memory.worlds.export(from))
    const put = await fetch(`${one?.url}/_sandbox/worlds/${name}/file`, {
      method: 'PUT',
      body,
      headers: { 'content-type': 'application/json' },
    })
    if (!put.ok) throw new Error(`${name}: ${put.status} ${await put.text()}`)
  }
  await stop([one as Server])
  const [next] = (await replicas(store, 1)) as [Server]
  await list(next.url, 'default')
  for (const name of Object.keys(files)) {
    const used = processorTime([next])
    const began = performance.now()
    await list(next.url, name)
    const took = Math.round(performance.now() - began)
    console.log(
      `| a world ${name.replace('-', ' ')} orders comes back: time, processor time | ${took}, ${processorTime([next]) - used} ms |`,
    )
  }
  await stop([next])
}

/** Copies one world many times in the database, and uses some of the copies. */
async function manyWorlds(postgres: Postgres): Promise<void> {
  const store = await fresh(postgres)
  const [maker] = (await replicas(store, 1)) as [Server]
  await ask(maker.url, '/_sandbox/worlds', { name: 'template' })
  for (let n = 0; n < 10; n++) await buy(maker.url, 'template')
  await stop([maker])
  await postgres.sql(store, `insert into family (id) select 'copy-' || n from generate_series(1, ${many}) n`)
  await postgres.sql(
    store,
    `insert into world select 'copy-' || n, 'copy-' || n, w.about from generate_series(1, ${many}) n, world w where w.name = 'template'`,
  )
  await postgres.sql(
    store,
    `insert into log select 'copy-' || n, l.seq, 1, replace(l.body, '"template"', '"copy-' || n || '"') from generate_series(1, ${many}) n, log l where l.family = 'template'`,
  )
  await postgres.sql(
    store,
    `insert into sheet_use select u.hash, 'copy-' || n from generate_series(1, ${many}) n, sheet_use u where u.family = 'template'`,
  )
  const [{ size }] = (await postgres.sql(store, 'select pg_database_size(current_database())::float8 as size')) as [{ size: number }]
  const three = await replicas(store, 3)
  const empty = three.map(megabytes)
  const worlds = Array.from({ length: active }, (_, n) => `copy-${1 + n * Math.floor(many / active)}`)
  for (const [n, world] of worlds.entries()) await list((three[n % 3] as Server).url, world)
  const loaded = three.map(megabytes)
  const each = (loaded.reduce((sum, mb) => sum + mb, 0) - empty.reduce((sum, mb) => sum + mb, 0)) / active
  console.log(
    `| ${many} worlds in the database, 10 own orders each | ${Math.round(size / 1024 / 1024)} MB, ${Math.round(size / many / 1024)} kB a world |`,
  )
  console.log(
    `| three replicas, before / with ${active} of them in memory | ${empty.join(', ')} / ${loaded.join(', ')} MB, ${Math.round(each * 1024)} kB a world |`,
  )
  console.log(
    `| these ${active} at once: list / buy and pay | ${await measure(three, worlds, list)} / ${await measure(three, worlds, buy)} |`,
  )
  console.log(`| three replicas afterwards | ${three.map(megabytes).join(', ')} MB |`)
  await stop(three)
}

const postgres = await startPostgres()
try {
  for (const [name, part] of Object.entries({ throughput, worlds: manyWorlds, back: comingBack }))
    if (only === undefined || only === name) await part(postgres)
} finally {
  postgres.end()
}
