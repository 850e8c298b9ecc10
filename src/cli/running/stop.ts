import { defineCommand } from 'citty'
import { isRunning, systemClock, thisProcess } from '../../index.ts'
import { millisecondsOf, numberOf } from '../terminal/arguments.ts'
import { EXIT, ExitError, misused } from '../terminal/exit-codes.ts'
import { print, printJson, printNote } from '../terminal/print.ts'
import { askReady, ownerOf } from './port-holder.ts'
import { forget, type Listed, listRunning } from './running-file.ts'

/** Milliseconds between two looks at a process that ends. */
const PAUSE = 50

/** Milliseconds by which two tellings of the same start may differ. */
const NEAR = 2000

export default defineCommand({
  meta: { description: 'Stop the sandbox of this folder, or the one at a port' },
  args: {
    port: { type: 'string', valueHint: 'number', description: 'The sandbox at this port, whatever its folder' },
    all: { type: 'boolean', description: 'All sandboxes that `koosandbox status` lists' },
    timeout: {
      type: 'string',
      valueHint: 'duration',
      default: '30s',
      description: 'Maximum wait for its end: 500ms, 30s, 2m; a plain number counts seconds',
    },
    force: { type: 'boolean', description: 'Kill it when it has not ended by then' },
    json: { type: 'boolean', description: 'JSON, for scripts' },
  },
  async run({ args }) {
    const limit = millisecondsOf(args.timeout, '--timeout')
    if (args.all && args.port !== undefined) throw misused('Pass --port or --all, not both.')
    const port = args.port === undefined ? undefined : numberOf(args.port, '--port', 1, 65_535)
    const all = await listRunning()
    for (const one of all) if (one.state === 'ended') forget(one)
    const meant = meantBy(
      all.filter(({ state }) => state !== 'ended'),
      { port, all: args.all === true },
    )
    for (const one of meant) await end(one, limit, args.force === true)
    const stopped = meant.map(({ url, folder, port, process }) => ({ url, port, folder, pid: process.pid }))
    if (args.json) printJson({ format: 1, stopped })
    else for (const one of meant) print(`${one.url} has stopped (${ownerOf(one)}).`)
    if (meant.length === 0 && !args.json) printNote('No sandbox runs.')
    return meant.length === 0 ? EXIT.nothing : EXIT.fine
  },
})

/** Without options: the sandbox of this folder, never one of another folder. */
function meantBy(
  running: readonly Listed[],
  { port, all }: { readonly port: number | undefined; readonly all: boolean },
): readonly Listed[] {
  if (all) return running
  if (port !== undefined) {
    const found = running.filter((one) => one.port === port)
    if (found.length > 0) return found
    throw new ExitError(`No sandbox that \`serve\` started runs at port ${port}.${others(running)}`, EXIT.nothing)
  }
  const here = running.filter(({ folder }) => folder === process.cwd())
  if (here.length > 1) throw misused(`${here.length} sandboxes of this folder run.${others(here)}`)
  if (here.length === 0 && running.length > 0) throw new ExitError(`No sandbox of this folder runs.${others(running)}`, EXIT.nothing)
  return here
}

const others = (running: readonly Listed[]) =>
  running.length === 0 ? '' : ` Pass ${running.map((one) => `--port ${one.port} (${one.folder})`).join(' or ')}.`

/** Ends a process that is proven to be that sandbox: same number, same start, same machine. */
async function end(one: Listed, limit: number, force: boolean): Promise<void> {
  const { pid, born } = one.process
  if (one.state !== 'running')
    throw new ExitError(
      `Whether process ${pid} is the sandbox at port ${one.port} cannot be told from here. Stop it in its own container or on its own host.`,
    )
  // Where the system does not tell when a process began, the sandbox itself must.
  if (born === '' && !(await saysItself(one)))
    throw new ExitError(
      `Process ${pid} may be another one by now: this system does not tell when it began, and nothing at ${one.url} says so. End it yourself.`,
    )
  signal(one, 'SIGTERM')
  if (await endedWithin(one, limit)) return
  if (!force)
    throw new ExitError(`${one.url} (process ${pid}) has not stopped within ${limit} ms. Pass a longer --timeout, or --force to kill it.`)
  signal(one, 'SIGKILL')
  if (!(await endedWithin(one, limit))) throw new ExitError(`Process ${pid} cannot be killed.`)
}

/** Whether the sandbox at that address began at the moment of the file. */
async function saysItself({ url, began }: Listed): Promise<boolean> {
  const ready = await askReady(url)
  return typeof ready === 'object' && Math.abs(Date.parse(ready.time) - ready.uptime * 1000 - Date.parse(began)) < NEAR
}

function signal({ process: { pid } }: Listed, name: 'SIGTERM' | 'SIGKILL'): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code !== 'ESRCH') throw new ExitError(`Process ${pid} cannot be ended: ${message}.`)
  }
}

async function endedWithin(one: Listed, limit: number): Promise<boolean> {
  const me = await thisProcess()
  const began = systemClock.monotonic()
  for (;;) {
    // The file is gone a moment before the process is.
    if ((await isRunning(one.process, me)) !== true) {
      forget(one)
      return true
    }
    if (systemClock.monotonic() - began >= limit) return false
    await systemClock.wait(PAUSE)
  }
}
