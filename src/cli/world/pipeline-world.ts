import { appendFileSync } from 'node:fs'
import type { ArgsDef } from 'citty'
import { type ControlApi, isNamespace, machineSecret } from '../../index.ts'
import { type Credentials, LINES, variables } from '../look/env.ts'
import { worldName } from '../terminal/arguments.ts'
import { misused } from '../terminal/exit-codes.ts'
import { printJson, printNote, printVerbatim } from '../terminal/print.ts'
import { connect } from '../terminal/remote.ts'

type World = ControlApi['schemas']['World']

/** Arguments of a world for a pipeline. */
export const pipelineArguments = {
  ttl: {
    type: 'string',
    valueHint: '2h',
    description: 'Drop the world when nobody used it for so long, and print its address and keys for a shell',
  },
  namespace: { type: 'string', valueHint: 'name', description: 'Namespace of the world; a token with a namespace has its own' },
  'github-output': { type: 'boolean', description: 'Write address and keys to $GITHUB_OUTPUT, and mask the secrets in the log' },
} as const satisfies ArgsDef

export interface PipelineOptions {
  readonly name?: string | undefined
  readonly start?: string | undefined
  readonly ttl?: string | undefined
  readonly namespace?: string | undefined
  readonly 'github-output'?: boolean | undefined
  readonly json?: boolean | undefined
}

/** Whether a world is made for a pipeline: then its keys are printed, not a line about it. */
export const isForPipeline = ({ name, ttl, 'github-output': output }: PipelineOptions): boolean =>
  name === undefined || ttl !== undefined || output === true

/** Makes a world and prints what a pipeline needs to use it. */
export async function createForPipeline(args: PipelineOptions & Parameters<typeof connect>[0]): Promise<void> {
  const { ask, url } = connect(args)
  const { namespace, start, ttl } = args
  if (namespace !== undefined && !isNamespace(namespace))
    throw misused(
      `"${namespace.slice(0, 80)}" is no name of a namespace. Use at most 31 small letters and digits, with single hyphens between them.`,
    )
  const given = worldName(args.name ?? `ci-${machineSecret().slice(0, 12)}`)
  const wanted = namespace === undefined || given.startsWith(`${namespace}--`) ? given : worldName(`${namespace}--${given}`)
  const body = { name: wanted, ...(start === undefined ? {} : { start }), ...(ttl === undefined ? {} : { ttl }) }
  const world = await ask<World>('POST', '/worlds', { body })
  const credentials = { ...(await ask<Credentials>('GET', '/credentials', { query: { world: world.name } })), url }
  if (args.json) {
    printJson({ ...credentials, ...(world.ttl === undefined ? {} : { ttl: world.ttl }) })
    return
  }
  const { operations } = await ask<ControlApi['schemas']['OperationList']>('GET', '/operations', { query: { direction: 'in' } })
  const all = Object.entries(variables(credentials, 'buyer', new Set(operations.map(({ service }) => service))))
  if (args['github-output']) writeOutput(all)
  else printVerbatim(all.map(([name, value]) => LINES.sh(name, value)).join('\n'))
  printNote(ttl === undefined ? `World "${world.name}".` : `World "${world.name}" is dropped when nobody used it for ${ttl}.`)
}

/** What may be read in a log; all else is masked there. */
const PLAIN = /_(?:URL|WORLD|AK|ENDPOINT|DOMAIN_ID|PROJECT_ID|BUNDLE|FILE|CERTS)$|_REGION_/

function writeOutput(variables: readonly (readonly [name: string, value: string])[]): void {
  const file = process.env.GITHUB_OUTPUT
  if (file === undefined || file === '')
    throw misused('GITHUB_OUTPUT is not set. Run this in a step of GitHub Actions, or leave out --github-output.')
  for (const [name, value] of variables) if (!PLAIN.test(name)) printVerbatim(`::add-mask::${value}`)
  appendFileSync(file, variables.map(([name, value]) => `${name}=${value}\n`).join(''))
}
