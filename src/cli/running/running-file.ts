import { chmodSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { type Holder, isRunning, systemClock, thisProcess } from '../../index.ts'
import { ExitError } from '../terminal/exit-codes.ts'

/** What a running sandbox says about itself, for commands of the same user on the same machine. */
export interface Running {
  readonly format: 1
  readonly port: number
  readonly url: string
  readonly version: string
  /** The folder in which it was started. */
  readonly folder: string
  /** When it began to answer. */
  readonly since: string
  /** When its process began, by the machine's clock. */
  readonly began: string
  /** Whether it runs in the background, and then the file of its output. */
  readonly log?: string
  readonly process: Holder
}

/** A file of the runtime folder. `ended`: its process is gone. `elsewhere`: it runs in another container or on another host, if at all. */
export interface Listed extends Running {
  readonly state: 'running' | 'ended' | 'elsewhere'
}

/** The folder of these files, one for each user. */
function runtimeFolder(): string {
  const { KOOSANDBOX_RUNTIME_DIR: own, XDG_RUNTIME_DIR: session } = process.env
  if (own) return own
  if (session) return join(session, 'koosandbox')
  // On Windows the folder for temporary files belongs to the user already, and there is no number.
  const { uid } = userInfo()
  return join(tmpdir(), uid < 0 ? 'koosandbox' : `koosandbox-${uid}`)
}

/** Makes the folder. @throws ExitError when it belongs to somebody else, who could then name any process in it */
export function openRuntimeFolder(): string {
  const folder = runtimeFolder()
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const { uid } = userInfo()
  if (uid >= 0 && statSync(folder).uid !== uid)
    throw new ExitError(`The folder ${folder} belongs to another user. Set KOOSANDBOX_RUNTIME_DIR to a folder of yours.`)
  if (uid >= 0) chmodSync(folder, 0o700)
  return folder
}

const fileOf = (port: number) => join(runtimeFolder(), `${port}.json`)

/** Says that this process is the sandbox of a port. Returns what takes it back. */
export async function announce(about: Omit<Running, 'format' | 'process' | 'since' | 'began'>): Promise<() => void> {
  openRuntimeFolder()
  const moment = (ms: number) => new Date(ms).toISOString()
  const now = systemClock.now()
  const times = { since: moment(now), began: moment(now - process.uptime() * 1000) }
  const running: Running = { format: 1, ...about, ...times, process: await thisProcess() }
  const draft = join(runtimeFolder(), `${about.port}.${process.pid}.new`)
  // Renamed into place, so that nobody reads half of it.
  writeFileSync(draft, `${JSON.stringify(running, null, 2)}\n`, { mode: 0o600 })
  renameSync(draft, fileOf(about.port))
  return () => {
    if (read(fileOf(about.port))?.process.pid === process.pid) rmSync(fileOf(about.port), { force: true })
  }
}

/** All sandboxes that announced themselves, by port. */
export async function listRunning(): Promise<Listed[]> {
  const me = await thisProcess()
  const files = readdirOr(runtimeFolder()).filter((name) => /^\d{1,5}\.json$/.test(name))
  const found = files.map((name) => read(join(runtimeFolder(), name))).filter((one) => one !== undefined)
  const listed = await Promise.all(found.map(async (one) => ({ ...one, state: await stateOf(one.process, me) })))
  return listed.toSorted((a, b) => a.port - b.port)
}

/** The sandbox that announced itself for a port and runs. */
export async function runningAt(port: number): Promise<Running | undefined> {
  return (await listRunning()).find((one) => one.port === port && one.state === 'running')
}

/** The sandbox of this machine that answers at an address. */
export async function runningBehind(url: string): Promise<Running | undefined> {
  const { hostname, port, protocol } = new URL(url)
  if (!/^(127\.|localhost$|\[::1\]$)/.test(hostname)) return undefined
  return runningAt(portOf({ port, protocol }))
}

/** The port of an address, said or not. */
export const portOf = ({ port, protocol }: { readonly port: string; readonly protocol: string }) =>
  Number(port) || (protocol === 'https:' ? 443 : 80)

/** Removes the file of a sandbox whose process is gone. */
export function forget({ port, process: { pid } }: Running): void {
  // Between reading and removing another sandbox may have taken the port.
  if (read(fileOf(port))?.process.pid === pid) rmSync(fileOf(port), { force: true })
}

async function stateOf(holder: Holder, me: Holder): Promise<Listed['state']> {
  // After a restart of this machine, no earlier process exists.
  if (holder.boot !== me.boot && holder.host === me.host) return 'ended'
  const running = await isRunning(holder, me)
  return running === undefined ? 'elsewhere' : running ? 'running' : 'ended'
}

function read(file: string): Running | undefined {
  try {
    const value = JSON.parse(readFileSync(file, 'utf8')) as Partial<Running> | null
    const fine =
      value?.format === 1 && typeof value.port === 'number' && typeof value.folder === 'string' && typeof value.process?.pid === 'number'
    return fine ? (value as Running) : undefined
  } catch {
    return undefined
  }
}

function readdirOr(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
