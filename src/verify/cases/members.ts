import type { Members } from '../case.ts'

/** Members of V2.0 calls that many cases share; createNames gives the names their values. */
export const FIRST: Members = { orderId: '$order', orderLineId: '$order-000001' }
export const MINE = { instanceId: '$first' } as const
export const UNKNOWN = { instanceId: '$unknown' } as const
export const RENEWAL: Members = {
  ...MINE,
  orderId: '$renewal',
  orderLineId: '$renewal-000001',
  scene: 'RENEWAL',
  expireTime: '$inAYear',
  productId: null,
}
