import { link, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { machineSecret, systemClock } from '../../../engine/system-clock.ts'
import { WorldError } from '../../../engine/world-error.ts'
import { type Holder, isRunning, readHolder, thisProcess } from './holder.ts'
import { askSocket, type HeldSocket, holdSocket } from './socket.ts'

/** A directory that this process holds. */
export interface Lock {
  /** The end is near: whoever wants the directory next waits for it. */
  stopping(): void
  free(): Promise<void>
}

/** Tries, and machine milliseconds between two, while others take the same directory. */
const TRIES = 100
const PAUSE = 5

/** Machine milliseconds that a holder which is stopping is waited for. */
const LONGEST = 30_000

/**
 * Takes a directory for this process, against others on this machine, in other process namespaces of it, and on other hosts. What a process
 * held that is gone is free, and a holder that is stopping is waited for.
 *
 * A lock is a text, `lock.<n>`, that names its holder and a socket beside it which answers as long as the holder runs. The text with the highest
 * number counts, and stays when it is let go, emptied: so a number is given once, and of many that find number n free one makes n + 1.
 * @throws WorldError `state.locked` naming the holder; the system's error when the directory cannot be written to
 */
export async function takeLock(folder: string): Promise<Lock> {
  const directory = resolve(folder)
  const me = await thisProcess()
  for (let tries = 0; tries < TRIES; tries++) {
    const last = await lastOf(directory)
    if (last === 0 || (await isFree(directory, last, me))) {
      const lock = await claim(directory, last + 1, me)
      if (lock) return lock
    }
    await systemClock.wait(PAUSE)
  }
  throw new WorldError('state.locked', `${directory} could not be taken: others take it and let go of it all the time. Try again.`)
}

const textOf = (directory: string, n: number) => join(directory, `lock.${n}`)

/** The number that counts; 0 when there is none. */
async function lastOf(directory: string): Promise<number> {
  const numbers = (await readdir(directory)).map((name) => Number(/^lock\.(\d{1,15})$/.exec(name)?.[1] ?? 0))
  return Math.max(0, ...numbers)
}

/** Whether nobody has it any more. False means: look again. Throws `state.locked`. */
async function isFree(directory: string, n: number, me: Holder): Promise<boolean> {
  const text = await readFile(textOf(directory, n), 'utf8').catch(ifGone)
  if (text === undefined) return false
  const holder = readHolder(text)
  // Let go of, or torn by a loss of power: the process that wrote it is gone.
  if (!holder) return true
  const said = holder.socket === undefined ? 'unknown' : await askSocket(directory, holder.socket, LONGEST)
  if (said === 'gone') return false
  if (said === 'held') throw held(directory, holder, me)
  // The same machine after a restart has no process from before.
  const here = holder.boot === me.boot
  if (!here && holder.host === me.host) return true
  if (said === 'dead' && here) return true
  const running = here ? await isRunning(holder, me) : undefined
  if (running === undefined) throw elsewhere(directory, holder, textOf(directory, n))
  if (running) throw held(directory, holder, me)
  return true
}

/** Makes lock number `n`, or nothing when somebody else was quicker. */
async function claim(directory: string, n: number, me: Holder): Promise<Lock | undefined> {
  const id = machineSecret().slice(0, 12)
  const socketName = `lock.${id}.sock`
  // It answers before anybody can read of it.
  const socket = await holdSocket(directory, socketName)
  const letGo = async () => {
    await socket?.close()
    return undefined
  }
  try {
    if (!(await create(directory, n, id, `${JSON.stringify({ ...me, ...(socket ? { socket: socketName } : {}) })}\n`))) return await letGo()
    // Whoever was slow may have made a number that was given, and removed, long ago.
    if ((await lastOf(directory)) !== n) {
      await rm(textOf(directory, n), { force: true })
      return await letGo()
    }
  } catch (error) {
    await letGo()
    throw error
  }
  await removeOthers(directory, [`lock.${n}`, socketName])
  return lockOf(textOf(directory, n), socket)
}

function lockOf(text: string, socket: HeldSocket | undefined): Lock {
  return {
    stopping: () => socket?.stopping(),
    async free() {
      await truncate(text, 0).catch(() => {})
      await socket?.close()
    },
  }
}

/** Whole or not at all; false when there is one of that number. */
async function create(directory: string, n: number, id: string, text: string): Promise<boolean> {
  const draft = join(directory, `lock.${id}.new`)
  try {
    await writeFile(draft, text, { flag: 'wx', mode: 0o600 })
    await link(draft, textOf(directory, n)).catch((error: NodeJS.ErrnoException) => {
      // A file system without links: what is read half-written is read again.
      if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(error.code ?? '')) throw error
      return writeFile(textOf(directory, n), text, { flag: 'wx', mode: 0o600 })
    })
    return true
  } catch (error) {
    // ENOENT: somebody who has the directory now has swept the draft away.
    if (['EEXIST', 'ENOENT'].includes((error as NodeJS.ErrnoException).code ?? '')) return false
    throw error
  } finally {
    await rm(draft, { force: true }).catch(() => {})
  }
}

/** What those left who had it before, or tried to. */
async function removeOthers(directory: string, mine: readonly string[]): Promise<void> {
  const left = (await readdir(directory)).filter((name) => /^lock(\.|$)/.test(name) && !mine.includes(name))
  for (const name of left) await rm(join(directory, name), { force: true }).catch(() => {})
}

function ifGone(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
  return undefined
}

function held(directory: string, { pid, host, boot, space }: Holder, me: Holder): WorldError {
  const where = boot !== me.boot || host !== me.host ? ` of host "${host}"` : space !== me.space ? ' of another process namespace' : ''
  return new WorldError(
    'state.locked',
    `${directory} belongs to process ${pid}${where}, which is running. Stop it first, or use another directory.`,
  )
}

function elsewhere(directory: string, { pid, host }: Holder, text: string): WorldError {
  return new WorldError(
    'state.locked',
    `${directory} belongs to process ${pid} of host "${host}"; whether that runs cannot be told from here. Stop it there, or use another directory. When it is gone, remove ${text}.`,
  )
}
