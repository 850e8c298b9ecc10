import type { ServerContext } from '../http/server-context.ts'
import { didYouMean } from '../language/did-you-mean.ts'
import { reply } from '../spec/call.ts'
import { targetOf } from '../world/engine/span.ts'
import type { World } from '../world/world-api.ts'
import type { SnapshotInfo } from '../world/worlds-api.ts'
import type { Controls } from './control-behaviour.ts'
import { printedCredentials } from './printed-credentials.ts'

type Operations =
  | ('ListWorlds' | 'CreateWorld' | 'ShowWorld' | 'DropWorld' | 'ResetWorld' | 'ShowCredentials' | 'ExportWorld' | 'ImportWorld')
  | ('ListSnapshots' | 'SaveSnapshot' | 'RestoreSnapshot' | 'DropSnapshot')

/** Worlds: creating, forking, showing, resetting, exporting, importing and dropping them, and their snapshots. */
export const worlds: Pick<Controls, Operations> = {
  ListWorlds({ server }) {
    const all = server.worlds.list().flatMap(({ name }) => server.worlds.get(name) ?? [])
    return { count: all.length, worlds: all.map((world) => about(server, world)), starts: startsOf(server) }
  },

  CreateWorld({ input, server, fail }) {
    const { name, start, from, snapshot, ttl } = input.body
    const idle = ttl === undefined ? undefined : idleTime(ttl, server)
    if ([start, from, snapshot].filter((one) => one !== undefined).length > 1)
      fail('bad-request', 'Send only one of "start", "from" and "snapshot": a world begins from one of them.')
    if (start !== undefined && !startsOf(server).includes(start))
      fail('unknown-start', `There is no starting world "${start}".${didYouMean(start, startsOf(server))}`, startsOf(server))
    if (name !== undefined && server.worlds.get(name))
      fail('conflict', `There is a world "${name}" already; drop it first or take another name.`)
    if (snapshot !== undefined) return reply(201, about(server, server.worlds.snapshots.open(snapshot, name, idle)))
    return reply(201, about(server, from === undefined ? server.worlds.open(name, start, idle) : server.worlds.fork(from, name, idle)))
  },

  ShowWorld: ({ server, world }) => about(server, world),

  DropWorld({ server, world }) {
    server.worlds.drop(world.name)
    return undefined
  },

  ResetWorld: ({ server, world }) => about(server, server.worlds.reset(world.name)),

  ExportWorld: ({ server, world }) => ({ ...server.worlds.export(world.name) }),

  ImportWorld: ({ input, server }) => about(server, server.worlds.import(input.path.world, input.body)),

  ListSnapshots({ server }) {
    const snapshots = server.worlds.snapshots.list().map(shown)
    return { count: snapshots.length, snapshots }
  },

  SaveSnapshot: ({ input, server, world }) => shown(server.worlds.snapshots.save(world.name, input.body.name)),

  RestoreSnapshot: ({ input, server, world }) => about(server, server.worlds.snapshots.restore(world.name, input.body.snapshot)),

  DropSnapshot({ input, server }) {
    server.worlds.snapshots.drop(input.path.snapshot)
    return undefined
  },

  ShowCredentials: ({ server, world }) => ({
    format: 1,
    world: world.name,
    url: server.addresses[0] ?? '',
    ...printedCredentials(world),
  }),
}

function about(server: ServerContext, world: World) {
  const info = server.worlds.info(world.name)
  return {
    name: world.name,
    named: info?.named ?? true,
    ...(info?.idle === undefined ? {} : { ttl: `PT${info.idle / 1000}S` }),
    ...(info?.start === undefined ? {} : { start: info.start }),
    ...(world.parent === undefined ? {} : { parent: world.parent }),
    mode: world.clock.mode,
    now: new Date(world.clock.now()).toISOString(),
    orders: world.orders.size,
    facts: world.facts.count,
  }
}

const shown = ({ at, ...snapshot }: SnapshotInfo) => ({ ...snapshot, now: new Date(at).toISOString() })

/** Machine milliseconds of a duration. @throws WorldError `duration.malformed` */
function idleTime(ttl: string, { systemClock }: ServerContext): number {
  const now = systemClock.now()
  return targetOf(ttl, now) - now
}

function startsOf(server: ServerContext): string[] {
  return Object.keys(server.specs.bundle.worlds)
}
