import { existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/**
 * Makes a folder and those above it that are missing; one that is there stays. Node's `recursive` never comes back where a file system
 * answers ENOENT for a folder whose parent exists, as /proc does.
 * @throws the system's error
 */
export function makeFolder(folder: string, mode = 0o777): void {
  const path = resolve(folder)
  if (isFolder(path)) return
  try {
    mkdirSync(path, { mode })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    // Another process was faster.
    if (code === 'EEXIST' && isFolder(path)) return
    if (code !== 'ENOENT' || existsSync(dirname(path))) throw error
    makeFolder(dirname(path), mode)
    makeFolder(path, mode)
  }
}

const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
