import { cancelPlans, passFiling, passSms, refuseFiling, sendBackFiling, submitFiling } from '../../commerce/filing/review.ts'
import type { EventOf } from '../../world/engine/machines.ts'
import type { Filing, SellerRequest, UsageRecord } from '../../world/entities/entities.ts'
import type { ProductFacts } from '../../world/entities/facts/koogallery-facts.ts'
import { FILING_REFUSALS } from '../../world/entities/filing.ts'
import type { World } from '../../world/world-api.ts'
import { must, type StateChange, type StateChanges } from './change.ts'

const onShelf =
  (event: EventOf<'products'>, type: keyof ProductFacts): StateChange =>
  ({ world, reason }, id) => {
    must(world.products.get(id)?.sellerId !== undefined, "it is Huawei Cloud's own, which nobody takes off the shelf here.")
    const { sellerId } = world.transition('products', id, event)
    world.emit({ type, productId: id, ...(sellerId === undefined ? {} : { sellerId }), ...(reason === undefined ? {} : { reason }) })
  }

/** Whether a product can be bought. */
export const productMoves: StateChanges<'products'> = {
  suspend: onShelf('suspend', 'product.suspended'),
  resume: onShelf('resume', 'product.resumed'),
  withdraw: onShelf('withdraw', 'product.withdrawn'),
  freeze: onShelf('freeze', 'product.frozen'),
  unfreeze: onShelf('unfreeze', 'product.unfrozen'),
}

const record =
  (
    event: EventOf<'usage'>,
    type: 'usage.accepted' | 'usage.faulty' | 'usage.billed',
    changes: (world: World, reason?: string) => Partial<UsageRecord>,
  ): StateChange =>
  ({ world, reason }, id) => {
    const { sellerId } = world.transition('usage', id, event, changes(world, reason))
    world.emit({ type, usageId: id, sellerId, ...(reason === undefined ? {} : { reason }) })
  }

/** Usage records. `reason` is the result code of a faulty one. */
export const usageMoves: StateChanges<'usage'> = {
  accept: record('accept', 'usage.accepted', () => ({})),
  fault: record('fault', 'usage.faulty', (_, fault = '019') => ({ fault })),
  bill: record('bill', 'usage.billed', (world) => ({ billedAt: world.clock.now(), deducted: 0 })),
}

/** Requests of sellers. A decision changes the product concerned. */
export const requestMoves: StateChanges<'sellerRequests'> = {
  pass({ world, reach }, id) {
    const { sellerId, about, productId } = decided(world, id, 'pass')
    world.emit({ type: 'request.passed', requestId: id, sellerId })
    if (productId !== undefined && about === 'take-off-shelf' && world.products.get(productId)?.status !== 'withdrawn')
      reach('products', productId, 'withdrawn')
    if (productId !== undefined && about === 'publish' && world.products.get(productId)?.status === 'suspended')
      reach('products', productId, 'on-sale')
  },
  refuse({ world, reason = '材料不全' }, id) {
    const { sellerId } = decided(world, id, 'refuse', { refusal: reason })
    world.emit({ type: 'request.refused', requestId: id, sellerId, reason })
  },
  'apply-again'({ world }, id) {
    const { attempts } = world.sellerRequests.get(id) as SellerRequest
    const { sellerId } = world.transition('sellerRequests', id, 'apply-again', {
      attempts: attempts + 1,
      decidedAt: undefined,
      refusal: undefined,
    })
    world.emit({ type: 'request.made', requestId: id, sellerId })
  },
}

const decided = (world: World, id: string, event: EventOf<'sellerRequests'>, changes: Partial<SellerRequest> = {}) =>
  world.transition('sellerRequests', id, event, { ...changes, decidedAt: world.clock.now() })

/** ICP filing. `reason` is one of the vendor's refusals. */
export const filingMoves: StateChanges<'filings'> = {
  'check-product'({ world }, id) {
    const { accountId } = world.transition('filings', id, 'check-product')
    world.emit({ type: 'filing.product-checked', filingId: id, accountId })
  },
  submit: ({ world }, id) => submitFiling(world, id, { identityChecked: true }),
  pass: ({ world }, id) => passFiling(world, id),
  verify: ({ world }, id) => passSms(world, id),
  'send-back': ({ world }, id) => sendBackFiling(world, id),
  return: ({ world }, id) => refuseFiling(world, id, 'sms-timeout'),
  refuse({ world, reason = 'domain-mismatch' }, id) {
    const refusal = FILING_REFUSALS.find((one) => one === reason)
    must(refusal !== undefined, `"${reason}" is not a refusal. There are: ${FILING_REFUSALS.join(', ')}.`)
    refuseFiling(world, id, refusal)
  },
  abandon({ world }, id) {
    cancelPlans(world, id)
    const { accountId } = world.transition('filings', id, 'abandon', { sms: undefined }) as Filing
    world.emit({ type: 'filing.abandoned', filingId: id, accountId })
  },
}
