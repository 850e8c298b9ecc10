import type { Case, Rule } from '../case.ts'
import { RELEASED } from '../profiles/rules.ts'
import { FINE } from '../profiles/shapes.ts'
import { MINE, RENEWAL, UNKNOWN } from './members.ts'

const AT_ONCE: Rule = {
  code: 'seller.at-once.refused',
  source: 'S-31',
  evidence: 'seed',
  hint: 'The marketplace may repeat a call while the first one is still in progress: let the second call wait, or give it the same answer.',
}
const FROZEN_RENEWAL: Rule = {
  code: 'seller.frozen.renewal-refused',
  source: 'CN/zh-cn_topic_0070649414',
  evidence: 'doc',
  hint: 'A frozen instance can be renewed for up to 15 days: the renewal is sent first, then UNFREEZE.',
}
const FROZEN_UPGRADE: Rule = {
  code: 'seller.frozen.upgrade-failed',
  source: 'CN/zh-cn_topic_0070649432',
  evidence: 'inferred',
  level: 'warning',
  hint: 'No page says whether a frozen instance may be upgraded: upgrade it, or refuse with a result code.',
}
const UNFREEZE: Rule = {
  code: 'seller.unfreeze.refused',
  source: 'S-31',
  evidence: 'inferred',
  level: 'warning',
  hint: 'An earlier FREEZE may have failed or arrived in another order: answer 000000 if the instance is already open.',
}
const NO_ORDER: Rule = {
  code: 'seller.release.order-demanded',
  source: 'CN/zh-cn_topic_0070649431',
  evidence: 'doc',
  hint: 'orderId and orderLineId are only sent when the customer unsubscribed. Release an expired instance by its instanceId.',
}
const RELEASE_FIRST: Rule = {
  code: 'seller.release.unknown-failed',
  source: 'CN/zh-cn_topic_0070649421',
  evidence: 'inferred',
  level: 'warning',
  hint: 'Answer the release of an unknown instance with 000003, or with 000000 because there is nothing to do.',
}

const SECOND = { instanceId: '$second' } as const
/** A seller that accepts any id is reported by another case. */
const released = {
  codes: ['000002', '000003', '000005'],
  otherwise: RELEASED,
  after: ['releaseInstance', 'refreshInstance.unknown'],
} as const

/** Calls in an unusual order, for products that are billed by period. Afterwards `$first` is open and not frozen. */
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
    title: 'An expired instance is frozen before its upgrade',
    operation: 'updateInstanceStatus',
    set: { ...SECOND, status: 'FREEZE' },
    codes: FINE,
    after: ['updateInstanceStatus.freeze.repeated', 'updateInstanceStatus.unfreeze.repeated', 'upgradeInstance'],
  },
  {
    name: 'upgradeInstance.frozen',
    title: 'A frozen instance is upgraded, or the upgrade is refused',
    operation: 'upgradeInstance',
    set: { ...SECOND, orderId: '$upgradeFrozen', orderLineId: '$upgradeFrozen-000001' },
    codes: ['000000', '000002', '000003', '000005'],
    otherwise: FROZEN_UPGRADE,
    after: 'updateInstanceStatus.freeze-before-upgrade',
  },
  {
    name: 'updateInstanceStatus.unfreeze-after-upgrade',
    title: 'The instance is open again afterwards',
    operation: 'updateInstanceStatus',
    set: { ...SECOND, status: 'UNFREEZE' },
    codes: FINE,
    after: 'updateInstanceStatus.freeze-before-upgrade',
  },
]

/** Runs last: `$first` is released, `$second` is released by these cases. */
export const afterRelease: readonly Case[] = [
  {
    name: 'releaseInstance.before-new',
    title: 'A release before anything was opened is answered',
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
    title: 'A released instance is no longer listed',
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
