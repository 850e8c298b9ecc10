import type { House } from '../http/server-context.ts'
import { reply } from '../spec/call.ts'
import { didYouMean } from '../spec/document/fault.ts'
import type { World } from '../world/world-api.ts'
import type { SnapshotInfo } from '../world/worlds.ts'
import type { Controls } from './control-behaviour.ts'
import { printedCredentials } from './printed-credentials.ts'

type Operations =
  | ('ListWorlds' | 'CreateWorld' | 'ShowWorld' | 'DropWorld' | 'ResetWorld' | 'ShowCredentials' | 'ExportWorld' | 'ImportWorld')
  | ('ListSnapshots' | 'SaveSnapshot' | 'RestoreSnapshot' | 'DropSnapshot')

/** Worlds: opened, forked, looked at, put back, kept, written out and read in, dropped. */
export const worlds: Pick<Controls, Operations> = {
  ListWorlds({ house }) {
    const all = house.worlds.list().flatMap(({ name }) => house.worlds.get(name) ?? [])
    return { count: all.length, worlds: all.map((world) => about(house, world)), starts: startsOf(house) }
  },

  CreateWorld({ input, house, fail }) {
    const { name, start, from, snapshot } = input.body
    if ([start, from, snapshot].filter((one) => one !== undefined).length > 1)
      fail('bad-request', 'A world begins from one thing, not both or all: send one of "start", "from" and "snapshot".')
    if (start !== undefined && !startsOf(house).includes(start))
      fail('unknown-start', `There is no starting world "${start}".${didYouMean(start, startsOf(house))}`, startsOf(house))
    if (name !== undefined && house.worlds.get(name))
      fail('conflict', `There is a world "${name}" already; drop it first or take another name.`)
    if (snapshot !== undefined) return reply(201, about(house, house.worlds.snapshots.open(snapshot, name)))
    return reply(201, about(house, from === undefined ? house.worlds.open(name, start) : house.worlds.fork(from, name)))
  },

  ShowWorld: ({ house, world }) => about(house, world),

  DropWorld({ house, world }) {
    house.worlds.drop(world.name)
    return undefined
  },

  ResetWorld: ({ house, world }) => about(house, house.worlds.reset(world.name)),

  ExportWorld: ({ house, world }) => ({ ...house.worlds.export(world.name) }),

  ImportWorld: ({ input, house }) => about(house, house.worlds.import(input.path.world, input.body)),

  ListSnapshots({ house }) {
    const snapshots = house.worlds.snapshots.list().map(shown)
    return { count: snapshots.length, snapshots }
  },

  SaveSnapshot: ({ input, house, world }) => shown(house.worlds.snapshots.save(world.name, input.body.name)),

  RestoreSnapshot: ({ input, house, world }) => about(house, house.worlds.snapshots.restore(world.name, input.body.snapshot)),

  DropSnapshot({ input, house }) {
    house.worlds.snapshots.drop(input.path.snapshot)
    return undefined
  },

  ShowCredentials: ({ house, world }) => ({
    format: 1,
    world: world.name,
    url: house.addresses[0] ?? '',
    ...printedCredentials(world),
  }),
}

function about(house: House, world: World) {
  const info = house.worlds.info(world.name)
  return {
    name: world.name,
    named: info?.named ?? true,
    ...(info?.start === undefined ? {} : { start: info.start }),
    ...(world.parent === undefined ? {} : { parent: world.parent }),
    mode: world.clock.mode,
    now: new Date(world.clock.now()).toISOString(),
    orders: world.orders.size,
    facts: world.facts.count,
  }
}

const shown = ({ at, ...snapshot }: SnapshotInfo) => ({ ...snapshot, now: new Date(at).toISOString() })

function startsOf(house: House): string[] {
  return Object.keys(house.specs.bundle.worlds)
}
