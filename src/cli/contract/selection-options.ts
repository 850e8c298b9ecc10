import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { ArgsDef } from 'citty'
import { type Failed, failedIn, type Selection } from '../../contract/selection.ts'
import { makeFolder } from '../../index.ts'
import type { Report } from '../../report/report.ts'
import { ExitError, misused } from '../terminal/exit-codes.ts'
import { printNote } from '../terminal/print.ts'

/** Options of commands that verify pacts, and may look at a part of them. */
export const selectionArguments = {
  filter: { type: 'string', valueHint: 'text', description: 'Only interactions whose description holds this text, or #3' },
  'filter-state': { type: 'string', valueHint: 'text', description: 'Only interactions with a provider state that holds this text' },
  'last-failed': {
    type: 'string',
    valueHint: 'file',
    description: 'Only what failed in the run before; if nothing failed, everything. The file keeps the failures between runs',
  },
} as const satisfies ArgsDef

/** What was given for `selectionArguments`. */
type Given = { readonly [name in keyof typeof selectionArguments]?: string | undefined }

const NAMES = Object.keys(selectionArguments) as readonly (keyof typeof selectionArguments)[]

/** The first option that leaves interactions out. */
export const partlyBy = (given: Given): string | undefined => {
  const name = NAMES.find((one) => given[one] !== undefined)
  return name === undefined ? undefined : `--${name}`
}

/** What is to be verified, or exit code 2. Without a file yet, or after a run in which nothing failed, that is everything. */
export function selectionOf(given: Given): Selection {
  for (const name of NAMES)
    if (given[name] === '') throw misused(`--${name} needs ${name === 'last-failed' ? 'the name of a file' : 'a text'}.`)
  const file = given['last-failed']
  const failed = file === undefined ? [] : readFailed(file)
  if (file !== undefined && failed.length === 0) printNote(`${file} names no failure: everything is verified.`)
  return {
    ...(given.filter === undefined ? {} : { filter: given.filter }),
    ...(given['filter-state'] === undefined ? {} : { filterState: given['filter-state'] }),
    ...(failed.length === 0 ? {} : { lastFailed: failed }),
  }
}

/** Keeps what failed, for the next run. */
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
  throw misused(`--last-failed ${file} is not a file that this option wrote. Delete it, or name another one.`)
}
