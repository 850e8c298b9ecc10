import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

/** A seller that runs beside the tests, known by its address alone. */
export interface SellerProcess extends AsyncDisposable {
  readonly url: string
  /** What it printed after its address, line by line. */
  readonly log: readonly string[]
}

/** Starts a seller and waits until it prints its address. It is stopped when it is disposed of. */
export async function startSellerProcess(
  command: string,
  words: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<SellerProcess> {
  const child = spawn(command, words, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  const log: string[] = []
  let complaints = ''
  child.stderr.on('data', (chunk) => {
    complaints += chunk
  })
  const url = await new Promise<string>((resolve, reject) => {
    const name = [command, ...words].join(' ')
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`${name} ended with ${code} before it printed an address. ${complaints}`)))
    createInterface(child.stdout).on('line', (line) => {
      const address = /http:\/\/\S+/.exec(line)?.[0]
      if (address === undefined) log.push(line)
      else resolve(address)
    })
  })
  return { url, log, [Symbol.asyncDispose]: () => stop(child) }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}
