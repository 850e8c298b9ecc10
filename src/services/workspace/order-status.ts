import type { OrderStatus } from '../../world/entities.ts'

/** The numbers OrderV5 uses for states of an order (bss-and-auth.md 10.2). */
export const ORDER_STATUS: Readonly<Record<OrderStatus, number>> = {
  initialised: 0,
  'to-review': 1,
  'to-refund': 2,
  processing: 3,
  cancelled: 4,
  completed: 5,
  'pending-payment': 6,
  compensating: 7,
  'to-approve': 8,
  'to-confirm': 9,
  'to-ship': 10,
  'to-receive': 11,
  'to-pick-up': 12,
  exchanging: 13,
  'seller-to-receive': 14,
}
