import { defineCommand } from 'citty'
import { givenOf } from '../terminal/arguments.ts'
import { misused } from '../terminal/exit-codes.ts'
import { listArguments, listDeliveries } from './delivery-list.ts'
import { restartDelivery } from './delivery-restart.ts'
import { showDelivery } from './delivery-show.ts'

/** The former command `deliveries`, now `delivery list`, `delivery show` and `delivery restart`. */
export default defineCommand({
  meta: { description: 'Show the calls of sellers with their attempts and verdicts; restart one (newer: koosandbox help delivery)' },
  args: {
    id: { type: 'positional', required: false, description: 'Show one delivery in detail: D00000001' },
    restart: { type: 'string', valueHint: 'id', description: 'Restart a delivery that is held or given up' },
    ...listArguments,
  },
  async run({ args, rawArgs }) {
    const { restart, id = restart } = args
    if (args.table || id === undefined) return listDeliveries(args)
    const other = givenOf(rawArgs, ['order', 'operation', 'status', 'limit', 'watch'])
    if (other !== undefined) throw misused(`${other} filters the list. Leave it out when you name a delivery.`)
    return restart === undefined ? showDelivery({ ...args, id }) : restartDelivery({ ...args, id: restart })
  },
})
