import { type ArgsDef, defineCommand } from 'citty'
import type { ControlApi } from '../../index.ts'
import { remoteArguments, worldArgument } from '../terminal/arguments.ts'
import { EXIT } from '../terminal/exit-codes.ts'
import { print, printJson } from '../terminal/print.ts'
import { connect } from '../terminal/remote.ts'
import { deliveryText } from './delivery-lines.ts'

/** Arguments of commands about one delivery. */
export const oneDelivery = {
  id: { type: 'positional', required: true, description: 'Id of the delivery: D00000001' },
  ...worldArgument,
  ...remoteArguments,
} as const satisfies ArgsDef

/** Their values. */
export interface OneDelivery {
  readonly id: string
  readonly world: string
  readonly url: string
  readonly 'control-token'?: string | undefined
  readonly json?: boolean | undefined
}

export default defineCommand({
  meta: { description: 'Show one delivery with all its attempts: request, signed text, answer, findings' },
  args: oneDelivery,
  run: ({ args }) => showDelivery(args),
})

export async function showDelivery(args: OneDelivery): Promise<number> {
  const path = `/deliveries/${encodeURIComponent(args.id)}`
  const shown = await connect(args).ask<ControlApi['schemas']['DeliveryShown']>('GET', path, { query: { world: args.world } })
  if (args.json) printJson(shown)
  else print(deliveryText(shown))
  return EXIT.fine
}
