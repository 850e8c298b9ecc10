import type { Sandbox } from '../../../src/index.ts'
import type { CallResult } from '../../../src/sandbox/call.ts'
import type { gallery } from './gallery.ts'
import { LICENCE_ROWS } from './licence-error-rows.ts'

export type Act = (g: ReturnType<typeof gallery>, sandbox: Sandbox) => Promise<CallResult>
/** Operation, error as the facts name it, how somebody gets there. */
export type ErrorRow = readonly [operation: string, error: string, when: string, act: Act]

/** Errors that nothing but forcing can bring about, and why. */
export const UNREACHABLE: readonly (readonly [error: RegExp, why: string])[] = [
  [/^500 (MKT|CBC)\.0999$/, 'an internal error of the marketplace: the sandbox has none to show'],
  [/^500 92020001$/, 'an internal error of the marketplace (table A)'],
  [/^200 92020001$/, 'an internal error of the marketplace (table B)'],
  [/^500$/, 'an internal error of the marketplace'],
  [/^401 MKT\.0154$/, 'a token that is not of this site is refused by the gateway, before the order query sees it'],
]

const table = (s: Sandbox, name: string, value: string) => s.world.setByName(`koogallery.${name}`, value)
/** The order now belongs to a seller who is not calling. */
const anotherSeller = (s: Sandbox, productId: string) => {
  const { print: _, ...seller } = s.world.accounts.get(s.world.products.get(productId)!.sellerId!)!
  s.world.products.change(productId, { sellerId: s.world.accounts.put({ ...seller, id: 'another-seller', name: 'another' }).id })
}
const strange = async (g: ReturnType<typeof gallery>, s: Sandbox) => {
  const order = await g.buy('crm-basic-month')
  anotherSeller(s, 'OFFI461867333479178240')
  return g.query(order.id)
}
/** Machine time decides, so it is called until a second holds two calls: the third at the latest. */
const tooOften: Act = async (g, s) => {
  s.world.set('koogallery.order_query_rate', 1)
  for (let left = 50; left > 1; left--) {
    const answer = await g.query('MOCKONDEMAND')
    if (answer.status !== 200) return answer
  }
  return g.query('MOCKONDEMAND')
}
const buyerRows = (
  [
    ['CancelOrders', (order_id: string) => ({ cancel_order: { order_ids: [order_id] } })],
    ['ShowOrderDetails', (order_id: string) => ({ order_id })],
    ['ShowSaasInstance', (_: string, resource_id: string) => ({ resource_id })],
  ] as const
).flatMap(([operation, body]): ErrorRow[] => [
  [operation, '400', 'there is no such thing', (g) => g.call(operation, { body: body('CS0', 'none') })],
  [operation, '400', 'nothing is named', (g) => g.call(operation, { body: {} })],
  [operation, '401', 'the seller calls', (g) => g.call(operation, { as: 'seller', body: body('CS0', 'none') })],
  [
    operation,
    '401',
    'it is another customer’s',
    async (g, s) => {
      const order = await g.buy('crm-basic-month', { customer: 'jiangcheng_edu' })
      return g.call(operation, { body: body(order.id, s.world.orders.get(order.id)!.resourceIds[0]!) })
    },
  ],
])

const create = (g: ReturnType<typeof gallery>, more: object = {}, offering: object = {}, key = 'key-1') =>
  g.call('CreateOrders', { headers: { 'X-Service-Transaction-ID': key }, body: g.wish(more, offering) })
const badOffers: readonly (readonly [when: string, more: object, offering: object])[] = [
  ['the offering does not exist', {}, { offering_id: 'OFFI0' }],
  ['the offering is not a seller’s', {}, { offering_id: 'workspace.k.large2' }],
  ['a periodic offering has no period', {}, { cycle_type: undefined }],
  ['it is not sold for that period', {}, { cycle_type: 'day' }],
  ['the agreement is not named', { agreement_params: [{ id: '9', verion: 'V1.0' }] }, {}],
  ['the agreement is named in another version', { agreement_params: [{ id: '10001', verion: 'V0.9' }] }, {}],
  ['the type is not new', { order_type: 'renew' }, {}],
  ['auto_renew lies beyond its range', { auto_renew: 16 }, {}],
]

