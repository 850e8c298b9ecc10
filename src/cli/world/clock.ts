import { defineCommand } from 'citty'
import type { ControlApi } from '../../index.ts'
import { momentIn } from '../../language/times.ts'
import { actionOf, remoteArguments, worldArgument } from '../terminal/arguments.ts'
import { EXIT, misused } from '../terminal/exit-codes.ts'
import { print, printJson, printNote, table } from '../terminal/print.ts'
import { connect } from '../terminal/remote.ts'
import { momentGiven, say } from '../terminal/speech.ts'

type Schemas = ControlApi['schemas']

export default defineCommand({
  meta: { description: 'Read, advance, freeze and release the clock of a world' },
  args: {
    action: { type: 'positional', required: false, default: 'show', description: 'show | advance BY | freeze | live | upcoming' },
    by: {
      type: 'positional',
      required: false,
      description: 'For advance: 3h, P1M, 90s, next (the next planned work), or a moment: 2027-01-01T00:00:00Z, 2027-01-01',
    },
    ...worldArgument,
    ...remoteArguments,
  },
  async run({ args, rawArgs }) {
    const { ask } = connect(args)
    const query = { world: args.world }
    const action = actionOf(args.action, ['show', 'advance', 'freeze', 'live', 'upcoming'])
    // The parser takes a negative duration for options.
    const by = args.by ?? rawArgs.find((word) => /^-P?\d/.test(word))
    if (action === 'advance') {
      if (by === undefined) throw misused('Name a duration: `koosandbox clock advance 3h`')
      const body = /^\d{4}-\d\d-\d\d/.test(by) ? { to: momentGiven(by) } : { by }
      const advanced = await ask<Schemas['Advanced']>('POST', '/clock/advance', { query, body })
      if (args.json) printJson(advanced)
      else {
        if (advanced.fired.length > 0)
          print(table(advanced.fired.map(({ at, work, about, facts }) => [at, work, JSON.stringify(about), facts.join(' ')])))
        print(`${advanced.from} → ${advanced.now} (${advanced.mode}), ${firedText(advanced.count)}`)
        const hidden = advanced.count - advanced.fired.length
        if (hidden > 0)
          printNote(
            `Only the last ${advanced.fired.length} are shown, not the ${hidden} before them. Run \`koosandbox facts --since N\` to read all facts.`,
          )
      }
      return
    }
    if (by !== undefined) throw misused(`Unexpected argument "${by}". Only advance takes an argument.`)
    if (action === 'upcoming') {
      const plan = await ask<Schemas['Upcoming']>('GET', '/clock/upcoming', { query })
      if (args.json) printJson(plan)
      else if (plan.count === 0) printNote('Nothing is planned.')
      else print(table(plan.upcoming.map(({ at, work, about }) => [at, work, JSON.stringify(about)])))
      return plan.count === 0 ? EXIT.nothing : EXIT.fine
    }
    const clock = await (action === 'show'
      ? ask<Schemas['Clock']>('GET', '/clock', { query })
      : ask<Schemas['Clock']>('POST', `/clock/${action}`, { query }))
    if (args.json) printJson(clock)
    else print(`${momentIn(say, clock.now)} (${clock.mode})${clock.next === undefined ? '' : `, next work ${clock.next}`}`)
    return
  },
})

function firedText(count: number): string {
  return count === 0 ? 'no planned work was due' : `${count} planned ${count === 1 ? 'step' : 'steps'} done`
}
