import type { MachineKind } from '../../world/engine/machines.ts'
import type { StateChanges } from './change.ts'
import { certificateMoves, couponMoves, deliveryMoves } from './item-changes.ts'
import { filingMoves, productMoves, requestMoves, usageMoves } from './koogallery-changes.ts'
import { orderMoves } from './order-changes.ts'
import { resourceMoves } from './resource-changes.ts'
import { licenceMoves, supervisionMoves } from './supervision-changes.ts'

/** All state changes by kind and event of `specs/transitions.yaml`. Events without one are not used to reach a state. */
export const STATE_CHANGES: { readonly [K in MachineKind]: StateChanges<K> } = {
  orders: orderMoves,
  resources: resourceMoves,
  coupons: couponMoves,
  certificates: certificateMoves,
  products: productMoves,
  licences: licenceMoves,
  supervisions: supervisionMoves,
  usage: usageMoves,
  sellerRequests: requestMoves,
  filings: filingMoves,
  deliveries: deliveryMoves,
}
