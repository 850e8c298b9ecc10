import { defineCommand } from 'citty'
import type { ControlApi } from '../../index.ts'
import { sendCallback } from '../documents/callback-send.ts'
import { remoteArguments, worldArgument } from '../terminal/arguments.ts'
import { EXIT } from '../terminal/exit-codes.ts'
import { print, printJson } from '../terminal/print.ts'
import { connect } from '../terminal/remote.ts'
import { membersOf } from '../terminal/set-members.ts'
import { deliveryText } from './delivery-lines.ts'

export default defineCommand({
  meta: { description: 'Call a seller now and show the answer' },
  args: {
    call: { type: 'positional', required: true, description: 'newInstance, queryInstance …, or production-v1.newInstance' },
    order: { type: 'string', valueHint: 'number', description: 'The order it is about' },
    resource: { type: 'string', valueHint: 'id', description: "The resource, by its id or the seller's instance id" },
    licence: { type: 'string', valueHint: 'code', description: 'The licence code' },
    product: { type: 'string', valueHint: 'id', description: 'The product' },
    seller: { type: 'string', valueHint: 'account', description: 'The seller, for calls without a product' },
    scene: { type: 'string', valueHint: 'scene', description: 'RENEWAL, TRIAL_TO_FORMAL …' },
    status: { type: 'string', valueHint: 'status', description: 'FREEZE or UNFREEZE' },
    set: {
      type: 'string',
      valueHint: 'name=value',
      description: 'Set a member of the body, as JSON or text; may be repeated',
    },
    to: { type: 'string', valueHint: 'URL', description: 'Of a callback or webhook of your API documents: the address to call' },
    debugging: { type: 'boolean', description: 'Send testFlag 1, as the debugging page does' },
    ...worldArgument,
    ...remoteArguments,
  },
  async run({ args, rawArgs }) {
    if (args.to !== undefined) return sendCallback(args.call, { ...args, to: args.to }, rawArgs)
    const { ask } = connect(args)
    const { call: operation, order, resource, licence, product, seller, scene, status, debugging } = args
    const set = membersOf(rawArgs)
    const body = {
      operation,
      ...given({ order, resource, licence, product, seller, scene, status }),
      ...(debugging ? { debugging } : {}),
      ...(Object.keys(set).length > 0 ? { set } : {}),
    }
    const shown = await ask<ControlApi['schemas']['DeliveryShown']>('POST', '/deliveries', { query: { world: args.world }, body })
    if (args.json) printJson(shown)
    else print(deliveryText(shown))
    return shown.attempts.at(-1)?.passed ? EXIT.fine : EXIT.wrong
  },
})

const given = (members: Readonly<Record<string, string | undefined>>) =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined))
