import { WorldError } from '../../engine/world-error.ts'

/** Reason and remedy for each error code of the system when a state file or folder cannot be used. */
const REASONS: Readonly<Record<string, readonly [string, string]>> = {
  ENOSPC: ['the disk is full', 'Free some space'],
  EDQUOT: ['your share of the disk is used up', 'Free some space'],
  EFBIG: ['the file would be larger than is allowed', 'Raise the limit (ulimit -f)'],
  EACCES: ['you may not read and write there', 'Give yourself the right to (chmod u+rw on a file, u+rwx on a folder)'],
  EPERM: ['you may not write there', 'Give yourself the right to'],
  EROFS: ['the file system is read-only', 'Mount it for writing'],
  ENOENT: ['nothing can be made there', 'Make the folder yourself'],
  EISDIR: ['a folder lies in the place of a file', 'Move it away'],
  ENOTDIR: ['a file lies in the place of a folder', 'Move it away'],
  EEXIST: ['a file lies in the place of a folder', 'Move it away'],
  ELOOP: ['its links lead in a circle', 'Mend them'],
  ENAMETOOLONG: ['the name is too long', 'Take a shorter one'],
  EIO: ['the disk does not work', 'Look at the log of the system'],
}

/** Turns a system error into a sentence that names the path and the remedy. A WorldError is returned unchanged. */
export function explained(path: string, error: unknown): WorldError {
  if (error instanceof WorldError) return error
  const { code = '', message } = error as NodeJS.ErrnoException
  const [reason, remedy] = REASONS[code] ?? [message, 'See that it can be written to']
  const problem = code === '' || reason === message ? reason : `${reason} (${code})`
  return new WorldError('state.directory', `${path} cannot keep worlds: ${problem}. ${remedy}, or name another directory.`, {
    cause: error,
  })
}
