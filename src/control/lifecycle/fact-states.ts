import type { MachineKind } from '../../world/engine/machines.ts'
import type { FactType } from '../../world/entities/facts/facts.ts'

/** States in which an entity can be right after a fact. Several: which one it was follows from what came next. */
export const FACT_STATES: { readonly [K in MachineKind]?: { readonly [T in FactType]?: readonly string[] } } = {
  orders: {
    'order.placed': ['pending-payment', 'to-review', 'to-confirm', 'to-approve'],
    'order.reviewed': ['pending-payment'],
    'order.confirmed': ['pending-payment'],
    'order.paid': ['processing'],
    'order.shipped': ['to-receive'],
    'order.completed': ['completed'],
    'order.cancelled': ['cancelled'],
    'order.failed': ['to-refund', 'cancelled'],
    'order.refunded': ['completed', 'cancelled'],
  },
  resources: {
    'resource.opened': ['in-use'],
    'resource.renewed': ['in-use'],
    'resource.expired': ['expired'],
    'resource.frozen': ['frozen'],
    'resource.unfrozen': ['in-use'],
    'resource.closed': ['closed'],
    'resource.to-on-demand': ['in-use'],
  },
  coupons: {
    'coupon.granted': ['usable'],
    'coupon.used': ['used', 'usable'],
    'coupon.expired': ['expired'],
    'coupon.returned': ['usable', 'expired'],
  },
  certificates: {
    'certificate.bought': ['paid'],
    'certificate.issued': ['issued'],
    'certificate.unsubscribed': ['unsubscribed'],
    'certificate.cancelled': ['cancelled'],
  },
  products: {
    'product.published': ['on-sale'],
    'product.suspended': ['suspended'],
    'product.resumed': ['on-sale'],
    'product.withdrawn': ['withdrawn'],
    'product.frozen': ['frozen'],
    'product.unfrozen': ['on-sale'],
  },
  licences: {
    'licence.issued': ['issued'],
    'licence.taken': ['taken'],
    'licence.activated': ['active'],
    'licence.delivered': ['active'],
  },
  filings: {
    'filing.type-checked': ['type-checked'],
    'filing.product-checked': ['product-checked'],
    'filing.submitted': ['first-review', 'mended'],
    'filing.first-review-passed': ['handed-on'],
    'filing.sent-back': ['for-mending'],
    'filing.sms-checked': ['authority-review'],
    'filing.filed': ['filed'],
    'filing.refused': ['refused', 'authority-refused'],
    'filing.abandoned': ['abandoned'],
  },
  deliveries: {
    'delivery.planned': ['waiting'],
    'delivery.attempted': ['calling'],
    'delivery.succeeded': ['succeeded'],
    'delivery.held': ['held'],
    'delivery.given-up': ['given-up'],
    'delivery.restarted': ['waiting'],
    'delivery.released': ['waiting'],
  },
}

/** Members with the time of a state. Starting worlds tell no facts, and this is all that is known of what lies before them. */
export const MEMBER_STATES: { readonly [K in MachineKind]?: Readonly<Record<string, readonly string[]>> } = {
  orders: {
    createdAt: ['pending-payment', 'to-review', 'to-confirm', 'to-approve', 'to-refund'],
    paidAt: ['processing'],
    completedAt: ['completed', 'cancelled'],
  },
  resources: { effectiveAt: ['creating', 'in-use'] },
  coupons: { createdAt: ['usable'] },
  certificates: { createdAt: ['paid'] },
  licences: { issuedAt: ['issued'], takenAt: ['taken'], activatedAt: ['active'] },
  supervisions: { openedAt: [] },
  usage: { receivedAt: ['received'] },
  sellerRequests: { createdAt: ['in-review'] },
  filings: { createdAt: ['type-checked'] },
  deliveries: { createdAt: ['waiting'] },
}
