import { type ChildProcess, spawn } from 'node:child_process'
import type { Socket } from 'node:net'

/** What comes back: the verifier's own words, or why there are none. */
export interface VerifierMessage {
  readonly output?: unknown
  readonly failure?: string
}

interface Limits {
  /** The machine's `systemClock.wait`. */
  readonly wait: (ms: number, signal?: AbortSignal) => Promise<void>
  /** Machine milliseconds for the whole run. */
  readonly longest: number
}

/**
 * The source of the process. It is a string because a separate file would need extra care when bundling. It uses Pact's core directly: the
 * package around it adds a proxy that converts every form to JSON.
 */
const SOURCE = `process.once('disconnect', () => process.exit(0))
process.on('message', async ({ pact, options }) => {
  let message
  try {
    const core = require('node:module').createRequire(pact)('@pact-foundation/pact-core').default
    message = { output: await core.verifyPacts(options) }
  } catch (error) {
    message = { output: error?.message ?? String(error) }
  }
  process.send(message)
})`

interface Verifier {
  readonly child: ChildProcess
  /** A process keeps the environment that it was started with. */
  readonly environment: string
}

/** The process of the last run, ready for the next: starting one takes longer than verifying a small pact. It keeps nobody from ending. */
let idle: Verifier | undefined

/** Runs Pact's core in a process of its own. A process that fails, or takes too long, is ended. */
export async function askVerifier(pact: string, options: object, { wait, longest }: Limits): Promise<VerifierMessage> {
  const verifier = takeVerifier()
  const { child } = verifier
  const over = new AbortController()
  let complaints = ''
  const complain = (chunk: Buffer) => {
    complaints = `${complaints}${chunk}`.slice(-2000)
  }
  child.stderr?.on('data', complain)
  const message = await new Promise<VerifierMessage>((resolve) => {
    child.once('message', (sent: VerifierMessage) => resolve(sent))
    child.once('error', (error) => resolve({ failure: `The Pact Verifier could not be started (${error.message}).` }))
    child.once('exit', (code, signal) =>
      resolve({ failure: `The Pact Verifier ended without a result (${signal ?? code}). ${complaints}`.trim() }),
    )
    wait(longest, over.signal).then(
      () => resolve({ failure: `The Pact Verifier did not end within ${longest} ms.` }),
      () => {},
    )
    child.send({ pact, options })
  })
  over.abort()
  for (const event of ['message', 'error', 'exit']) child.removeAllListeners(event)
  child.stderr?.removeListener('data', complain)
  if (message.failure === undefined) keepVerifier(verifier)
  else child.kill('SIGKILL')
  return message
}

function takeVerifier(): Verifier {
  const env = quietEnvironment(process.env)
  const environment = JSON.stringify(env)
  if (idle?.environment === environment) {
    const verifier = idle
    idle = undefined
    for (const event of ['error', 'exit']) verifier.child.removeAllListeners(event)
    hold(verifier.child, 'ref')
    return verifier
  }
  return { child: spawn(process.execPath, ['-e', SOURCE], { env, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] }), environment }
}

function keepVerifier(verifier: Verifier): void {
  idle?.child.kill('SIGKILL')
  idle = verifier
  verifier.child.once('exit', () => {
    if (idle === verifier) idle = undefined
  })
  verifier.child.on('error', () => {})
  hold(verifier.child, 'unref')
}

function hold(child: ChildProcess, how: 'ref' | 'unref'): void {
  child[how]()
  child.channel?.[how]()
  ;(child.stderr as Socket | null)?.[how]()
}

/**
 * The environment without proxies (they would receive local calls), without Pact's filters (they skip interactions), without a broker (it
 * would be asked again, and has been), and without telemetry.
 */
export function quietEnvironment(given: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const unwanted = /^(https?|all)_proxy$|^PACT_(DESCRIPTION|PROVIDER_STATE|PROVIDER_NO_STATE|BROKER_\w+)$/i
  const kept = Object.entries(given).filter(([name]) => !unwanted.test(name))
  return { ...Object.fromEntries(kept), PACT_DO_NOT_TRACK: 'true' }
}
