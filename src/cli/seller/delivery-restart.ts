import { defineCommand } from 'citty'
import type { ControlApi } from '../../index.ts'
import { EXIT } from '../terminal/exit-codes.ts'
import { print, printJson } from '../terminal/print.ts'
import { connect } from '../terminal/remote.ts'
import { deliveryText } from './delivery-lines.ts'
import { type OneDelivery, oneDelivery } from './delivery-show.ts'

export default defineCommand({
  meta: { description: 'Restart a delivery that is held or given up, and show the answer' },
  args: oneDelivery,
  run: ({ args }) => restartDelivery(args),
})

export async function restartDelivery(args: OneDelivery): Promise<number> {
  const path = `/deliveries/${encodeURIComponent(args.id)}/restart`
  const shown = await connect(args).ask<ControlApi['schemas']['DeliveryShown']>('POST', path, { query: { world: args.world } })
  if (args.json) printJson(shown)
  else print(deliveryText(shown))
  return shown.delivery.status === 'succeeded' ? EXIT.fine : EXIT.wrong
}
