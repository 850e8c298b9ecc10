import { defineCommand } from 'citty'
import type { ReproducedError } from '../../index.ts'
import { remoteArguments, worldName } from '../terminal/arguments.ts'
import { EXIT } from '../terminal/exit-codes.ts'
import { print, printJson, printNote } from '../terminal/print.ts'
import { connect } from '../terminal/remote.ts'

export default defineCommand({
  meta: { description: 'Create a world in which the next call gets an error, and print that call as curl' },
  args: {
    error: { type: 'positional', required: true, description: 'Its code, or one variant: CBC.99003110, APIGW.0301:absent' },
    operation: { type: 'string', valueHint: 'name', description: 'The operation that answers it; default: the first that has a recipe' },
    world: { type: 'string', valueHint: 'name', description: 'Name of the new world; default: named after the error' },
    ...remoteArguments,
  },
  async run({ args }) {
    const { error, operation, world } = args
    if (world !== undefined) worldName(world)
    const { ask, url } = connect(args)
    const made = await ask<ReproducedError>('POST', `/errors/${encodeURIComponent(error)}/reproduce`, {
      body: { ...(operation === undefined ? {} : { operation }), ...(world === undefined ? {} : { world }) },
    })
    if (args.json) printJson(made)
    else {
      // Only the commands go to stdout, so that they can be piped into a shell.
      printNote(`World "${made.world}": ${made.operation} will answer ${made.status} ${made.code}.`)
      for (const step of made.steps) printNote(`  ${step}`)
      const others = made.operations.filter((ref) => ref !== made.operation)
      if (others.length > 0 && others.length <= 6) printNote(`Also with --operation: ${others.join(', ')}`)
      // The sandbox knows its own address, which may not be the one it is reached by.
      print(made.curl.replaceAll(new URL(made.call.url).origin, url))
    }
    return EXIT.fine
  },
})
