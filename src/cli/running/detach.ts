import { spawn } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { systemClock } from '../../index.ts'
import { EXIT, ExitError } from '../terminal/exit-codes.ts'
import { print, printNote } from '../terminal/print.ts'
import { listRunning, openRuntimeFolder } from './running-file.ts'

/** Milliseconds between two looks at a sandbox that starts, and how long it may take. */
const PAUSE = 50
const LONGEST_START = 60_000

const LOG = 'serve.log'
const DAY = 86_400_000

/** Tells a sandbox in the background the file of its output. */
export const LOG_VARIABLE = 'KOOSANDBOX_DETACHED_LOG'

/** Starts the same command line without `--detach` in the background, and returns when it answers. */
export async function detach(words: readonly string[], json: boolean): Promise<number> {
  const folder = mkdtempSync(join(await tidied(openRuntimeFolder()), 'run-'))
  const log = join(folder, LOG)
  const output = openSync(log, 'w', 0o600)
  const program = [...process.execArgv, process.argv[1] ?? '']
  const child = spawn(process.execPath, [...program, 'serve', ...words], {
    detached: true,
    windowsHide: true,
    stdio: ['ignore', output, output],
    env: { ...process.env, [LOG_VARIABLE]: log },
  })
  closeSync(output)
  let ended: string | undefined
  child.once('error', ({ message }) => {
    ended = message
  })
  child.once('exit', (code, signal) => {
    ended = `exit code ${code ?? signal}`
  })
  const began = systemClock.monotonic()
  for (;;) {
    const running = (await listRunning()).find((one) => one.process.pid === child.pid && one.log === log)
    const said = readFileSync(log, 'utf8')
    if (ended !== undefined) {
      rmSync(folder, { recursive: true, force: true })
      throw new ExitError(said.trimEnd() || `The sandbox did not start (${ended}).`)
    }
    // What it prints first, for people or for scripts, ends with a line break.
    if (running !== undefined && said.includes('\n')) {
      child.unref()
      if (json) print(JSON.stringify({ ...JSON.parse(said.slice(0, said.indexOf('\n'))), pid: child.pid, log }))
      else {
        print(said.trimEnd())
        printNote(`It runs in the background (process ${child.pid}). Log: ${log}. Run \`koosandbox stop\` to end it.`)
      }
      return EXIT.fine
    }
    if (systemClock.monotonic() - began > LONGEST_START) {
      child.kill('SIGKILL')
      throw new ExitError(`The sandbox did not answer within ${LONGEST_START / 1000} s. Read its log: ${log}`)
    }
    await systemClock.wait(PAUSE)
  }
}

/** Removes the logs of sandboxes that ended more than a day ago. */
async function tidied(runtime: string): Promise<string> {
  const used = new Set((await listRunning()).map(({ log }) => log))
  for (const name of readdirSync(runtime).filter((one) => one.startsWith('run-'))) {
    const folder = join(runtime, name)
    const old = systemClock.now() - statSync(folder).mtimeMs > DAY
    if (old && !used.has(join(folder, LOG))) rmSync(folder, { recursive: true, force: true })
  }
  return runtime
}
