import { defineCommand } from 'citty'
import type { ControlApi } from '../../index.ts'
import { remoteArguments, worldArgument } from '../terminal/arguments.ts'
import { EXIT } from '../terminal/exit-codes.ts'
import { print, printJson, printNote } from '../terminal/print.ts'
import { connect } from '../terminal/remote.ts'

export default defineCommand({
  meta: { description: 'Remove all rules of a world' },
  args: { ...worldArgument, ...remoteArguments },
  async run({ args }) {
    const cleared = await connect(args).ask<ControlApi['schemas']['FaultsCleared']>('DELETE', '/faults', { query: { world: args.world } })
    if (args.json) printJson(cleared)
    else if (cleared.removed === 0) printNote('No rules to remove.')
    else print(`Removed ${cleared.removed} ${cleared.removed === 1 ? 'rule' : 'rules'}.`)
    return cleared.removed === 0 ? EXIT.nothing : EXIT.fine
  },
})
