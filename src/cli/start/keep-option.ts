import type { SandboxOptions } from '../../index.ts'
import { storeArgument, storeOf } from '../store/store-option.ts'
import { numberOf } from '../terminal/arguments.ts'
import { misused } from '../terminal/exit-codes.ts'

/** Where worlds are kept: in a directory, or in a database that replicas share. */
export const keepArguments = {
  state: { type: 'string', valueHint: 'directory', description: 'Keep all worlds in this directory over a restart' },
  fsync: { type: 'boolean', description: 'With --state: keep them over a power failure too; every change waits for the disk' },
  ...storeArgument,
  replica: { type: 'string', valueHint: 'name', description: 'With --store: name of this replica; default: made up' },
  advertise: { type: 'string', valueHint: 'url', description: 'With --store: where the other replicas reach this one' },
  lease: {
    type: 'string',
    valueHint: 'seconds',
    description: 'With --store: after this time the worlds of a replica that is gone are continued by another; default 3',
  },
} as const

interface KeepArguments {
  readonly fsync?: boolean | undefined
  readonly store?: string | undefined
  readonly state?: string | undefined
  readonly replica?: string | undefined
  readonly advertise?: string | undefined
  readonly lease?: string | undefined
}

/** @throws ExitError for options that do not belong together */
export function keepOf(args: KeepArguments): Pick<SandboxOptions, 'state' | 'fsync' | 'store' | 'replica'> {
  if (args.fsync && args.state === undefined) throw misused('--fsync needs --state DIRECTORY.')
  const store = args.state === undefined ? storeOf(args) : args.store
  if (store === undefined) {
    for (const name of ['replica', 'advertise', 'lease'] as const)
      if (args[name] !== undefined) throw misused(`--${name} needs --store postgres://user@host/database.`)
    return args.state === undefined ? {} : { state: args.state, fsync: args.fsync === true }
  }
  if (args.state !== undefined) throw misused('--state and --store exclude each other: worlds are kept in a directory or in a database.')
  if (args.advertise !== undefined && !/^http:\/\/[^/]+\/?$/.test(args.advertise))
    throw misused(`--advertise "${args.advertise}" is no address of a replica. Write http://HOST:PORT.`)
  return {
    store,
    replica: {
      ...(args.replica === undefined ? {} : { name: args.replica }),
      ...(args.advertise === undefined ? {} : { url: args.advertise }),
      ...(args.lease === undefined ? {} : { lease: 1000 * numberOf(args.lease, '--lease', 1, 600) }),
    },
  }
}
