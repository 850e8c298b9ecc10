import { readRun } from '../../record/run-file.ts'
import { createSecrets } from '../../record/secrets.ts'
import { startSandbox } from '../../sandbox/open-sandbox.ts'
import { stepsOf } from './steps.ts'
import { type TestKind, writeTest } from './write-test.ts'

/**
 * A recorded run as a test: the calls of clients in order, the values that later calls take from earlier answers, and the outcome of each call.
 * @throws SpecFault for a text that is not a run file
 */
export async function testOfRun(text: string, name: string, kind: TestKind): Promise<string> {
  const run = readRun(text, name)
  const { world = 'default', seed = 'koogallery' } = run.head.options as { world?: string; seed?: string }
  await using sandbox = await startSandbox({ world, seed })
  const secrets = createSecrets()
  secrets.attend(sandbox.world)
  const roles = new Map(Object.entries(sandbox.credentials).map(([role, { token }]) => [secrets.hide(token), role]))
  const steps = stepsOf(run, sandbox.specs, (token) => roles.get(token))
  return writeTest(kind, steps, { world, seed })
}
