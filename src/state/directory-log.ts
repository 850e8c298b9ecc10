import { type FileHandle, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { ChangeLog } from '../world/change-log.ts'
import { WorldError } from '../world/world-error.ts'
import { readLines, writeHeader, writeLine } from './lines.ts'
import { takeLock } from './lock-file.ts'

/** Below this a log is not made shorter, however little it comes to. */
const SMALL = 4 * 1024 * 1024

/** How a directory keeps a log. */
export interface DirectoryOptions {
  /** Waits for the disk at every append, so that a power loss takes nothing either. */
  readonly fsync: boolean
  /** Bytes below which a log is not made shorter. */
  readonly small?: number
}

/**
 * A log in a directory: one file, `worlds.jsonl`, that begins with all that was and goes on with what changed since, one line for
 * all that is written together. A line that was being written when the process ended is dropped at the next load.
 * @throws WorldError `state.locked` when another process has it, `state.directory` when it cannot be used
 */
export async function openDirectoryLog(directory: string, { fsync, small = SMALL }: DirectoryOptions): Promise<ChangeLog> {
  const path = join(directory, 'worlds.jsonl')
  const next = join(directory, 'worlds.jsonl.new')
  const unlock = await prepare(directory)
  let handle: FileHandle | undefined
  let length = 0
  let sum = 0
  let threshold = small

  const write = async (to: FileHandle, bytes: Uint8Array, at: number) => {
    for (let done = 0; done < bytes.length; ) done += (await to.write(bytes, done, bytes.length - done, at + done)).bytesWritten
  }

  return {
    async load() {
      await handle?.close()
      handle = undefined
      const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return new Uint8Array(0)
        throw error
      })
      const read = readLines(bytes, path)
      const made = await open(path, bytes.length === 0 ? 'w' : 'r+')
      handle = made
      if (bytes.length > read.length) await made.truncate(read.length)
      length = read.length
      sum = read.sum
      threshold = Math.max(small, threshold)
      if (length === 0) {
        const header = writeHeader(0)
        await write(made, header, 0)
        length = header.length
      }
      if (fsync) {
        await made.sync()
        await syncDirectory(directory)
      }
      return read.changes
    },
    async append(changes) {
      if (!handle) throw new WorldError('state.closed', `${path} is not open`)
      const line = writeLine(changes, sum)
      try {
        await write(handle, line.bytes, length)
        if (fsync) await handle.datasync()
      } catch (error) {
        // Half a line must not be taken for a whole one by what is written next.
        await handle.truncate(length).catch(() => {})
        throw error
      }
      length += line.bytes.length
      sum = line.sum
    },
    async compact(changes) {
      const made = await open(next, 'w')
      try {
        const header = writeHeader(changes.length)
        await write(made, header, 0)
        let at = header.length
        let last = 0
        for (const change of changes) {
          const line = writeLine([change], last)
          await write(made, line.bytes, at)
          at += line.bytes.length
          last = line.sum
        }
        await made.sync()
        await rename(next, path)
        const former = handle
        handle = made
        length = at
        sum = last
        threshold = Math.max(small, 2 * at)
        // It is done: what fails from here on takes nothing away.
        await former?.close().catch(() => {})
        if (fsync) await syncDirectory(directory).catch(() => {})
      } catch (error) {
        // The old file is still the one. Trying again at every append would not help.
        threshold = 2 * length
        await made.close().catch(() => {})
        await rm(next, { force: true }).catch(() => {})
        throw error
      }
    },
    get grown() {
      return length > threshold
    },
    async close() {
      await handle?.close()
      handle = undefined
      await unlock()
    },
  }
}

async function prepare(directory: string): Promise<() => Promise<void>> {
  try {
    await mkdir(directory, { recursive: true })
    if (!(await stat(directory)).isDirectory()) throw new Error('it is no directory')
    const unlock = await takeLock(join(directory, 'lock'))
    // Left by a process that ended while it made the log shorter.
    await rm(join(directory, 'worlds.jsonl.new'), { force: true })
    return unlock
  } catch (error) {
    if (error instanceof WorldError) throw error
    const reason = error instanceof Error ? error.message : String(error)
    throw new WorldError('state.directory', `The directory ${directory} cannot keep worlds: ${reason}. Name another one.`, { cause: error })
  }
}

/** A file that was renamed is on the disk once its directory is. */
async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, 'r')
  await handle.sync().finally(() => handle.close())
}
