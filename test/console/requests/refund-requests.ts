import type { Sandbox } from '../../../src/index.ts'
import { type ConsoleRequest, click } from '../click.ts'
import { walk } from '../supervision-walk.ts'

const at = (orderId: string, body?: object): ConsoleRequest => ({ path: { orderId }, ...(body ? { body } : {}) })
const PARCEL = { company: '顺丰速运', number: 'SF1390000000099' }
const WISH = { amount: '500.00', reason: '部分内容不再需要' }
const ask = (sandbox: Sandbox, orderId: string, more: object = {}) => click(sandbox, 'AskRefund', at(orderId, { ...WISH, ...more }))

/** An order whose buyer wants money back; its number. */
export async function asked(sandbox: Sandbox, product = 'env-setup', station = 'implementation', more: object = {}): Promise<string> {
  const orderId = await walk(sandbox, product, station)
  await ask(sandbox, orderId, more)
  return orderId
}

/** Hardware that its seller agreed to take back. */
export async function comingBack(sandbox: Sandbox): Promise<string> {
  const orderId = await asked(sandbox, 'edge-box', 'acceptance', { received: true })
  await click(sandbox, 'DecideRefund', at(orderId, { approve: true }))
  return orderId
}

/** One way to let each operation about negotiated refunds succeed in the world `default`. */
export const REFUND_REQUESTS: Readonly<Record<string, (sandbox: Sandbox) => Promise<ConsoleRequest>>> = {
  AskRefund: async (sandbox) => at(await walk(sandbox, 'env-setup', 'confirmation'), WISH),
  DecideRefund: async (sandbox) => at(await asked(sandbox), { approve: true }),
  SendBack: async (sandbox) => at(await comingBack(sandbox), PARCEL),
  ConfirmReturn: async (sandbox) => {
    const orderId = await comingBack(sandbox)
    await click(sandbox, 'SendBack', at(orderId, PARCEL))
    return at(orderId)
  },
}
