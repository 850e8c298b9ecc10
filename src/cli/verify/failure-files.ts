import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ArgsDef } from 'citty'
import { makeFolder } from '../../index.ts'
import { shellWord } from '../../report/shell-word.ts'
import type { Profile } from '../../verify/case.ts'
import { PROFILES } from '../../verify/profiles/profiles.ts'
import type { Failure } from '../../verify/stories/failure.ts'
import { FailureFileError, readFailure } from '../../verify/stories/read-failure.ts'
import { misused } from '../terminal/exit-codes.ts'
import { printNote } from '../terminal/print.ts'

/** Files of the shortest sequences that showed a mistake. */
export const failureArguments = {
  failures: {
    type: 'string',
    valueHint: 'folder',
    default: 'koosandbox-failures',
    description: 'Folder for the shortest sequence that shows a broken rule, one file for each rule',
  },
  replay: {
    type: 'string',
    valueHint: 'file',
    description: 'Only replay a file of --failures; exit code 1 while the mistake exists, 0 when it is fixed',
  },
} as const satisfies ArgsDef

/**
 * Stores failures as files; the folder is created for the first one.
 * @returns a function that writes a failure and returns the command to replay it
 */
export function keepFailures(folder: string, url: string): (failure: Failure) => string | undefined {
  if (folder === '') throw misused('--failures needs a folder name.')
  if (existsSync(folder) && !statSync(folder).isDirectory()) throw misused(`--failures ${folder} is not a folder.`)
  return (failure) => {
    const file = join(folder, `${failure.profile}-${failure.rule}.json`)
    try {
      makeFolder(folder)
      writeFileSync(file, `${JSON.stringify(failure, null, 2)}\n`)
    } catch (error) {
      // A file that cannot be written must not end the run, because the report is more important.
      printNote(`${file} cannot be written: ${error instanceof Error ? error.message : error}.`)
      return undefined
    }
    const once = failure.reproduced ? '' : ' (seen once, not reproduced)'
    return `koosandbox verify seller --replay ${shellWord(file)} --url ${shellWord(url)} --key …${once}`
  }
}

/** Reads a failure to replay, or exit code 2 with file and place. */
export function failureIn(file: string): { readonly failure: Failure; readonly profile: Profile } {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw misused(`--replay ${file} cannot be read: ${code === 'ENOENT' ? 'there is no such file' : (code ?? error)}.`)
  }
  try {
    return readFailure(text, file, PROFILES)
  } catch (error) {
    if (error instanceof FailureFileError) throw misused(error.message)
    throw error
  }
}
