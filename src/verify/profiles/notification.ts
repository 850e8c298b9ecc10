import type { Case, Profile } from '../case.ts'
import { ADDED } from './rules.ts'
import { FINE, inAnyOrder, inTime, missing, together, twice, unsigned, untimely } from './shapes.ts'

/** The marketplace's mock orders for testing: the order query returns them to any seller (koogallery.md 9). */
const ORDERS = [
  ['purchase', 'MOCKPERIODYEARNEW', 'An order is bought'],
  ['renewal', 'MOCKMONTYRENEW', 'An order renews'],
  ['change', 'MOCKMONTYCHANGE', 'An order changes'],
  ['unsubscription', 'MOCKMONTYUNSUBSCRIBE', 'An order unsubscribes'],
] as const

const lineOf = (orderId: string) => ({ orderId, orderLineId: `${orderId}-000001` })
const FIRST = lineOf(ORDERS[0][1])

/** Order notification (koogallery.md 4): it contains only the numbers of an order, whatever happened to it. */
const CASES: readonly Case[] = [
  ...ORDERS.flatMap(([name, order, title]) => twice('orderNotify', title, lineOf(order), name)),
  together('orderNotify', FIRST, 'orderNotify.purchase'),
  {
    name: 'orderNotify.added-member',
    title: 'An additional unknown member is ignored',
    operation: 'orderNotify',
    set: { ...FIRST, addedSomeDay: 'yes' },
    codes: FINE,
    otherwise: ADDED,
    after: 'orderNotify.purchase',
  },
  ...unsigned('orderNotify', FIRST),
  ...untimely('orderNotify', FIRST),
  inTime('orderNotify', FIRST, 'orderNotify.purchase.repeated'),
  inAnyOrder('orderNotify', FIRST, 'orderNotify.purchase.repeated'),
  missing('orderNotify', 'orderId', FIRST, ['000002']),
  missing('orderNotify', 'orderLineId', FIRST, ['000002']),
]

export const NOTIFICATION: readonly Profile[] = [
  {
    name: 'order-notification',
    title: 'Order notification (订单通知)',
    uses: ['notification'],
    cases: CASES,
    skipped: [
      { name: 'scopes', reason: 'which orders are notified, and at which address, is set up in the console: try it in a sandbox' },
      { name: 'order query', reason: 'the seller queries the order in the open API: test that with a sandbox' },
    ],
  },
]
