import type { operations } from '../../spec/generated/console.ts'
import type { Supervision } from '../../world/entities/entities.ts'
import { accountOf } from '../accounts.ts'
import type { ConsoleBehaviours, ConsoleScene } from '../console-behaviour.ts'
import { buyerSteps } from './buyer-steps.ts'
import { sellerSteps } from './seller-steps.ts'
import { shown } from './supervised.ts'
import { supervisionState } from './supervision-state.ts'
import { vendorSteps } from './vendor-steps.ts'

/** 服务监管: deliveries looked at, and every step of buyer, seller and vendor. */
export const supervision: ConsoleBehaviours<'ListSupervisions' | 'ShowSupervision'> &
  typeof buyerSteps &
  typeof sellerSteps &
  typeof vendorSteps = {
  ListSupervisions(scene) {
    const { world, input } = scene
    const found = foundSupervisions(scene)
    return {
      count: found.length,
      supervisions: found.slice(0, input.query.limit ?? 20).map((one) => supervisionState(world, one)),
    }
  },
  ShowSupervision(scene) {
    return shown(scene, scene.input.path.orderId)
  },
  ...buyerSteps,
  ...sellerSteps,
  ...vendorSteps,
}

function foundSupervisions(scene: ConsoleScene<operations['ListSupervisions']>): readonly Supervision[] {
  const { world, input } = scene
  const { customer, seller, status } = input.query
  const customerId = customer === undefined ? undefined : accountOf(scene, customer).id
  const sellerId = seller === undefined ? undefined : accountOf(scene, seller).id
  const rows =
    customerId !== undefined
      ? world.supervisions.by('customer', customerId)
      : status !== undefined
        ? world.supervisions.by('status', status)
        : sellerId !== undefined
          ? world.supervisions.by('seller', sellerId)
          : world.supervisions.all()
  return rows
    .reversed()
    .slice(0)
    .filter((one) => (sellerId ?? one.sellerId) === one.sellerId && (status ?? one.status) === one.status)
}
