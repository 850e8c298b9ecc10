import { existsSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { ArgsDef } from 'citty'
import { makeFolder } from '../../index.ts'
import { checkedOf, countsOf, isGood, type Report } from '../../report/report.ts'
import { writeHtml } from '../../report/write-html.ts'
import { writeJson } from '../../report/write-json.ts'
import { writeJunit } from '../../report/write-junit.ts'
import { writeMarkdown } from '../../report/write-markdown.ts'
import { writeText } from '../../report/write-text.ts'
import { EXIT, ExitError, misused } from './exit-codes.ts'
import { paint, print, printJson, printNote } from './print.ts'
import { say, sayInJson, speech } from './speech.ts'

/** Options of every command that gives a report. */
export const reportArguments = {
  json: { type: 'boolean', description: 'The report as JSON, for scripts' },
  junit: { type: 'string', valueHint: 'file', description: 'Write the report as JUnit XML, for CI' },
  html: { type: 'string', valueHint: 'file', description: 'Write the report as one HTML page' },
  markdown: { type: 'string', valueHint: 'file', description: 'Write a summary for a pull request' },
} as const satisfies ArgsDef

/** Options of the commands that examine somebody's software. */
export const strictArguments = {
  strict: { type: 'boolean', description: 'Warnings count as failures: exit code 1' },
  verbose: { type: 'boolean', description: 'Show request, signed text and answer of warnings too, and every skipped check' },
} as const satisfies ArgsDef

const FORMS = { junit: writeJunit, html: writeHtml, markdown: writeMarkdown } as const
const NAMES = Object.keys(FORMS) as readonly (keyof typeof FORMS)[]

/** The values of `reportArguments`. */
export type ReportOptions = { readonly [name in keyof typeof FORMS]?: string | undefined } & {
  readonly json?: boolean | undefined
  readonly verbose?: boolean | undefined
}

/**
 * Refuses files that cannot be written before anything is checked, so that no report is lost after a long run. Missing folders are
 * created.
 */
export function readyForReport(options: ReportOptions): void {
  const seen = new Map<string, string>()
  for (const name of NAMES) {
    const file = options[name]
    if (file === undefined) continue
    if (file === '') throw misused(`--${name} needs a file name.`)
    const path = resolve(file)
    const other = seen.get(path)
    if (other) throw misused(`--${other} and --${name} both name ${file}.`)
    seen.set(path, name)
    if (existsSync(path) && statSync(path).isDirectory()) throw misused(`--${name} ${file} is a folder; name a file.`)
    attempt(name, file, EXIT.misused, () => {
      makeFolder(dirname(path))
      writeBeside(path, '', () => {})
    })
  }
}

/**
 * Writes a report to the requested files and prints it, as text or JSON.
 * @param checks prints a line for each check; leave it out if the checks were printed during the run
 * @returns the exit code: 0 something was checked and nothing failed, 1 something failed, 3 nothing was checked
 */
export function giveReport(report: Report, options: ReportOptions, { checks = false } = {}): number {
  // Print first: a full disk must not hide the result.
  if (options.json) printJson(writeJson(report, { say: sayInJson }))
  else print(writeText(report, paint, { checks, verbose: options.verbose === true, say }))
  writeReportFiles(report, options)
  if (checkedOf(countsOf(report)) === 0) return EXIT.nothing
  return isGood(report) ? EXIT.fine : EXIT.wrong
}

/** Writes a report to the requested files, for a command that prints it in its own way. */
export function writeReportFiles(report: Report, options: ReportOptions): void {
  for (const name of NAMES) {
    const file = options[name]
    if (file === undefined) continue
    attempt(name, file, EXIT.wrong, () => writeWhole(resolve(file), FORMS[name](report, speech())))
    if (!options.json) printNote(`Wrote ${file}.`)
  }
}

/** Replaces a file atomically: a reader sees either the old file or the complete new one. */
function writeWhole(path: string, text: string): void {
  // A pipe or a device is written to, not replaced; a link is kept and its target replaced.
  if (existsSync(path) && !statSync(path).isFile()) writeFileSync(path, text)
  else writeBeside(existsSync(path) ? realpathSync(path) : path, text, renameSync)
}

function writeBeside(path: string, text: string, then: (beside: string, path: string) => void): void {
  if (existsSync(path) && !statSync(path).isFile()) return
  const beside = `${path}.${process.pid}.new`
  try {
    writeFileSync(beside, text)
    then(beside, path)
  } finally {
    rmSync(beside, { force: true })
  }
}

function attempt(name: string, file: string, exit: number, write: () => void): void {
  try {
    write()
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    throw new ExitError(`--${name} ${file} cannot be written: ${WHY[code] ?? message}.`, exit)
  }
}

const WHY: Readonly<Record<string, string>> = {
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'the disk can only be read',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a part of its path is a file',
  EEXIST: 'a part of its path is a file',
  EISDIR: 'it is a folder',
  ENAMETOOLONG: 'the name is too long',
}
