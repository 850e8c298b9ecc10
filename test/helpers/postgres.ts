import { execFileSync, spawnSync } from 'node:child_process'
import { appendFileSync, chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { freePort } from './free-port.ts'

/** A PostgreSQL server of a test, in a folder of its own. */
export interface Postgres {
  /** The address of a new, empty database. */
  database(): string
  /** Runs a statement, and returns its rows. */
  sql(address: string, statement: string): Promise<Record<string, unknown>[]>
  stop(): void
  start(): void
  end(): void
}

/** Where Debian and others put the programs. */
function programs(): string | undefined {
  const root = '/usr/lib/postgresql'
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : []
  return versions.map((version) => join(root, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb')))
}

export const noPostgres = programs() === undefined && 'PostgreSQL is not installed: what needs it is skipped.'
if (noPostgres) console.log(noPostgres)

/** Where a server runs: words before its command, and the address that it listens at. */
export interface PostgresPlace {
  readonly inside: readonly string[]
  readonly host: string
}

/** Starts a server on a free port. Ended with `end`. */
export async function startPostgres({ inside, host }: PostgresPlace = { inside: [], host: '127.0.0.1' }): Promise<Postgres> {
  const bin = programs()
  if (bin === undefined) throw new Error('PostgreSQL is not installed.')
  const folder = mkdtempSync(join(tmpdir(), 'koosandbox-postgres-'))
  const root = process.getuid?.() === 0
  // The server refuses to run as root.
  if (root) execFileSync('chown', ['postgres:', folder])
  else chmodSync(folder, 0o700)
  const port = await freePort()
  const run = (program: string, ...args: string[]) => {
    const whole = [join(bin, program), ...args]
    const [command, ...rest] = root ? [...inside, 'setpriv', '--reuid=postgres', '--regid=postgres', '--clear-groups', ...whole] : whole
    const { status, stderr, stdout } = spawnSync(command as string, rest, {
      encoding: 'utf8',
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    if (status !== 0) throw new Error(`${program}: ${stderr}${stdout}`)
  }
  const data = join(folder, 'data')
  run('initdb', '-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--locale=C', '--no-sync')
  appendFileSync(join(data, 'pg_hba.conf'), 'host all all 10.0.0.0/8 trust\n')
  const options = `-p ${port} -k ${folder} -c listen_addresses=${host} -c fsync=off -c max_connections=200`
  const start = () => run('pg_ctl', '-D', data, '-w', '-l', join(folder, 'log'), '-o', options, 'start')
  const stop = () => run('pg_ctl', '-D', data, '-m', 'immediate', '-w', 'stop')
  start()
  let made = 0
  return {
    database() {
      const name = `sandbox${++made}`
      run('createdb', '-h', host, '-p', String(port), '-U', 'postgres', name)
      return `postgres://postgres@${host}:${port}/${name}`
    },
    async sql(address, statement) {
      const client = new pg.Client({ connectionString: address })
      await client.connect()
      try {
        return (await client.query(statement)).rows
      } finally {
        await client.end()
      }
    },
    start,
    stop,
    end() {
      try {
        stop()
      } catch {
        // It was stopped already.
      }
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
