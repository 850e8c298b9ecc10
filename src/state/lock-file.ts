import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { wire } from '../world/wire.ts'
import { WorldError } from '../world/world-error.ts'

/** Tries, and machine milliseconds between two, while others take the same lock. */
const TRIES = 100
const PAUSE = 5

/**
 * Takes a directory for this process. A lock whose process is gone is taken over.
 * @returns lets go of it
 * @throws WorldError `state.locked` naming the process that has it
 */
export async function takeLock(path: string): Promise<() => Promise<void>> {
  const mine = `${process.pid} ${(await birthOf(process.pid)) ?? ''}\n`
  for (let tries = 0; tries < TRIES; tries++) {
    if (create(path, mine)) return () => rm(path, { force: true })
    const theirs = await read(path)
    if (theirs === undefined) continue
    if (await isAlive(theirs)) throw locked(path, theirs)
    if (!removeStale(path, theirs, mine)) await wire.wait(PAUSE)
  }
  throw new WorldError('state.locked', `${path} could not be taken. If nobody else is about to, remove ${path}.break and try once more.`)
}

/**
 * Removes a lock that was found stale. Nobody else may remove one meanwhile (`.break` says so), and it must still be the one that was found: or
 * whoever is slow would remove the fresh lock of whoever was quick. Nothing is waited for in between.
 */
function removeStale(path: string, stale: string, mine: string): boolean {
  const breaking = `${path}.break`
  if (!create(breaking, mine)) return false
  try {
    if (readFileSync(path, 'utf8') === stale) rmSync(path)
  } catch {
    // It is gone already: as well.
  } finally {
    rmSync(breaking, { force: true })
  }
  return true
}

function create(path: string, text: string): boolean {
  try {
    writeFileSync(path, text, { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

const read = (path: string) => readFile(path, 'utf8').catch(() => undefined)

async function isAlive(lock: string): Promise<boolean> {
  // One that is being written is somebody's.
  if (!lock.endsWith('\n')) return true
  const [pid = '', born = ''] = lock.trim().split(' ')
  if (!/^\d+$/.test(pid)) return false
  try {
    process.kill(Number(pid), 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  const now = await birthOf(Number(pid))
  return born === '' || now === undefined || now === born
}

/** When a process began, where the system tells (Linux): numbers of processes are given again. */
async function birthOf(pid: number): Promise<string | undefined> {
  const stat = await read(`/proc/${pid}/stat`)
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
}

function locked(path: string, lock: string): WorldError {
  const [pid] = lock.split(' ')
  return new WorldError('state.locked', `${path} belongs to process ${pid}, which is running. Stop it first, or use another directory.`)
}
