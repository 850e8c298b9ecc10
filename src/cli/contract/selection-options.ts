import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { ArgsDef } from 'citty'
import { type Failed, failedIn, type Selection } from '../../contract/selection.ts'
import { makeFolder } from '../../index.ts'
import type { Report } from '../../report/report.ts'
import { ExitError, misused } from '../terminal/exit-codes.ts'
import { printNote } from '../terminal/print.ts'

/** Options of commands that verify pacts: which interactions to verify. */
export const selectionArguments = {
  filter: { type: 'string', valueHint: 'text', description: 'Only interactions whose description contains this text, or #3' },
  'filter-state': { type: 'string', valueHint: 'text', description: 'Only interactions with a provider state that contains this text' },
  'last-failed': {
    type: 'string',
    valueHint: 'file',
    description: 'Only interactions that failed in the previous run; if none failed, all. The file stores the failures between runs',
  },
} as const satisfies ArgsDef

/** The values of `selectionArguments`. */
type Given = { readonly [name in keyof typeof selectionArguments]?: string | undefined }

const NAMES = Object.keys(selectionArguments) as readonly (keyof typeof selectionArguments)[]

/** The first given option that leaves out interactions. */
export const partlyBy = (given: Given): string | undefined => {
  const name = NAMES.find((one) => given[one] !== undefined)
  return name === undefined ? undefined : `--${name}`
}

/** The selection, or exit code 2. Without a file, or after a run without failures, it is everything. */
export function selectionOf(given: Given): Selection {
  for (const name of NAMES) if (given[name] === '') throw misused(`--${name} needs ${name === 'last-failed' ? 'a file name' : 'a text'}.`)
  const file = given['last-failed']
  const failed = file === undefined ? [] : readFailed(file)
  if (file !== undefined && failed.length === 0) printNote(`${file} has no failures, so everything is verified.`)
  return {
    ...(given.filter === undefined ? {} : { filter: given.filter }),
    ...(given['filter-state'] === undefined ? {} : { filterState: given['filter-state'] }),
    ...(failed.length === 0 ? {} : { lastFailed: failed }),
  }
}

/** Stores the failures for the next run. */
export function keepLastFailed(given: Given, { lastFailed = [] }: Selection, report: Report): void {
  const file = given['last-failed']
  if (file === undefined) return
  try {
    makeFolder(dirname(file))
    writeFileSync(file, `${JSON.stringify({ format: 1, failed: failedIn(report, lastFailed) }, null, 2)}\n`)
  } catch (error) {
    throw new ExitError(`--last-failed ${file} cannot be written (${(error as NodeJS.ErrnoException).code}).`)
  }
}

function readFailed(file: string): readonly Failed[] {
  if (!existsSync(file)) return []
  try {
    const { format, failed } = JSON.parse(readFileSync(file, 'utf8')) as { format: unknown; failed: readonly Failed[] }
    if (format === 1 && failed.every(({ pact, description }) => typeof pact === 'string' && typeof description === 'string')) return failed
  } catch {
    // Said below.
  }
  throw misused(`--last-failed ${file} was not written by this option. Delete it, or name another file.`)
}
