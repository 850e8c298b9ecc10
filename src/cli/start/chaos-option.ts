import type { ArgsDef } from 'citty'
import type { SandboxOptions } from '../../index.ts'
import { misused } from '../terminal/exit-codes.ts'

/** What is meant to go wrong from the start. */
export const chaosArguments = {
  scenarios: {
    type: 'string',
    valueHint: 'folder',
    description: 'Folder of your own scenarios; default: scenarios beside the configuration, if it exists',
  },
  chaos: { type: 'string', valueHint: '5%', description: 'Change this share of all calls; --seed decides which' },
  'chaos-verbs': {
    type: 'string',
    valueHint: 'error,delay',
    description:
      'With --chaos: only these of error, throttle, status, delay, hang, reset, empty, half, chunk, garbage; default: all but hang',
  },
} as const satisfies ArgsDef

/** The options of a command line, or exit code 2. */
export function chaosOf(args: {
  readonly scenarios?: string | undefined
  readonly chaos?: string | undefined
  readonly 'chaos-verbs'?: string | undefined
}): Pick<SandboxOptions, 'scenarios' | 'chaos'> {
  const { scenarios, chaos: rate, 'chaos-verbs': verbs } = args
  if (verbs !== undefined && rate === undefined) throw misused('--chaos-verbs needs --chaos SHARE, such as --chaos 5%.')
  return {
    ...(scenarios === undefined ? {} : { scenarios }),
    ...(rate === undefined
      ? {}
      : { chaos: { rate, ...(verbs === undefined ? {} : { verbs: verbs.split(',').map((verb) => verb.trim()) }) } }),
  }
}
