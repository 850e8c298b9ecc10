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
  /** Sends a signal; resolves with the exit code once the process is gone. */
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
    async end(signal = 'SIGTERM') {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
      const gone = once(child, 'exit')
      child.kill(signal)
      const [code] = await gone
      return code
    },
  }
}

/** Tells a served sandbox where its seller answers. */
export async function settleServed({ ask }: Served, url: string): Promise<void> {
  const { body } = await ask('GET', '/credentials')
  const { status } = await ask('POST', `/console/sellers/${body.seller.domain_name}/addresses`, { use: 'basic', url })
  if (status >= 300) throw new Error(`The address was refused with ${status}.`)
}
