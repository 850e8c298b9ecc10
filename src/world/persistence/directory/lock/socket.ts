import { chmod, type FileHandle, open, rm } from 'node:fs/promises'
import { connect, createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import { systemClock } from '../../../engine/system-clock.ts'

/** A socket in a directory that answers while this process runs. The system closes it when the process ends in any way. */
export interface HolderSocket {
  /** Tells those who ask to wait for the end. */
  stopping(): void
  close(): Promise<void>
}

/**
 * State of a socket's holder. `held`: it runs. `gone`: it was there and has ended. `dead`: nobody answers. `unknown`: it cannot be
 * determined.
 */
export type HolderState = 'held' | 'gone' | 'dead' | 'unknown'

/** Maximum length of a socket path, in bytes, on every system. */
const LONGEST_PATH = 100

const HELD = 'held\n'
const STOPPING = 'stopping\n'

/** How long a holder has to answer, in system milliseconds. */
const ANSWER_TIMEOUT = 2000

/** Opens a socket. Undefined where the file system or the platform does not support it. Rejects when the disk is full. */
export async function openSocket(directory: string, name: string): Promise<HolderSocket | undefined> {
  const place = await socketPath(directory, name)
  if (!place) return undefined
  const clients = new Set<Socket>()
  let state = HELD
  const server = createServer((socket) => {
    clients.add(socket)
    socket.on('error', () => {})
    socket.once('close', () => clients.delete(socket))
    socket.unref()
    socket.write(state)
  })
  try {
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(place.path, resolve))
  } catch (error) {
    await place.close()
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') throw error
    return undefined
  }
  server.unref()
  await chmod(join(directory, name), 0o600).catch(() => {})
  return {
    stopping() {
      state = STOPPING
      for (const socket of clients) socket.write(state)
    },
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      for (const socket of clients) socket.destroy()
      await closed
      await rm(join(directory, name), { force: true }).catch(() => {})
      await place.close()
    },
  }
}

/** Asks a socket for its holder's state. Waits for a holder that is stopping, at most `longest` system milliseconds. */
export async function askSocket(directory: string, name: string, longest: number): Promise<HolderState> {
  const place = await socketPath(directory, name)
  if (!place) return 'unknown'
  try {
    return await listenTo(place.path, longest)
  } finally {
    await place.close()
  }
}

function listenTo(path: string, longest: number): Promise<HolderState> {
  return new Promise((resolve) => {
    const socket = connect(path)
    let timeout = new AbortController()
    let connected = false
    const finish = (answer: HolderState) => {
      timeout.abort()
      socket.destroy()
      resolve(answer)
    }
    const waitFor = (ms: number) => {
      timeout.abort()
      timeout = new AbortController()
      systemClock.wait(ms, timeout.signal).then(
        () => finish('held'),
        () => {},
      )
    }
    socket.once('connect', () => {
      connected = true
      waitFor(ANSWER_TIMEOUT)
    })
    socket.on('data', (data) => (data.toString().endsWith(STOPPING) ? waitFor(longest) : finish('held')))
    socket.once('error', ({ code }: NodeJS.ErrnoException) => {
      if (connected) finish('gone')
      else finish(code === 'ECONNREFUSED' || code === 'ENOENT' ? 'dead' : code === 'EAGAIN' ? 'held' : 'unknown')
    })
    socket.once('close', () => finish('gone'))
  })
}

interface SocketPath {
  readonly path: string
  close(): Promise<void>
}

/** A path short enough for a socket address. A long path goes through an open handle of its directory. */
async function socketPath(directory: string, name: string): Promise<SocketPath | undefined> {
  if (process.platform === 'win32') return undefined
  const path = join(directory, name)
  if (Buffer.byteLength(path) <= LONGEST_PATH) return { path, close: async () => {} }
  if (process.platform !== 'linux') return undefined
  const handle: FileHandle = await open(directory, 'r')
  return { path: `/proc/self/fd/${handle.fd}/${name}`, close: () => handle.close() }
}
