import type { RunOptions } from '../record/run-file.ts'
import type { Configuration } from './configuration.ts'
import type { SandboxOptions } from './sandbox-api.ts'

/** The options that answers and deliveries depend on. The others do not enter a run file. */
const TOLD = [
  'clock',
  'start',
  'world',
  'seed',
  'auth',
  'checkAnswers',
  'onDrift',
  'host',
  'ownHosts',
  'maxWorlds',
  'maxSnapshots',
  'limits',
  'journalSize',
  'spec',
  'with',
  'stateful',
  'cors',
  'strictQuery',
  'scenarios',
  'chaos',
] as const satisfies readonly (keyof SandboxOptions)[]

/** What a run file tells of the options, so that a replay opens the same sandbox. */
export function runOptions(
  options: SandboxOptions,
  { config, ownSecrets }: { readonly config: Configuration | undefined; readonly ownSecrets: boolean },
): RunOptions {
  const told = TOLD.flatMap((name) => (options[name] === undefined ? [] : [[name, options[name]]]))
  return {
    ...Object.fromEntries(told),
    ...(config ? { config: config.layer.raw } : {}),
    ...(ownSecrets ? { ownSecrets } : {}),
    ...(options.bundle ? { ownSpecs: true } : {}),
  }
}
