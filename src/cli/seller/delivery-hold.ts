import { defineCommand } from 'citty'
import type { ControlApi } from '../../index.ts'
import { EXIT } from '../terminal/exit-codes.ts'
import { print, printJson } from '../terminal/print.ts'
import { connect } from '../terminal/remote.ts'
import { deliveryText } from './delivery-lines.ts'
import { oneDelivery } from './delivery-show.ts'

export default defineCommand({
  meta: { description: 'Keep a waiting delivery from being made until you release it' },
  args: oneDelivery,
  async run({ args }) {
    const path = `/deliveries/${encodeURIComponent(args.id)}/hold`
    const shown = await connect(args).ask<ControlApi['schemas']['DeliveryShown']>('POST', path, { query: { world: args.world } })
    if (args.json) printJson(shown)
    else print(deliveryText(shown))
    return EXIT.fine
  },
})
