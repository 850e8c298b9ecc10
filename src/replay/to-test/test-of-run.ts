import { HIDDEN_SEED, readRun } from '../../record/run-file.ts'
import { createSecrets } from '../../record/secrets.ts'
import { startSandbox } from '../../sandbox/open-sandbox.ts'
import { stepsOf } from './steps.ts'
import { type TestKind, writeTest } from './write-test.ts'

/** Secrets that a sandbox prints for each role. */
const MEMBERS = ['token', 'password', 'sk', 'appcode'] as const

/**
 * A recorded run as a test: the calls of clients in order, the values that later calls take from earlier answers, and the outcome of each call.
 * @throws SpecFault for a text that is not a run file
 */
export async function testOfRun(text: string, name: string, kind: TestKind): Promise<string> {
  const run = readRun(text, name)
  const { world = 'default', seed: recorded = HIDDEN_SEED } = run.head.options as { world?: string; seed?: string }
  const seed = recorded === HIDDEN_SEED ? 'koogallery' : recorded
  await using sandbox = await startSandbox({ world, seed })
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
  return writeTest(kind, steps, { world, seed })
}
