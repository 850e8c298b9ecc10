import { defineCommand } from 'citty'
import { type ControlApi, readConfiguration } from '../../index.ts'
import { remoteArguments, worldArgument } from '../terminal/arguments.ts'
import { EXIT } from '../terminal/exit-codes.ts'
import { print, printJson, table } from '../terminal/print.ts'
import { connect } from '../terminal/remote.ts'

type Configured = ControlApi['schemas']['Configured']

export default defineCommand({
  meta: { description: 'Add a configuration, or a part of one, to a running world' },
  args: {
    file: { type: 'positional', required: true, description: 'YAML or JSON, in the format of koosandbox.config.yaml' },
    ...worldArgument,
    ...remoteArguments,
  },
  async run({ args }) {
    const { layer } = readConfiguration(args.file)
    const { ask } = connect(args)
    const done = await ask<Configured>('POST', `/worlds/${encodeURIComponent(args.world)}/configuration`, { body: layer.raw })
    const added = Object.entries(done.added).filter(([, ids]) => ids.length > 0)
    if (args.json) printJson(done)
    else if (added.length === 0) print(`Applied to "${done.world}".`)
    else print(table(added.flatMap(([kind, ids]) => ids.map((id) => [kind, id]))))
    return EXIT.fine
  },
})
