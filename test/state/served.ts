import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const cli = join(import.meta.dirname, '../../dist/cli.js')

/** The built command, serving in a process of its own. */
export interface Served {
  readonly child: ChildProcess
  /** Where it answers; absent when it ended instead. */
  readonly url: string | undefined
  /** All it has said so far. */
  said(): string
  /** An answer of the control API; rejects when none comes. */
  ask(method: string, path: string, body?: object): Promise<{ readonly status: number; readonly body: Told }>
  /** Resolves with the exit code once the process is gone. */
  gone(): Promise<number | null>
  /** Sends a signal, and waits for that. */
  end(signal?: NodeJS.Signals): Promise<number | null>
}

// biome-ignore lint/suspicious/noExplicitAny: answers are checked by the sandbox itself
type Told = any

export const freshFolder = (): string => mkdtempSync(join(tmpdir(), 'koosandbox-state-'))

const started: ChildProcess[] = []

/** For `afterEach`: ends what a failed test left. */
export function endAll(): void {
  for (const child of started.splice(0)) child.kill('SIGKILL')
}

/** Resolves when it answers or has ended. `before` are words that the command is run by: `unshare …`. */
export async function serve(words: readonly string[], before: readonly string[] = []): Promise<Served> {
  const [program = '', ...rest] = [...before, process.execPath, cli, 'serve', '--port', '0', '--quiet', ...words]
  const child = spawn(program, rest)
  started.push(child)
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  const url = await new Promise<string | undefined>((resolve) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const found = /answers at (http:\/\/127\.0\.0\.1:\d+)/.exec(said)?.[1]
      if (found !== undefined) resolve(found)
    })
    child.once('close', () => resolve(undefined))
  })
  const gone = async () => {
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    return child.exitCode
  }
  return {
    child,
    url,
    said: () => said,
    async ask(method, path, body) {
      const response = await fetch(`${url}/_sandbox${path}`, {
        method,
        ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      })
      return { status: response.status, body: await response.json() }
    },
    gone,
    end(signal = 'SIGTERM') {
      child.kill(signal)
      return gone()
    },
  }
}

/** Tells a served sandbox where its seller answers, and gives its buyer money for many orders. */
export async function settleServed({ ask }: Served, url: string): Promise<void> {
  const { body } = await ask('GET', '/credentials')
  const answers = [
    await ask('POST', `/console/sellers/${body.seller.domain_name}/addresses`, { use: 'basic', url }),
    await ask('POST', `/console/accounts/${body.buyer.domain_name}/recharge`, { amount: '99999999.00' }),
  ]
  for (const { status } of answers) if (status >= 300) throw new Error(`The sandbox could not be made ready: ${status}.`)
}

/** What waits until it is told to go on. */
export function createGate() {
  let open = () => {}
  const passed = new Promise<void>((resolve) => {
    open = resolve
  })
  return { passed, open: () => open() }
}
