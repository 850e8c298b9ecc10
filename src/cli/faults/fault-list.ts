import { defineCommand } from 'citty'
import type { ControlApi } from '../../index.ts'
import { remoteArguments, worldArgument } from '../terminal/arguments.ts'
import { EXIT } from '../terminal/exit-codes.ts'
import { print, printJson, printNote, table } from '../terminal/print.ts'
import { connect } from '../terminal/remote.ts'
import { faultRow } from './fault-lines.ts'

export default defineCommand({
  meta: { description: 'List the rules of a world, and how often each changed a call. `serve --state` does not keep rules' },
  args: { ...worldArgument, ...remoteArguments },
  async run({ args }) {
    const list = await connect(args).ask<ControlApi['schemas']['FaultList']>('GET', '/faults', { query: { world: args.world } })
    if (args.json) printJson(list)
    else if (list.count === 0) printNote('There are no rules. Run `koosandbox fault add` to add one.')
    else print(table(list.faults.map(faultRow)))
    return list.count === 0 ? EXIT.nothing : EXIT.fine
  },
})
