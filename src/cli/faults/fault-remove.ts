import { defineCommand } from 'citty'
import { remoteArguments, worldArgument } from '../terminal/arguments.ts'
import { EXIT } from '../terminal/exit-codes.ts'
import { print, printJson } from '../terminal/print.ts'
import { connect } from '../terminal/remote.ts'

export default defineCommand({
  meta: { description: 'Remove a rule' },
  args: {
    id: { type: 'positional', required: true, description: 'The rule, such as F1' },
    ...worldArgument,
    ...remoteArguments,
  },
  async run({ args }) {
    await connect(args).ask('DELETE', `/faults/${encodeURIComponent(args.id)}`, { query: { world: args.world } })
    if (args.json) printJson({ removed: args.id })
    else print(`${args.id} is removed.`)
    return EXIT.fine
  },
})
