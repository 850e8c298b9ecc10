import { defineCommand } from 'citty'
import type { ControlApi } from '../index.ts'
import { actionOf, remoteArguments, worldName } from './arguments.ts'
import { print, printJson, table } from './print.ts'
import { connect } from './remote.ts'
import { misused } from './stop.ts'

type World = ControlApi['schemas']['World']
type WorldList = ControlApi['schemas']['WorldList']

export default defineCommand({
  meta: { name: 'worlds', description: 'List, create, fork, reset and drop the worlds of a running sandbox' },
  args: {
    action: {
      type: 'positional',
      required: false,
      default: 'list',
      description: 'list | create NAME | fork FROM NAME | reset NAME | drop NAME',
    },
    name: { type: 'positional', required: false, description: 'The world; for fork, its parent' },
    as: { type: 'positional', required: false, description: 'For fork: the name of the new world' },
    start: { type: 'string', valueHint: 'name', description: 'For create: the starting world' },
    ...remoteArguments,
  },
  async run({ args }) {
    const { ask } = connect(args)
    const action = actionOf(args.action, ['list', 'create', 'fork', 'reset', 'drop'])
    if (args.start !== undefined && action !== 'create') throw misused(`--start goes with create only, not with ${action}.`)
    if (action === 'list') {
      if (args.name !== undefined) throw misused(`"${args.name}" is one word too many: "worlds list" takes none.`)
      const list = await ask<WorldList>('GET', '/worlds')
      if (args.json) printJson(list)
      else print(table(list.worlds.map(line)))
      return
    }
    const name = args.name
    if (name === undefined || (action === 'fork' && args.as === undefined))
      throw misused(`Say which: \`koosandbox worlds ${action} ${action === 'fork' ? 'FROM NAME' : 'NAME'}\``)
    if (action !== 'fork' && args.as !== undefined) throw misused(`"${args.as}" is one word too many.`)
    for (const one of [name, args.as]) if (one !== undefined) worldName(one)
    const place = `/worlds/${encodeURIComponent(name)}`
    if (action === 'drop') {
      await ask('DELETE', place)
      if (args.json) printJson({ dropped: name })
      else print(`World "${name}" is dropped.`)
      return
    }
    const world =
      action === 'reset'
        ? await ask<World>('POST', `${place}/reset`)
        : await ask<World>('POST', '/worlds', {
            body: action === 'fork' ? { from: name, name: args.as } : { name, ...(args.start === undefined ? {} : { start: args.start }) },
          })
    if (args.json) printJson(world)
    else {
      print(table([line(world)]))
      if (action !== 'reset') print(`Its keys: koosandbox env --world ${world.name}`)
    }
  },
})

function line({ name, mode, now, orders, parent, start }: World): string[] {
  const origin = parent === undefined ? (start === undefined ? '' : `started from ${start}`) : `forked from ${parent}`
  return [name, mode, now, `${orders} orders`, origin]
}
