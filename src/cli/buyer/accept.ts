import { defineCommand } from 'citty'
import type { ConsoleApi } from '../../index.ts'
import { remoteArguments, worldArgument } from '../terminal/arguments.ts'
import { EXIT, misused } from '../terminal/exit-codes.ts'
import { print, printJson, printNote, table } from '../terminal/print.ts'
import { connect } from '../terminal/remote.ts'
import { type Done, printDone } from './buyer-commands.ts'

type Schemas = ConsoleApi['schemas']

export default defineCommand({
  meta: { description: 'Accept a delivery as the buyer; without an order, list deliveries and the next step of each' },
  args: {
    order: { type: 'positional', required: false, description: 'Order number' },
    note: { type: 'string', valueHint: 'text', description: 'Note to the seller' },
    ...worldArgument,
    ...remoteArguments,
  },
  async run({ args }) {
    const { ask } = connect(args)
    const query = { world: args.world }
    if (args.order === undefined) {
      if (args.note !== undefined) throw misused('--note needs an order: `koosandbox order accept CS…`')
      const list = await ask<{ count: number; supervisions: Schemas['SupervisionState'][] }>('GET', '/console/supervisions', {
        query: { ...query, limit: 100 },
      })
      if (args.json) printJson(list)
      else if (list.count > 0) print(table(list.supervisions.map(supervisionRow)))
      else printNote(`No order has a supervised delivery in world "${args.world}".`)
      return list.count === 0 ? EXIT.nothing : EXIT.fine
    }
    const path = `/console/supervisions/${encodeURIComponent(args.order)}/acceptance`
    const body = args.note === undefined ? {} : { note: args.note }
    const done = await ask<Done<{ order: Schemas['OrderState'] }>>('POST', path, { query, body })
    if (args.json) printJson(done)
    else printDone(done, [done.order])
    return EXIT.fine
  },
})

function supervisionRow({ order, kind, customer, status, next }: Schemas['SupervisionState']): string[] {
  return [order, kind, customer, status, next.map(({ by, operation }) => `${by}: ${operation}`).join(', ')]
}
