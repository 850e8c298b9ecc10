import { statSync, watch } from 'node:fs'
import { relative, resolve, sep } from 'node:path'
import type { ArgsDef } from 'citty'
import { systemClock } from '../../index.ts'
import type { Report } from '../../report/report.ts'
import { checkLine, findingText, sumOf } from '../../report/write-text.ts'
import { changesOf } from '../../verify/watch/changes.ts'
import { createReasons } from '../../verify/watch/reasons.ts'
import { watchAddress } from '../../verify/watch/seller-door.ts'
import { watchSeller } from '../../verify/watch/watch-seller.ts'
import { EXIT, misused } from '../terminal/exit-codes.ts'
import { paint, print, printNote } from '../terminal/print.ts'
import { say } from '../terminal/speech.ts'

/** Options for the development of a seller. */
export const watchArgument = {
  watch: {
    type: 'string',
    valueHint: 'folder',
    description: 'Verify again when a file of this folder changes, the seller restarts or you press Enter; show what changed',
  },
} as const satisfies ArgsDef

/** What is watched, and how it is verified. */
export interface Watching {
  readonly folder: string
  readonly url: string
  readonly allow: readonly string[]
  /** Files that the verification itself writes. */
  readonly ignored: readonly string[]
  readonly verify: () => Promise<Report>
  readonly json?: boolean | undefined
  /** Ends it. */
  readonly stopped: Promise<void>
  /** Standard input, for Enter. */
  readonly input?: NodeJS.ReadableStream
}

/** Machine milliseconds to wait until an editor has written all files. */
const SETTLE = 150

/** Verifies until it is stopped. @returns the exit code of the last report */
export async function keepVerifying({ folder, url, allow, ignored, verify, json, stopped, input }: Watching): Promise<number> {
  const left = new AbortController()
  const reasons = createReasons(() => systemClock.wait(SETTLE, left.signal).catch(() => {}))
  const door = doorOf(url, allow, left.signal)
  const files = watchFolder(folder, ignored, (file) => reasons.push(`${file} changed`))
  const asked = () => reasons.push('Enter was pressed')
  input?.on('data', asked)
  stopped.then(() => {
    left.abort()
    reasons.end()
  })
  const back = door.watch(() => reasons.push('the seller restarted'))
  if (!json) printNote(`Watching ${folder} and ${url}. Press Enter to verify again, Ctrl-C to end.`)
  try {
    const last = await watchSeller({
      reasons,
      up: door.open,
      verify,
      show: (report, before, why) => print(json ? JSON.stringify({ why, report }) : changeText(report, before, why)),
    })
    return last === undefined ? EXIT.nothing : changesOf(last, undefined).found.length === 0 ? EXIT.fine : EXIT.wrong
  } finally {
    left.abort()
    files.close()
    input?.off('data', asked)
    input?.pause()
    await back
  }
}

/** Prints only the differences. */
function changeText(report: Report, before: Report | undefined, why: readonly string[]): string {
  const { checks, found, gone, left } = changesOf(report, before)
  const some = why.length > 3 ? [...why.slice(0, 3), say(`${why.length - 3} more`)] : why
  const lines = checks.filter(({ state }) => state !== 'skipped').map((check) => checkLine(check, paint, say))
  const others = checks.length - lines.length
  const still = left === 0 ? [] : [`${left} mistake${left === 1 ? '' : 's'} as before.`]
  return [
    ...(some.length === 0 ? [] : [`${some.map(say).join(', ')}:`]),
    ...(checks.length === 0 && before !== undefined ? ['Nothing changed.'] : lines),
    ...(others === 0 ? [] : [`${others} ${others === 1 ? 'is' : 'are'} not checked any more.`]),
    ...found.map((merged) => findingText(merged, paint, false, say)),
    ...gone.map(({ finding }) => `${paint('green', say('gone'))}   ${finding.code}`),
    ...still,
    `${sumOf(report, say)}\n`,
  ].join('\n')
}

function doorOf(url: string, allow: readonly string[], left: AbortSignal) {
  try {
    return watchAddress(url, { allow, wait: systemClock.wait, left })
  } catch (error) {
    if (error instanceof TypeError) throw misused(`${error.message}. Pass --allow-host to allow calls to it.`)
    throw error
  }
}

/** Folders that contain no sources. */
const NEVER = ['node_modules', '.git']

function watchFolder(folder: string, ignored: readonly string[], changed: (file: string) => void) {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw misused(`--watch ${folder} is not a folder.`)
  const skips = ignored.map((path) => relative(resolve(folder), resolve(path)))
  return watch(folder, { recursive: true }, (_event, name) => {
    if (name === null || name.split(sep).some((part) => NEVER.includes(part))) return
    if (skips.some((skip) => name === skip || name.startsWith(`${skip}${sep}`))) return
    changed(name)
  })
}
