import { link, open, readFile, rename, rm } from 'node:fs/promises'
import { WorldError } from '../world/world-error.ts'

/**
 * Takes a directory for this process. A lock whose process is gone is taken over.
 * @returns lets go of it
 * @throws WorldError `state.locked` naming the process that has it
 */
export async function takeLock(path: string): Promise<() => Promise<void>> {
  const mine = `${process.pid} ${(await birthOf(process.pid)) ?? ''}\n`
  for (let tries = 0; tries < 100; tries++) {
    if (await create(path, mine)) return () => rm(path, { force: true })
    const theirs = await read(path)
    if (theirs === undefined) continue
    if (await isAlive(theirs)) throw locked(path, theirs)
    // Two may find the same stale lock: whoever moved away another's fresh one puts it back.
    const aside = `${path}.${process.pid}`
    if (!(await moved(path, aside))) continue
    const found = await read(aside)
    if (found !== undefined && found !== theirs && (await isAlive(found))) {
      await link(aside, path).catch(() => {})
      await rm(aside, { force: true })
      throw locked(path, found)
    }
    await rm(aside, { force: true })
  }
  throw new WorldError('state.locked', `${path} could not be taken; others take it again and again. Try once more.`)
}

async function create(path: string, text: string): Promise<boolean> {
  try {
    const handle = await open(path, 'wx')
    await handle.writeFile(text)
    await handle.close()
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

const read = (path: string) => readFile(path, 'utf8').catch(() => undefined)

const moved = (from: string, to: string) =>
  rename(from, to).then(
    () => true,
    () => false,
  )

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
