import { defineCommand } from 'citty'
import type { ControlApi } from '../index.ts'
import { actionOf, remoteArguments, worldArgument } from './arguments.ts'
import { print, printJson, table } from './print.ts'
import { connect } from './remote.ts'
import { EXIT, misused } from './stop.ts'

type Schemas = ControlApi['schemas']

export default defineCommand({
  meta: { name: 'clock', description: 'Read, advance, freeze and release the clock of a world' },
  args: {
    action: { type: 'positional', required: false, default: 'show', description: 'show | advance BY | freeze | live | upcoming' },
    by: { type: 'positional', required: false, description: 'For advance: 3h, 90s, P1M, or a moment such as 2026-05-06T08:05:01Z' },
    ...worldArgument,
    ...remoteArguments,
  },
  async run({ args }) {
    const { ask } = connect(args)
    const query = { world: args.world }
    const action = actionOf(args.action, ['show', 'advance', 'freeze', 'live', 'upcoming'])
    if (action === 'advance') {
      if (args.by === undefined) throw misused('Say how far: koosandbox clock advance 3h')
      const body = /^\d{4}-\d\d-\d\dT/.test(args.by) ? { to: args.by } : { by: args.by }
      const advanced = await ask<Schemas['Advanced']>('POST', '/clock/advance', { query, body })
      if (args.json) printJson(advanced)
      else {
        if (advanced.fired.length > 0)
          print(table(advanced.fired.map(({ at, work, about, facts }) => [at, work, JSON.stringify(about), facts.join(' ')])))
        print(`${advanced.from} → ${advanced.now} (${advanced.mode}), ${advanced.fired.length} works done`)
      }
      return
    }
    if (args.by !== undefined) throw misused(`"${args.by}" is one word too many: only advance takes one.`)
    if (action === 'upcoming') {
      const plan = await ask<Schemas['Upcoming']>('GET', '/clock/upcoming', { query })
      if (args.json) printJson(plan)
      else
        print(
          plan.count === 0 ? 'Nothing is planned.' : table(plan.upcoming.map(({ at, work, about }) => [at, work, JSON.stringify(about)])),
        )
      return plan.count === 0 ? EXIT.nothing : EXIT.fine
    }
    const clock = await (action === 'show'
      ? ask<Schemas['Clock']>('GET', '/clock', { query })
      : ask<Schemas['Clock']>('POST', `/clock/${action}`, { query }))
    if (args.json) printJson(clock)
    else print(`${clock.now} (${clock.mode})${clock.next === undefined ? '' : `, next work ${clock.next}`}`)
    return
  },
})
