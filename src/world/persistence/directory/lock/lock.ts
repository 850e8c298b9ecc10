import { link, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { machineSecret, systemClock } from '../../../engine/system-clock.ts'
import { WorldError } from '../../../engine/world-error.ts'
import { type Holder, isRunning, readHolder, thisProcess } from './holder.ts'
import { askSocket, type HolderSocket, openSocket } from './socket.ts'

/** A directory that this process holds. */
export interface Lock {
  /** Announces the end, so that the next process waits for the directory. */
  stopping(): void
  free(): Promise<void>
}

/** Number of attempts, and the pause between them in system milliseconds, while other processes take the same directory. */
const ATTEMPTS = 100
const PAUSE = 5

/** How long to wait for a holder that is stopping, in system milliseconds. */
const LONGEST_STOP = 30_000

/**
 * Takes a directory for this process, exclusively: against others on this machine, in other process namespaces and on other hosts. The lock
 * of a process that is gone is free. A holder that is stopping is waited for.
 * A lock is a file `lock.<n>` that names its holder and a socket beside it, which answers while the holder runs. The file with the highest
 * number counts. It stays, empty, when it is released: so each number is used once, and of many processes that find number n free, one
 * creates n + 1.
 * @throws WorldError `state.locked` naming the holder; the system's error when the directory cannot be written to
 */
export async function takeLock(folder: string): Promise<Lock> {
  const directory = resolve(folder)
  const me = await thisProcess()
  for (let tries = 0; tries < ATTEMPTS; tries++) {
    const last = await lastOf(directory)
    if (last === 0 || (await isFree(directory, last, me))) {
      const lock = await claim(directory, last + 1, me)
      if (lock) return lock
    }
    await systemClock.wait(PAUSE)
  }
  throw new WorldError('state.locked', `${directory} could not be locked: other processes lock and release it all the time. Try again.`)
}

const pathOf = (directory: string, n: number) => join(directory, `lock.${n}`)

/** The highest lock number; 0 when there is none. */
async function lastOf(directory: string): Promise<number> {
  const numbers = (await readdir(directory)).map((name) => Number(/^lock\.(\d{1,15})$/.exec(name)?.[1] ?? 0))
  return Math.max(0, ...numbers)
}

/**
 * Whether the lock is free. False means: look again.
 * @throws WorldError `state.locked`
 */
async function isFree(directory: string, n: number, me: Holder): Promise<boolean> {
  const text = await readFile(pathOf(directory, n), 'utf8').catch(ifGone)
  if (text === undefined) return false
  const holder = readHolder(text)
  // Released, or incomplete after a power failure: the process that wrote it is gone.
  if (!holder) return true
  const state = holder.socket === undefined ? 'unknown' : await askSocket(directory, holder.socket, LONGEST_STOP)
  if (state === 'gone') return false
  if (state === 'held') throw heldError(directory, holder, me)
  // After a restart of this machine, no earlier process exists.
  const here = holder.boot === me.boot
  if (!here && holder.host === me.host) return true
  if (state === 'dead' && here) return true
  const running = here ? await isRunning(holder, me) : undefined
  if (running === undefined) throw elsewhereError(directory, holder, pathOf(directory, n))
  if (running) throw heldError(directory, holder, me)
  return true
}

/** Creates lock number `n`. Undefined when another process was faster. */
async function claim(directory: string, n: number, me: Holder): Promise<Lock | undefined> {
  const id = machineSecret().slice(0, 12)
  const socketName = `lock.${id}.sock`
  // The socket must answer before anybody can read about it.
  const socket = await openSocket(directory, socketName)
  const release = async () => {
    await socket?.close()
    return undefined
  }
  try {
    if (!(await create(directory, n, id, `${JSON.stringify({ ...me, ...(socket ? { socket: socketName } : {}) })}\n`)))
      return await release()
    // A slow process may have created a number that was used and removed long ago.
    if ((await lastOf(directory)) !== n) {
      await rm(pathOf(directory, n), { force: true })
      return await release()
    }
  } catch (error) {
    await release()
    throw error
  }
  await removeOthers(directory, [`lock.${n}`, socketName])
  return lockOf(pathOf(directory, n), socket)
}

function lockOf(text: string, socket: HolderSocket | undefined): Lock {
  return {
    stopping: () => socket?.stopping(),
    async free() {
      await truncate(text, 0).catch(() => {})
      await socket?.close()
    },
  }
}

/** Creates the lock file completely or not at all. False when the number exists. */
async function create(directory: string, n: number, id: string, text: string): Promise<boolean> {
  const draft = join(directory, `lock.${id}.new`)
  try {
    await writeFile(draft, text, { flag: 'wx', mode: 0o600 })
    await link(draft, pathOf(directory, n)).catch((error: NodeJS.ErrnoException) => {
      // The file system has no links. Then a reader may see an incomplete file and reads it again.
      if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(error.code ?? '')) throw error
      return writeFile(pathOf(directory, n), text, { flag: 'wx', mode: 0o600 })
    })
    return true
  } catch (error) {
    // ENOENT: the present holder of the directory has removed the draft.
    if (['EEXIST', 'ENOENT'].includes((error as NodeJS.ErrnoException).code ?? '')) return false
    throw error
  } finally {
    await rm(draft, { force: true }).catch(() => {})
  }
}

/** Removes files left by earlier holders and failed attempts. */
async function removeOthers(directory: string, mine: readonly string[]): Promise<void> {
  const leftovers = (await readdir(directory)).filter((name) => /^lock(\.|$)/.test(name) && !mine.includes(name))
  for (const name of leftovers) await rm(join(directory, name), { force: true }).catch(() => {})
}

function ifGone(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
  return undefined
}

function heldError(directory: string, { pid, host, boot, space }: Holder, me: Holder): WorldError {
  const where = boot !== me.boot || host !== me.host ? ` of host "${host}"` : space !== me.space ? ' of another process namespace' : ''
  return new WorldError(
    'state.locked',
    `${directory} belongs to process ${pid}${where}, which is running. Stop it first, or use another directory.`,
  )
}

function elsewhereError(directory: string, { pid, host }: Holder, text: string): WorldError {
  return new WorldError(
    'state.locked',
    `${directory} belongs to process ${pid} of host "${host}"; whether that runs cannot be told from here. Stop it there, or use another directory. When it is gone, remove ${text}.`,
  )
}
