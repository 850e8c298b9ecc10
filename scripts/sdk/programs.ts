import { execFile } from 'node:child_process'
import { join } from 'node:path'
import type { Sandbox } from '../../src/index.ts'

export interface Program {
  readonly language: string
  readonly file: string
  /** What answers whether the language is there; the first word runs the program, too. */
  readonly version: readonly [command: string, ...words: string[]]
  /** What comes before the file. */
  readonly words: readonly string[]
  readonly missing: string
}

/** The complete programs of `examples/sdk/`. The Node one uses the vendor's SDK; the others sign by themselves. */
export const PROGRAMS: readonly Program[] = [
  { language: 'Node', file: 'orders.mjs', version: [process.execPath, '--version'], words: [], missing: '' },
  { language: 'Python', file: 'orders.py', version: ['python3', '--version'], words: [], missing: 'Debian: python3' },
  { language: 'Go', file: 'orders.go', version: ['go', 'version'], words: ['run'], missing: 'Debian: golang-go' },
  { language: 'Java', file: 'Orders.java', version: ['java', '--version'], words: [], missing: 'Debian: default-jdk-headless' },
  { language: 'PHP', file: 'orders.php', version: ['php', '--version'], words: [], missing: 'Debian: php-cli' },
]

export const FOLDER = join(import.meta.dirname, '..', '..', 'examples', 'sdk')

/** What `koosandbox env` prints for these programs. */
export function variablesOf({ url, credentials: { buyer } }: Sandbox): NodeJS.ProcessEnv {
  if (!buyer) throw new Error('The world has no buyer.')
  return {
    KOOSANDBOX_URL: url,
    HUAWEICLOUD_SDK_AK: buyer.ak,
    HUAWEICLOUD_SDK_SK: buyer.sk,
    HUAWEICLOUD_SDK_DOMAIN_ID: buyer.domain_id,
  }
}

export interface Outcome {
  readonly code: number | string
  readonly out: string
  readonly err: string
}

/** Runs a command with these variables added to ours. A command that is not there ends with `ENOENT`. */
export function run(command: string, words: readonly string[], variables: NodeJS.ProcessEnv = {}): Promise<Outcome> {
  const env = { ...process.env, ...variables }
  return new Promise((resolve) =>
    execFile(command, words, { cwd: FOLDER, env, timeout: 300_000 }, (error, out, err) =>
      resolve({ code: error === null ? 0 : (error.code ?? 1), out, err }),
    ),
  )
}

export const isThere = async ({ version: [command, ...words] }: Program): Promise<boolean> => (await run(command, words)).code === 0

export const runProgram = ({ version: [command], words, file }: Program, variables: NodeJS.ProcessEnv): Promise<Outcome> =>
  run(command, [...words, join(FOLDER, file)], variables)
