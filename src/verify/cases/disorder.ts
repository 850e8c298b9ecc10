import type { Case, Rule } from '../case.ts'
import { RELEASED } from '../profiles/rules.ts'
import { FINE } from '../profiles/shapes.ts'
import { MINE, RENEWAL, UNKNOWN } from './members.ts'

const AT_ONCE: Rule = {
  code: 'seller.at-once.refused',
  source: 'S-31',
  evidence: 'seed',
  hint: 'The marketplace may send a call again while the first one is still at work: let the second one wait, or answer what the first one will.',
}
const FROZEN_RENEWAL: Rule = {
  code: 'seller.frozen.renewal-refused',
  source: 'CN/zh-cn_topic_0070649414',
  evidence: 'doc',
  hint: 'A frozen instance can be renewed for up to 15 days: the renewal comes first, UNFREEZE after it.',
}
const FROZEN_UPGRADE: Rule = {
  code: 'seller.frozen.upgrade-failed',
  source: 'CN/zh-cn_topic_0070649432',
  evidence: 'inferred',
  level: 'warning',
  hint: 'No page says whether a frozen instance may be upgraded: do it, or refuse it by a result code.',
}
const UNFREEZE: Rule = {
  code: 'seller.unfreeze.refused',
  source: 'S-31',
  evidence: 'inferred',
  level: 'warning',
  hint: 'A FREEZE may have failed before, or come in the wrong order: an instance that is open already is answered 000000.',
}
const NO_ORDER: Rule = {
  code: 'seller.release.order-demanded',
  source: 'CN/zh-cn_topic_0070649431',
  evidence: 'doc',
  hint: 'orderId and orderLineId only come when the customer unsubscribed: an expired instance is released by its id alone.',
}
const RELEASE_FIRST: Rule = {
  code: 'seller.release.unknown-failed',
  source: 'CN/zh-cn_topic_0070649421',
  evidence: 'inferred',
  level: 'warning',
  hint: 'A release of an unknown instance may be answered 000003, or 000000 since nothing is left to do.',
}

const SECOND = { instanceId: '$second' } as const
/** Who takes any id for an instance has been told so. */
const released = {
  codes: ['000002', '000003', '000005'],
  otherwise: RELEASED,
  after: ['releaseInstance', 'refreshInstance.unknown'],
} as const

/** What comes in an order that nobody planned, of products that are billed by period. Leaves `$first` open and not frozen. */
export const disorder: readonly Case[] = [
  {
    name: 'updateInstanceStatus.unfreeze-open',
    title: 'UNFREEZE of an instance that was never frozen changes nothing',
    operation: 'updateInstanceStatus',
    set: { ...SECOND, status: 'UNFREEZE' },
    codes: FINE,
    otherwise: UNFREEZE,
    after: 'updateInstanceStatus.unfreeze.repeated',
  },
  {
    name: 'refreshInstance.at-once',
    title: 'Two calls for one renewal at the same moment both succeed',
    operation: 'refreshInstance',
    set: { ...RENEWAL, ...SECOND, orderId: '$renewalAtOnce', orderLineId: '$renewalAtOnce-000001' },
    atOnce: 2,
    codes: FINE,
    otherwise: AT_ONCE,
    after: 'refreshInstance.repeated',
  },
  {
    name: 'updateInstanceStatus.freeze-before-renewal',
    title: 'An expired instance is frozen until it is renewed',
    operation: 'updateInstanceStatus',
    set: { ...MINE, status: 'FREEZE' },
    codes: FINE,
    after: ['updateInstanceStatus.freeze.repeated', 'updateInstanceStatus.unfreeze.repeated'],
  },
  {
    name: 'refreshInstance.frozen',
    title: 'A frozen instance is renewed',
    operation: 'refreshInstance',
    set: { ...RENEWAL, orderId: '$renewalFrozen', orderLineId: '$renewalFrozen-000001', expireTime: '$inTwoYears' },
    codes: FINE,
    otherwise: FROZEN_RENEWAL,
    after: ['refreshInstance', 'updateInstanceStatus.freeze-before-renewal'],
  },
  {
    name: 'updateInstanceStatus.unfreeze-after-renewal',
    title: 'A renewed instance is open again',
    operation: 'updateInstanceStatus',
    set: { ...MINE, status: 'UNFREEZE' },
    codes: FINE,
    after: 'updateInstanceStatus.freeze-before-renewal',
  },
]

