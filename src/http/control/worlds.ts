import { reply } from '../../spec/call.ts'
import { didYouMean } from '../../spec/fault.ts'
import type { World } from '../../world/world.ts'
import type { House } from '../house.ts'
import { printedCredentials } from './printed-credentials.ts'
import type { Controls } from './scene.ts'

/** Worlds: opened, forked, looked at, put back, dropped. */
export const worlds: Pick<Controls, 'ListWorlds' | 'CreateWorld' | 'ShowWorld' | 'DropWorld' | 'ResetWorld' | 'ShowCredentials'> = {
  ListWorlds({ house }) {
    const all = house.worlds.list().flatMap(({ name }) => house.worlds.get(name) ?? [])
    return { count: all.length, worlds: all.map((world) => about(house, world)), starts: startsOf(house) }
  },

  CreateWorld({ input, house, fail }) {
    const { name, start, from } = input.body
    if (start !== undefined && from !== undefined)
      fail('bad-request', 'A world begins from a start or is forked from a world, not both: send "start" or "from".')
    if (start !== undefined && !startsOf(house).includes(start))
      fail('unknown-start', `There is no starting world "${start}".${didYouMean(start, startsOf(house))}`, startsOf(house))
    if (name !== undefined && house.worlds.get(name))
      fail('conflict', `There is a world "${name}" already; drop it first or take another name.`)
    return reply(201, about(house, from === undefined ? house.worlds.open(name, start) : house.worlds.fork(from, name)))
  },

  ShowWorld: ({ house, world }) => about(house, world),

  DropWorld({ house, world }) {
    house.worlds.drop(world.name)
    return undefined
  },

  ResetWorld: ({ house, world }) => about(house, house.worlds.reset(world.name)),

  ShowCredentials: ({ house, world }) => ({
    format: 1,
    world: world.name,
    url: house.addresses[0] ?? '',
    ...printedCredentials(world),
  }),
}

function about(house: House, world: World) {
  const info = house.worlds.list().find(({ name }) => name === world.name)
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

function startsOf(house: House): string[] {
  return Object.keys(house.specs.bundle.worlds)
}
