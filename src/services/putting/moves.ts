import type { MachineKind } from '../../world/machines.ts'
import { filingMoves, productMoves, requestMoves, usageMoves } from './gallery-moves.ts'
import { certificateMoves, couponMoves, deliveryMoves } from './item-moves.ts'
import type { Moves } from './move.ts'
import { orderMoves } from './order-moves.ts'
import { resourceMoves } from './resource-moves.ts'
import { licenceMoves, supervisionMoves } from './supervision-moves.ts'

/** Every move by kind and event of `specs/transitions.yaml`. An event without one is not gone when something is put into a state. */
export const MOVES: Readonly<Record<MachineKind, Moves>> = {
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
