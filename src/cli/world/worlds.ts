import { readFileSync } from 'node:fs'
import { type ArgsDef, type CommandDef, defineCommand } from 'citty'
import type { ControlApi } from '../../index.ts'
import { actionOf, remoteArguments, worldName } from '../terminal/arguments.ts'
import { ExitError, misused } from '../terminal/exit-codes.ts'
import { print, printJson, table } from '../terminal/print.ts'
import { connect, type Remote } from '../terminal/remote.ts'
import { createForPipeline, isForPipeline, pipelineArguments } from './pipeline-world.ts'

type World = ControlApi['schemas']['World']
type WorldList = ControlApi['schemas']['WorldList']
type Snapshot = ControlApi['schemas']['Snapshot']
type SnapshotList = ControlApi['schemas']['SnapshotList']

/** The arguments of each action. */
const ACTIONS = {
  list: [],
  create: ['NAME'],
  fork: ['FROM', 'NAME'],
  reset: ['NAME'],
  drop: ['NAME'],
  export: ['NAME'],
  import: ['NAME', 'FILE'],
  save: ['NAME', 'SNAPSHOT'],
  snapshots: [],
  open: ['SNAPSHOT', 'NAME'],
  restore: ['NAME', 'SNAPSHOT'],
  forget: ['SNAPSHOT'],
} as const
export type WorldAction = keyof typeof ACTIONS

const startArgument = {
  start: { type: 'string', valueHint: 'name', description: 'For create: the starting world' },
} as const satisfies ArgsDef

/** The descriptions of these arguments. */
const WORDS: Readonly<Record<string, string>> = {
  NAME: 'Name of the world',
  FROM: 'World to copy',
  FILE: 'File that `koosandbox world export` printed',
  SNAPSHOT: 'Name of the snapshot',
}

/** One action as a command: `koosandbox world fork FROM NAME`. */
export function worldCommand(action: WorldAction): CommandDef<ArgsDef> {
  const wanted = ACTIONS[action]
  const words = wanted.map((word) => [word.toLowerCase(), { type: 'positional', required: true, description: WORDS[word] ?? '' }] as const)
  return defineCommand<ArgsDef>({
    args: { ...Object.fromEntries(words), ...(action === 'create' ? startArgument : {}), ...remoteArguments },
    run: ({ args }) => perform(action, args._, args as unknown as Given),
  })
}

/** The former command `worlds`, with all actions as arguments. */
export default defineCommand({
  meta: {
    description: 'List, create, fork, save, export, import, reset and drop the worlds of a running sandbox (newer: koosandbox help world)',
  },
  args: {
    action: {
      type: 'positional',
      required: false,
      default: 'list',
      description: Object.entries(ACTIONS)
        .map(([action, words]) => [action, ...words].join(' '))
        .join(' | '),
    },
    name: { type: 'positional', required: false, description: 'First argument of the action' },
    as: { type: 'positional', required: false, description: 'Second argument of the action' },
    ...startArgument,
    ...pipelineArguments,
    ...remoteArguments,
  },
  async run({ args }) {
    const action = actionOf(args.action, Object.keys(ACTIONS) as WorldAction[])
    if (action === 'create' && isForPipeline(args) && args.as === undefined && (args.ttl ?? args['github-output']) !== undefined)
      return createForPipeline(args)
    if (args.start !== undefined && action !== 'create') throw misused(`--start works with create only, not with ${action}.`)
    const given = [args.name, args.as].filter((word) => word !== undefined)
    const wanted = ACTIONS[action]
    if (given.length > wanted.length)
      throw misused(`Unexpected argument "${given[wanted.length]}": \`koosandbox world ${[action, ...wanted].join(' ')}\``)
    if (given.length < wanted.length) throw misused(`Argument missing: \`koosandbox world ${[action, ...wanted].join(' ')}\``)
    await perform(action, given, args)
  },
})

type Given = Parameters<typeof connect>[0] & { readonly start?: string | undefined; readonly json?: boolean | undefined }

/** Makes a world and prints a line about it. */
export const createNamed = (name: string, args: Given): Promise<void> => perform('create', [name], args)

async function perform(action: WorldAction, given: readonly string[], args: Given): Promise<void> {
  for (const [i, word] of given.entries()) if (ACTIONS[action][i] !== 'FILE') worldName(word)
  const [first = '', second = ''] = given
  show(await act(connect(args), action, first, second, args.start), action, args.json === true)
}

type Result =
  | WorldList
  | SnapshotList
  | Snapshot
  | World
  | { readonly dropped: string }
  | { readonly forgotten: string }
  | { readonly format: 1 }

async function act({ ask }: Remote, action: WorldAction, first: string, second: string, start: string | undefined): Promise<Result> {
  const place = `/worlds/${first}`
  const acts: { readonly [A in WorldAction]: () => Promise<Result> } = {
    list: () => ask<WorldList>('GET', '/worlds'),
    create: () => ask<World>('POST', '/worlds', { body: { name: first, ...(start === undefined ? {} : { start }) } }),
    fork: () => ask<World>('POST', '/worlds', { body: { from: first, name: second } }),
    open: () => ask<World>('POST', '/worlds', { body: { snapshot: first, name: second } }),
    reset: () => ask<World>('POST', `${place}/reset`),
    drop: async () => {
      await ask('DELETE', place)
      return { dropped: first }
    },
    export: () => ask<{ format: 1 }>('GET', `${place}/file`),
    import: () => ask<World>('PUT', `${place}/file`, { body: readWorld(second) }),
    save: () => ask<Snapshot>('POST', `${place}/snapshots`, { body: { name: second } }),
    snapshots: () => ask<SnapshotList>('GET', '/snapshots'),
    restore: () => ask<World>('POST', `${place}/restore`, { body: { snapshot: second } }),
    forget: async () => {
      await ask('DELETE', `/snapshots/${first}`)
      return { forgotten: first }
    },
  }
  return acts[action]()
}

function show(result: Result, action: WorldAction, json: boolean): void {
  // An exported world is always JSON.
  if (json || action === 'export') printJson(result)
  else if ('worlds' in result) print(table(result.worlds.map(line)))
  else if ('snapshots' in result) print(table(result.snapshots.map(({ name, world, now }) => [name, `of ${world}`, now])))
  else if ('dropped' in result) print(`World "${result.dropped}" is dropped.`)
  else if ('forgotten' in result) print(`Snapshot "${result.forgotten}" is dropped.`)
  else if ('mode' in result) {
    print(table([line(result)]))
    if (action !== 'reset' && action !== 'restore') print(`Its keys: koosandbox env --world ${result.name}`)
  } else if ('world' in result) print(`World "${result.world}" of ${result.now} is saved as "${result.name}".`)
}

/** The file of a world, or exit code 2. */
function readWorld(path: string): unknown {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    throw misused(`${path} cannot be read: ${(error as Error).message}`)
  }
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new ExitError(`${path} is not JSON: ${(error as Error).message}`)
  }
}

function line({ name, mode, now, orders, parent, start }: World): string[] {
  const origin = parent === undefined ? (start === undefined ? '' : `started from ${start}`) : `forked from ${parent}`
  return [name, mode, now, `${orders} orders`, origin]
}