export const ERROR_ROWS: readonly ErrorRow[] = [
  ['QueryOrder', '500 MKT.0100', 'the number is longer than 64', (g) => g.query('C'.repeat(65))],
  ['QueryOrder', '400 MKT.0101', 'the number is missing', (g) => g.call('QueryOrder')],
  ['QueryOrder', '400 MKT.0101', 'there is a parameter too many', (g) => g.query('MOCKONDEMAND', { lineId: '1' })],
  ['QueryOrder', '400 MKT.0199', 'the order has no such line', (g) => g.query('MOCKONDEMAND', { orderLineId: 'MOCKONDEMAND-000002' })],
  ['QueryOrder', '401 MKT.0150', 'another seller published the product', strange],
  [
    'QueryOrder',
    '401 MKT.0151',
    'the caller is no seller',
    (g) => g.call('QueryOrder', { as: 'buyer', query: { orderId: 'MOCKONDEMAND' } }),
  ],
  ['QueryOrder', '406 MKT.0250', 'it is called faster than the rate that is set', tooOften],
  [
    'QueryOrder',
    '400 CBC.0101',
    'the number is missing, in the CBC table',
    (g, s) => {
      table(s, 'order_query_error_table', 'CBC')
      return g.call('QueryOrder')
    },
  ],
  [
    'QueryOrder',
    '403 CBC.0150',
    'another seller published the product, in the CBC table',
    (g, s) => {
      table(s, 'order_query_error_table', 'CBC')
      return strange(g, s)
    },
  ],
  ...LICENCE_ROWS,
  ['UploadMarketEventFile', '400 CBC.0101', 'the type is missing', (g) => g.upload({ characters: 'x' })],
  ['UploadMarketEventFile', '400 CBC.0101', 'the type is neither text nor file', (g) => g.upload({ type: 'IMAGE', characters: 'x' })],
  ['UploadMarketEventFile', '400 CBC.0101', 'the text is missing', (g) => g.upload({ type: 'CHARACTERS' })],
  ['UploadMarketEventFile', '400 CBC.0101', 'the file is missing', (g) => g.upload(g.file('x'))],
  ['UploadMarketEventFile', '400 CBC.0101', 'the name of the file is missing', (g) => g.upload(g.file('x', { file_name: undefined }), 'x')],
  ['UploadMarketEventFile', '400 CBC.0101', 'the checksum is missing', (g) => g.upload(g.file('x', { sha256: undefined }), 'x')],
  ['UploadMarketEventFile', '400 CBC.0101', 'the checksum is that of another file', (g) => g.upload(g.file('y'), 'x')],
  ['UploadMarketEventFile', '400 CBC.0101', 'the event is longer than 64', (g) => g.upload(g.file('x'), 'x', { event: 'e'.repeat(65) })],
  ['UploadMarketEventFile', '400 CBC.0101', 'nobody asked for that event', (g) => g.upload(g.file('x'), 'x', { event: 'no-such-event' })],
  ['UploadMarketEventFile', '403 CBC.0150', 'the buyer calls', (g) => g.upload(g.file('x'), 'x', { as: 'buyer' })],
  ...buyerRows,
  [
    'CancelOrders',
    '400',
    'one of them is paid',
    async (g) => g.call('CancelOrders', { body: { cancel_order: { order_ids: [(await g.buy('crm-basic-month')).id] } } }),
  ],
  [
    'ShowSaasInstance',
    '400',
    'the seller has not answered yet',
    async (g, s) => {
      const order = await g.buy('gateway-year')
      return g.call('ShowSaasInstance', { body: { resource_id: s.world.orders.get(order.id)!.resourceIds[0]! } })
    },
  ],
  [
    'ShowOrderDetails',
    '400',
    'it is an order of another service',
    (g, s) => {
      const mine = [...s.world.orders.where('customer', s.credentials.buyer!.domain_id)]
      return g.call('ShowOrderDetails', { body: { order_id: mine.find((order) => order.serviceType.endsWith('ec2'))!.id } })
    },
  ],
  ['CreateOrders', '400', 'the transaction id is missing', (g) => g.call('CreateOrders', { body: g.wish() })],
  [
    'CreateOrders',
    '400',
    'the transaction id stood on another body',
    async (g) => {
      await create(g)
      return create(g, { request_id: 'another' })
    },
  ],
  ...badOffers.map(([when, more, offering]): ErrorRow => ['CreateOrders', '400', when, (g) => create(g, more, offering)]),
  [
    'CreateOrders',
    '400',
    'the product was taken off the shelf',
    (g, s) => {
      s.world.transition('products', 'OFFI461867333479178240', 'suspend', {})
      return create(g)
    },
  ],
  [
    'CreateOrders',
    '401',
    'the seller calls',
    (g) => g.call('CreateOrders', { as: 'seller', headers: { 'X-Service-Transaction-ID': 'k' }, body: g.wish() }),
  ],
  ['ListOrders', '400', 'the time cannot be read', (g) => g.call('ListOrders', { body: { start_time: 'yesterday' } })],
  [
    'ListOrders',
    '400',
    'the page is larger than 100',
    (g) => g.call('ListOrders', { body: { start_time: '2022-07-01T00:00:00Z', limit: 101 } }),
  ],
  ['ListOrders', '401', 'the seller calls', (g) => g.call('ListOrders', { as: 'seller', body: { start_time: '2022-07-01T00:00:00Z' } })],
  [
    'ShowSubscriptionAgreements',
    '400',
    'the offering does not exist',
    (g) => g.call('ShowSubscriptionAgreements', { body: { offering_id: 'OFFI0' } }),
  ],
  [
    'ShowSubscriptionAgreements',
    '401',
    'the seller calls',
    (g) => g.call('ShowSubscriptionAgreements', { as: 'seller', body: { offering_id: 'OFFI0' } }),
  ],
  ['ListDeployedObjects', '400', 'the asset is missing', (g) => g.call('ListDeployedObjects', { query: { deployed_type: 'image' } })],
  [
    'ListDeployedObjects',
    '401',
    'a partner calls',
    (g) => g.call('ListDeployedObjects', { as: 'partner', query: { asset_id: 'a', deployed_type: 'image' } }),
  ],
]