/** For products that can be upgraded. Freezes `$second` and opens it again. */
export const frozenUpgrade: readonly Case[] = [
  {
    name: 'updateInstanceStatus.freeze-before-upgrade',
    title: 'An expired instance is frozen before an upgrade of it comes',
    operation: 'updateInstanceStatus',
    set: { ...SECOND, status: 'FREEZE' },
    codes: FINE,
    after: ['updateInstanceStatus.freeze.repeated', 'updateInstanceStatus.unfreeze.repeated', 'upgradeInstance'],
  },
  {
    name: 'upgradeInstance.frozen',
    title: 'An upgrade of a frozen instance is done or refused',
    operation: 'upgradeInstance',
    set: { ...SECOND, orderId: '$upgradeFrozen', orderLineId: '$upgradeFrozen-000001' },
    codes: ['000000', '000002', '000003', '000005'],
    otherwise: FROZEN_UPGRADE,
    after: 'updateInstanceStatus.freeze-before-upgrade',
  },
  {
    name: 'updateInstanceStatus.unfreeze-after-upgrade',
    title: 'It is open again after that',
    operation: 'updateInstanceStatus',
    set: { ...SECOND, status: 'UNFREEZE' },
    codes: FINE,
    after: 'updateInstanceStatus.freeze-before-upgrade',
  },
]

/** Played last: `$first` is released, `$second` is about to be. */
export const afterRelease: readonly Case[] = [
  {
    name: 'releaseInstance.before-new',
    title: 'A release before anything was opened does no harm',
    operation: 'releaseInstance',
    set: { ...UNKNOWN, orderId: '$releaseFirst', orderLineId: '$releaseFirst-000001' },
    codes: ['000000', '000002', '000003'],
    otherwise: RELEASE_FIRST,
    after: 'newInstance',
  },
  {
    name: 'releaseInstance.at-once',
    title: 'Two releases of one instance at the same moment both succeed',
    operation: 'releaseInstance',
    set: { ...SECOND, orderId: '$releaseAtOnce', orderLineId: '$releaseAtOnce-000001' },
    atOnce: 2,
    codes: FINE,
    otherwise: AT_ONCE,
    after: 'releaseInstance.repeated',
  },
  {
    name: 'releaseInstance.without-order',
    title: 'An expired instance is released without an order',
    operation: 'releaseInstance',
    set: { ...SECOND, orderId: null, orderLineId: null },
    codes: FINE,
    otherwise: NO_ORDER,
    after: 'releaseInstance.at-once',
  },
  {
    name: 'queryInstance.released',
    title: 'A released instance does not show any more',
    operation: 'queryInstance',
    set: MINE,
    orNone: true,
    ...released,
    after: ['releaseInstance', 'queryInstance.unknown'],
  },
]

/** The same for products that are billed by period. */
export const afterReleaseOfPeriod: readonly Case[] = [
  {
    name: 'refreshInstance.released',
    title: 'A released instance is not renewed',
    operation: 'refreshInstance',
    set: { ...RENEWAL, orderId: '$renewalLate', orderLineId: '$renewalLate-000001', expireTime: '$inTwoYears' },
    ...released,
  },
  {
    name: 'updateInstanceStatus.released',
    title: 'A released instance is not frozen',
    operation: 'updateInstanceStatus',
    set: { ...MINE, status: 'FREEZE' },
    ...released,
  },
]
