import { createServer } from 'node:net'
import { type ControlApi, systemClock } from '../../index.ts'
import { fetchTrusting } from '../terminal/fetch-trusting.ts'
import { type Running, runningAt } from './running-file.ts'

/** Milliseconds in which whoever holds a port must say what it is. */
const TIMEOUT = 3000

/** The system's error code when a server cannot listen on an address; undefined when it can. */
export function listenAt(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    // A client that comes in this moment must not wait for an answer: it is hung up on, and tries again.
    const server = createServer((socket) => socket.destroy())
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
    server.listen(port, host, () => server.close(() => resolve(undefined)))
  })
}

/** Who holds a port of this machine, as a sentence with what to do. */
export async function takenPort(port: number): Promise<string> {
  const other = 'Pass --port 0 for a free one.'
  const running = await runningAt(port)
  if (running !== undefined)
    return `Port ${port} is taken by ${ownerOf(running)}. Run \`koosandbox env${urlOption(running.url)}\` to use it, \`koosandbox stop --port ${port}\` to end it, or pass --port 0 for a free port.`
  const ready = await askReady(`http://127.0.0.1:${port}`)
  if (typeof ready !== 'object') return `Port ${port} is taken by another program. ${other}`
  return `Port ${port} is taken by a sandbox (version ${ready.version}). Run \`koosandbox env${urlOption(`http://127.0.0.1:${port}`)}\` to use it. ${other}`
}

/** `a sandbox of /home/me/shop, since 2026-11-30T10:41:07Z`: a moment that is shown as all others are, in UTC or in Beijing time. */
export function ownerOf({ folder, since }: Running): string {
  const second = `${since.slice(0, 19)}Z`
  return folder === process.cwd() ? `the sandbox of this folder, since ${second}` : `a sandbox of ${folder}, since ${second}`
}

/** The option that names an address, unless it is the usual one. */
const urlOption = (url: string) => (url === 'http://127.0.0.1:4100' ? '' : ` --url ${url}`)

/** What the sandbox at an address says of itself; `closed` when it wants a token. Undefined when it is none, or too slow. */
export async function askReady(url: string): Promise<ControlApi['schemas']['Ready'] | 'closed' | undefined> {
  const late = new AbortController()
  const answered = new AbortController()
  systemClock.wait(TIMEOUT, answered.signal).then(
    () => late.abort(),
    () => {},
  )
  try {
    const response = await fetchTrusting(`${url}/_sandbox/ready`, { redirect: 'manual', signal: late.signal })
    const body = (await response.json()) as Partial<ControlApi['schemas']['Ready']> | null
    if (response.status === 401 || response.status === 403) return 'closed'
    return body?.ready === true && typeof body.version === 'string' ? (body as ControlApi['schemas']['Ready']) : undefined
  } catch {
    return undefined
  } finally {
    answered.abort()
  }
}
