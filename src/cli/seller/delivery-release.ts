import { defineCommand } from 'citty'
import type { ControlApi } from '../../index.ts'
import { EXIT } from '../terminal/exit-codes.ts'
import { print, printJson } from '../terminal/print.ts'
import { connect } from '../terminal/remote.ts'
import { deliveryText } from './delivery-lines.ts'
import { oneDelivery } from './delivery-show.ts'

export default defineCommand({
  meta: { description: 'Let a delivery that you held go on, and show the answer if it is due' },
  args: oneDelivery,
  async run({ args }) {
    const path = `/deliveries/${encodeURIComponent(args.id)}/release`
    const shown = await connect(args).ask<ControlApi['schemas']['DeliveryShown']>('POST', path, { query: { world: args.world } })
    if (args.json) printJson(shown)
    else print(deliveryText(shown))
    // It may still wait for its moment.
    return shown.delivery.attempts === 0 || shown.delivery.last?.passed ? EXIT.fine : EXIT.wrong
  },
})
