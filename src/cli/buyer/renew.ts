import { defineCommand } from 'citty'
import type { ConsoleApi } from '../../index.ts'
import { remoteArguments, worldArgument } from '../terminal/arguments.ts'
import { printJson } from '../terminal/print.ts'
import { connect } from '../terminal/remote.ts'
import { type Done, payingArguments, periodOf, pickedOf, printDone, resourceMeant } from './buyer-commands.ts'

type Schemas = ConsoleApi['schemas']

export default defineCommand({
  meta: { description: 'Renew a resource; `koosandbox show resources --account buyer` lists it' },
  args: {
    resource: { type: 'positional', required: true, description: 'Id of the resource, or number of the order that bought it' },
    period: { type: 'string', valueHint: 'length', description: "3 = three of the product's periods; or 15d, 3m, 1y" },
    product: { type: 'string', valueHint: 'name', description: 'Change to another product of the same seller' },
    ...payingArguments,
    ...worldArgument,
    ...remoteArguments,
  },
  async run({ args, rawArgs }) {
    const remote = connect(args)
    const id = await resourceMeant(remote, args.world, args.resource)
    const body = {
      ...(args.period === undefined ? {} : { period: periodOf(args.period) }),
      ...(args.product === undefined ? {} : { product: args.product }),
      ...(args.pay ? {} : { pay: false }),
      ...pickedOf(args, rawArgs),
    }
    const path = `/console/resources/${encodeURIComponent(id)}/renewal`
    const done = await remote.ask<Done<{ order: Schemas['OrderState'] }>>('POST', path, { query: { world: args.world }, body })
    if (args.json) printJson(done)
    else printDone(done, [done.order])
  },
})
