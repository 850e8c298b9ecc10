import type { operations } from '../../spec/generated/console.ts'
import type { Supervision } from '../../world/entities/entities.ts'
import { accountOf } from '../accounts.ts'
import type { ConsoleBehaviours, ConsoleContext } from '../console-behaviour.ts'
import { buyerSteps } from './buyer-steps.ts'
import { sellerSteps } from './seller-steps.ts'
import { shown } from './supervised.ts'
import { supervisionState } from './supervision-state.ts'
import { vendorSteps } from './vendor-steps.ts'

/** 服务监管: listing deliveries, and all steps of buyer, seller and vendor. */
export const supervision: ConsoleBehaviours<'ListSupervisions' | 'ShowSupervision'> &
  typeof buyerSteps &
  typeof sellerSteps &
  typeof vendorSteps = {
  ListSupervisions(context) {
    const { world, input } = context
    const found = foundSupervisions(context)
    return {
      count: found.length,
      supervisions: found.slice(0, input.query.limit ?? 20).map((one) => supervisionState(world, one)),
    }
  },
  ShowSupervision(context) {
    return shown(context, context.input.path.orderId)
  },
  ...buyerSteps,
  ...sellerSteps,
  ...vendorSteps,
}

function foundSupervisions(context: ConsoleContext<operations['ListSupervisions']>): readonly Supervision[] {
  const { world, input } = context
  const { customer, seller, status } = input.query
  const customerId = customer === undefined ? undefined : accountOf(context, customer).id
  const sellerId = seller === undefined ? undefined : accountOf(context, seller).id
  const rows =
    customerId !== undefined
      ? world.supervisions.where('customer', customerId)
      : status !== undefined
        ? world.supervisions.where('status', status)
        : sellerId !== undefined
          ? world.supervisions.where('seller', sellerId)
          : world.supervisions.all()
  return rows
    .reversed()
    .slice(0)
    .filter((one) => (sellerId ?? one.sellerId) === one.sellerId && (status ?? one.status) === one.status)
}
