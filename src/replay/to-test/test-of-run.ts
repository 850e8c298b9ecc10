import { HIDDEN_SEED, readRun } from '../../record/run-file.ts'
import { createSecrets } from '../../record/secrets.ts'
import { startSandbox } from '../../sandbox/open-sandbox.ts'
import type { SandboxOptions } from '../../sandbox/sandbox-api.ts'
import { createReplayer } from '../replayer.ts'
import { stepsOf } from './steps.ts'
import { type TestKind, writeTest } from './write-test.ts'

/** The other options that the outcome of calls depends on. */
const MATTERING = [
  'auth',
  'spec',
  'with',
  'stateful',
  'strictQuery',
  'scenarios',
  'chaos',
] as const satisfies readonly (keyof SandboxOptions)[]

const isUsual = (value: unknown) =>
  value === undefined || value === false || value === 'strict' || (Array.isArray(value) && value.length === 0)

/** Secrets that a sandbox prints for each role. */
const MEMBERS = ['token', 'password', 'sk', 'appcode'] as const

/**
 * A recorded run as a test: the calls of clients in order, the values that later calls take from earlier answers, and the outcome of each call.
 * @throws SpecFault for a text that is not a run file
 */
export async function testOfRun(text: string, name: string, kind: TestKind): Promise<string> {
  const run = readRun(text, name)
  const { world = 'default', seed: recorded = HIDDEN_SEED, ...others } = run.head.options as SandboxOptions
  const seed = recorded === HIDDEN_SEED ? 'koogallery' : recorded
  const options = {
    world,
    seed,
    ...Object.fromEntries(MATTERING.flatMap((option) => (isUsual(others[option]) ? [] : [[option, others[option]]]))),
  }
  // Its secrets are not in the file; the names of the operations and the printed credentials do not depend on them.
  const config = createReplayer(run, false).configuration(undefined)
  await using sandbox = await startSandbox({ ...options, ...(config === undefined ? {} : { config: config as object }) })
  const secrets = createSecrets()
  secrets.attend(sandbox.world)
  const printed = Object.entries(sandbox.credentials)
  const values = new Map(
    printed.flatMap(([role, credentials]) =>
      MEMBERS.flatMap((member) => {
        const value = credentials[member]
        return value === undefined ? [] : [[secrets.hide(value), { path: [role, member] }] as const]
      }),
    ),
  )
  const roleWith = (member: 'ak' | 'domain_name', value: string) => printed.find(([, credentials]) => credentials[member] === value)?.[0]
  const steps = stepsOf(run, sandbox.specs, {
    valueOf: (placeholder) => values.get(placeholder),
    roleOfKey: (accessKey) => roleWith('ak', accessKey),
    roleOfDomain: (name) => roleWith('domain_name', name),
  })
  return writeTest(kind, steps, {
    ...options,
    ...(run.head.options.config === undefined ? {} : { config: run.head.options.config as object }),
  })
}
