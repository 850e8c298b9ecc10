import { defineCommand } from 'citty'
import type { ControlApi } from '../../index.ts'
import { remoteArguments, worldArgument } from '../terminal/arguments.ts'
import { EXIT } from '../terminal/exit-codes.ts'
import { print, printJson, printNote, table } from '../terminal/print.ts'
import { connect } from '../terminal/remote.ts'
import { runRow } from './fault-lines.ts'

export default defineCommand({
  meta: { description: 'Show the progress of the started scenarios' },
  args: {
    check: { type: 'boolean', description: 'Exit with code 1 if one of them has not ended' },
    ...worldArgument,
    ...remoteArguments,
  },
  async run({ args }) {
    const list = await connect(args).ask<ControlApi['schemas']['ScenarioRunList']>('GET', '/scenario-runs', {
      query: { world: args.world },
    })
    if (args.json) printJson(list)
    else if (list.count === 0) printNote('No scenario was started. Run `koosandbox scenario start NAME`.')
    else print(table(list.runs.map(runRow)))
    if (args.check && list.unfinished > 0) return EXIT.wrong
    return list.count === 0 ? EXIT.nothing : EXIT.fine
  },
})
