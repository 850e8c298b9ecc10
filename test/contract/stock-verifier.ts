import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { quietEnvironment } from '../../src/contract/verifier-process.ts'

/** What a verifier that knows nothing of us says. */
export interface StockResult {
  readonly code: number | null
  /** Descriptions of the interactions that it failed. */
  readonly failed: readonly string[]
  readonly output: string
}

interface Report {
  readonly result: boolean
  readonly interactionResults: readonly { readonly description: string; readonly result: string; readonly pending: boolean }[]
}

/** Runs the verifier of Pact's command line: a binary, driven by files and addresses alone. */
export async function runStock(files: readonly string[], provider: string, states: string, report: string): Promise<StockResult> {
  const { hostname, port } = new URL(provider)
  const words = ['verifier', ...files.flatMap((file) => ['--file', file]), '--hostname', hostname, '--port', port]
  const child = spawn(binary(), [...words, '--state-change-url', states, '--json', report, '--no-colour'], {
    env: quietEnvironment(process.env),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      output += chunk
    })
  const code = await new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve))
  const { interactionResults } = JSON.parse(readFileSync(report, 'utf8')) as Report
  const failed = interactionResults.filter(({ result, pending }) => result !== 'OK' && !pending).map(({ description }) => description)
  return { code, failed, output }
}

/** The binary itself: its JavaScript wrapper does not pass signals on. */
function binary(): string {
  const name = `@pact-foundation/pact-cli-${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}/package.json`
  return join(dirname(createRequire(import.meta.resolve('@pact-foundation/pact-cli/package.json')).resolve(name)), 'standalone', 'pact')
}
