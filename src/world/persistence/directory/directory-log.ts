import { type FileHandle, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { ChangeLog } from '../../engine/change-log.ts'
import { WorldError } from '../../engine/world-error.ts'
import { explained } from './explain.ts'
import { readLines, writeHeader, writeLine } from './lines.ts'
import { type Lock, takeLock } from './lock/lock.ts'
import { makeFolder } from './make-folder.ts'
import { missing, openTail } from './tail.ts'

const CHANGED = 'Stop this process and start again on what is there, or bring the file back from a copy.'

/** Logs with fewer bytes than this are never compacted. */
const SMALL = 4 * 1024 * 1024

/** Options of a log in a directory. */
export interface DirectoryOptions {
  /** Waits for the disk at every append, so that nothing is lost in a power failure. */
  readonly fsync: boolean
  /** Bytes below which a log is not compacted. */
  readonly small?: number
  /** Receives one line about missing records at the first load. */
  readonly notice?: (text: string) => void
}

/**
 * A log in a directory: one file, `worlds.jsonl`, that begins with a complete state and continues with the changes since, one line for all
 * changes that are written together. A line that was incomplete when the process ended is dropped at the next load.
 * @throws WorldError `state.locked` when another process has it, `state.directory` when it cannot be used
 */
export async function openDirectoryLog(directory: string, { fsync, small = SMALL, notice }: DirectoryOptions): Promise<ChangeLog> {
  const path = join(directory, 'worlds.jsonl')
  const next = join(directory, 'worlds.jsonl.new')
  const lock = await prepare(directory)
  const tail = await openTail(directory)
  let handle: FileHandle | undefined
  let length = 0
  let lines = 0
  let sum = 0
  let threshold = small
  let closed = false
  /** Bytes after `length` that a failed append may have left. */
  let leftover = 0

  const mustBeOpen = () => {
    if (closed) throw new WorldError('state.closed', `${path} is closed.`)
  }

  /** Checks that the file is still the one we wrote, with the length we left. Data that somebody else wrote is not overwritten. */
  const mustBeOurs = async () => {
    mustBeOpen()
    if (!handle) throw new WorldError('state.closed', `${path} is not open.`)
    const [mine, there] = await Promise.all([handle.stat(), stat(path).catch(() => undefined)])
    const same = there !== undefined && there.ino === mine.ino && there.dev === mine.dev
    if (same && there.size >= length && there.size <= length + leftover) return handle
    const what = same
      ? `it has ${there.size} bytes, the sandbox left ${length}`
      : there
        ? 'another file has its name'
        : 'it does not exist any more'
    throw new WorldError(
      'state.changed',
      `${path} was changed by another program: ${what}. The sandbox does not write to it any more. ${CHANGED}`,
    )
  }

  const write = async (to: FileHandle, bytes: Uint8Array, at: number) => {
    for (let done = 0; done < bytes.length; ) done += (await to.write(bytes, done, bytes.length - done, at + done)).bytesWritten
  }

  const loadFile = async (reloading: boolean) => {
    const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return new Uint8Array(0)
      throw error
    })
    const read = readLines(bytes, path)
    const opened = await open(path, bytes.length === 0 ? 'w' : 'r+', 0o600)
    handle = opened
    // The file contains keys and tokens: only its owner may read it, whoever created it.
    await opened.chmod(0o600).catch(() => {})
    const warning = reloading ? undefined : missing(path, bytes.length, read, await tail.read())
    if (warning !== undefined) notice?.(warning)
    if (bytes.length > read.length) await opened.truncate(read.length)
    length = read.length
    lines = read.lines
    leftover = 0
    sum = read.sum
    threshold = Math.max(small, threshold)
    if (length === 0) {
      const header = writeHeader(0)
      await write(opened, header, 0)
      length = header.length
    }
    await tail.note({ length, lines })
    if (fsync) {
      await opened.sync()
      await syncDirectory(directory)
    }
    return read.changes
  }

  return {
    async load() {
      mustBeOpen()
      // A repeated load after a failure: only our own data counts.
      const reloading = handle !== undefined
      if (reloading) await mustBeOurs()
      await handle?.close()
      handle = undefined
      try {
        return await loadFile(reloading)
      } catch (error) {
        throw explained(path, error)
      }
    },
    async append(changes) {
      const to = await mustBeOurs()
      const line = writeLine(changes, sum)
      try {
        await write(to, line.bytes, length)
        if (fsync) await to.datasync()
      } catch (error) {
        // Remove the incomplete line, so that the next append does not complete it.
        leftover = Math.max(leftover, line.bytes.length)
        await to.truncate(length).then(
          () => (leftover = 0),
          () => {},
        )
        throw error
      }
      length += line.bytes.length
      lines++
      sum = line.sum
      await tail.note({ length, lines })
    },
    async compact(changes) {
      await mustBeOurs()
      const opened = await open(next, 'w', 0o600)
      try {
        const header = writeHeader(changes.length)
        await write(opened, header, 0)
        let at = header.length
        let last = 0
        for (const change of changes) {
          const line = writeLine([change], last)
          await write(opened, line.bytes, at)
          at += line.bytes.length
          last = line.sum
        }
        await opened.sync()
        await mustBeOurs()
        // Before the rename: the tail must never claim more than the log holds.
        await tail.note({ length: at, lines: changes.length })
        await rename(next, path)
        const former = handle
        handle = opened
        length = at
        lines = changes.length
        sum = last
        leftover = 0
        threshold = Math.max(small, 2 * at)
        // The log is replaced; later failures lose nothing.
        await former?.close().catch(() => {})
        if (fsync) await syncDirectory(directory).catch(() => {})
      } catch (error) {
        // The old file is still valid. Raise the threshold, because trying again at every append would not help.
        threshold = 2 * length
        await opened.close().catch(() => {})
        await rm(next, { force: true }).catch(() => {})
        throw error
      }
    },
    get grown() {
      return length > threshold
    },
    async close() {
      if (closed) return
      closed = true
      await handle?.close().catch(() => {})
      handle = undefined
      await tail.close()
      await lock.free()
    },
    stopping: lock.stopping,
  }
}

async function prepare(directory: string): Promise<Lock> {
  try {
    makeFolder(directory, 0o700)
    const lock = await takeLock(directory)
    // Left by a process that ended during compaction.
    await rm(join(directory, 'worlds.jsonl.new'), { force: true }).catch(() => {})
    return lock
  } catch (error) {
    throw explained(directory, error)
  }
}

/** A rename is durable once the directory is synced. */
async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, 'r')
  await handle.sync().finally(() => handle.close())
}
