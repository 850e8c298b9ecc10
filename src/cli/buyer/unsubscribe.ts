import { defineCommand } from 'citty'
import type { ConsoleApi } from '../../index.ts'
import { remoteArguments, worldArgument } from '../terminal/arguments.ts'
import { printJson } from '../terminal/print.ts'
import { connect } from '../terminal/remote.ts'
import { type Done, printDone, resourceMeant } from './buyer-commands.ts'

type Schemas = ConsoleApi['schemas']

export default defineCommand({
  meta: { description: 'Unsubscribe from a resource, by the rules of its kind' },
  args: {
    resource: { type: 'positional', required: true, description: 'Id of the resource, or number of the order that bought it' },
    negotiated: { type: 'boolean', description: 'Ask the seller to agree first, where the kind of product requires it' },
    'renewals-only': { type: 'boolean', description: 'Only the renewal periods that have not begun' },
    reason: { type: 'string', valueHint: 'text', description: 'Reason, as text' },
    ...worldArgument,
    ...remoteArguments,
  },
  async run({ args }) {
    const remote = connect(args)
    const id = await resourceMeant(remote, args.world, args.resource)
    const body = {
      ...(args['renewals-only'] ? { renewalsOnly: true } : {}),
      ...(args.reason === undefined ? {} : { reason: args.reason }),
    }
    const about = `/console/resources/${encodeURIComponent(id)}`
    const query = { world: args.world }
    if (args.negotiated) await remote.ask('POST', `${about}/agreement`, { query, body: {} })
    const path = `${about}/unsubscription`
    const done = await remote.ask<Done<{ order: Schemas['OrderState'] }>>('POST', path, { query, body })
    if (args.json) printJson(done)
    else printDone(done, [done.order])
  },
})
