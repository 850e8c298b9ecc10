import { WorldError } from '../../engine/world-error.ts'

/** Reason and remedy for each error code of the system when a state file or folder cannot be used. */
const REASONS: Readonly<Record<string, readonly [string, string]>> = {
  ENOSPC: ['the disk is full', 'Free some space'],
  EDQUOT: ['your share of the disk is used up', 'Free some space'],
  EFBIG: ['the file would be larger than is allowed', 'Raise the limit (ulimit -f)'],
  EACCES: ['you may not read and write there', 'Give yourself the right to (chmod u+rw on a file, u+rwx on a folder)'],
  EPERM: ['you may not write there', 'Give yourself the right to'],
  EROFS: ['the file system is read-only', 'Mount it for writing'],
  ENOENT: ['the folder cannot be created', 'Create it yourself'],
  EISDIR: ['there is a folder where a file should be', 'Move it away'],
  ENOTDIR: ['there is a file where a folder should be', 'Move it away'],
  EEXIST: ['there is a file where a folder should be', 'Move it away'],
  ELOOP: ['its links form a circle', 'Correct them'],
  ENAMETOOLONG: ['the name is too long', 'Choose a shorter one'],
  EIO: ['the disk does not work', 'Read the log of the system'],
}

/** Turns a system error into a sentence that names the path and the remedy. A WorldError is returned unchanged. */
export function explained(path: string, error: unknown): WorldError {
  if (error instanceof WorldError) return error
  const { code = '', message } = error as NodeJS.ErrnoException
  const [reason, remedy] = REASONS[code] ?? [message, 'Make sure that you may write to it']
  const problem = code === '' || reason === message ? reason : `${reason} (${code})`
  return new WorldError('state.directory', `${path} cannot keep worlds: ${problem}. ${remedy}, or name another directory.`, {
    cause: error,
  })
}
