import type { Sandbox } from '../../../src/index.ts'
import { type ConsoleRequest, click } from '../click.ts'
import type { RefusalRow } from '../refusals/refusals.ts'
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

const STEPS = [
  ['AskRefund', WISH],
  ['DecideRefund', { approve: true }],
  ['SendBack', PARCEL],
  ['ConfirmReturn', undefined],
] as const

/** Asked for at a station where it still could be had; the delivery went on meanwhile. */
async function late(sandbox: Sandbox, product: string, station: string, operation: string, body?: object): Promise<ConsoleRequest> {
  const orderId = await asked(sandbox, product, station)
  await click(sandbox, operation, at(orderId, body))
  return at(orderId, { approve: true })
}

/** Every refusal of negotiated refunds by its natural cause. */
export const REFUND_REFUSALS: readonly RefusalRow[] = [
  ...STEPS.map(([operation, body]): RefusalRow => [operation, 'unknown-order', async () => at('CS1', body)]),
  ...STEPS.slice(1).map(
    ([operation, body]): RefusalRow => [
      operation,
      'wrong-state',
      async (sandbox) => at(await walk(sandbox, 'edge-box', 'acceptance'), body),
    ],
  ),
  ['AskRefund', 'not-supervised', async (sandbox) => at([...sandbox.world.orders.where('product', 'OFFI461867333479178243')][0]!.id, WISH)],
  ['AskRefund', 'refund-running', async (sandbox) => at(await asked(sandbox), WISH)],
  [
    'AskRefund',
    'invoice-first',
    async (sandbox) => {
      const orderId = await walk(sandbox, 'env-setup', 'implementation')
      sandbox.world.orders.change(orderId, { invoiced: true })
      return at(orderId, WISH)
    },
  ],
  ['AskRefund', 'code-taken', async (sandbox) => at(await walk(sandbox, 'gateway-year', 'activation'), WISH)],
  ['AskRefund', 'not-returnable', async (sandbox) => at(await walk(sandbox, 'env-setup', 'accepted'), WISH)],
  ['AskRefund', 'goods-on-their-way', async (sandbox) => at(await walk(sandbox, 'edge-box', 'acceptance'), WISH)],
  ['AskRefund', 'amount-refused', async (sandbox) => at(await walk(sandbox, 'env-setup', 'confirmation'), { ...WISH, amount: '0' })],
  ['AskRefund', 'amount-refused', async (sandbox) => at(await walk(sandbox, 'env-setup', 'confirmation'), { ...WISH, amount: '800.01' })],
  ['DecideRefund', 'code-taken', (sandbox) => late(sandbox, 'gateway-year', 'code-to-take', 'TakeLicence')],
  ['DecideRefund', 'not-returnable', (sandbox) => late(sandbox, 'env-setup', 'acceptance', 'AcceptDelivery', {})],
  ['DecideRefund', 'goods-on-their-way', (sandbox) => late(sandbox, 'edge-box', 'implementation', 'DeliverService', { logistics: PARCEL })],
]
