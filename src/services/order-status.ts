import type { OrderStatus } from '../world/entities/entities.ts'

/** The numbers of order states in OrderV5 (bss-and-auth.md 10.2). */
export const ORDER_V5_STATUS = {
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
} as const satisfies Record<OrderStatus, number>

/**
 * The numbers of order states in BSS: 1-6 and 9-13 mean the same in both lists (bss-and-auth.md 10.2). States that only OrderV5 has are
 * shown as the most similar ones (inferred).
 */
export const BSS_ORDER_STATUS = {
  ...ORDER_V5_STATUS,
  ...({ initialised: 1, 'to-approve': 1, compensating: 3, 'seller-to-receive': 13 } as const),
} as const satisfies Record<OrderStatus, number>
