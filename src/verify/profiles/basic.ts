import type { Case, Rule } from '../case.ts'
import { FIRST, MINE, RENEWAL, UNKNOWN } from '../cases/members.ts'
import { ADDED, BUSINESS_ID, PARAMETER, REPEAT } from './rules.ts'
import { FINE, inTime, missing, twice, unknown, unsigned, untimely } from './shapes.ts'

/** Cases of the basic interfaces V2.0 (koogallery.md 3), in blocks that profiles put together. */

const OPENED = ['000000', '000004']

/** Orders open instances, one for each order line. */
export const OPENS: readonly Case[] = [
  {
    name: 'newInstance',
    title: 'A paid order opens an instance',
    operation: 'newInstance',
    set: FIRST,
    codes: OPENED,
    remembers: 'first',
  },
  {
    name: 'newInstance.repeated',
    title: 'The same order line with a new businessId gets the same instance',
    operation: 'newInstance',
    set: FIRST,
    codes: OPENED,
    otherwise: REPEAT,
    after: 'newInstance',
    remembers: 'first',
  },
  {
    name: 'newInstance.at-once',
    title: 'Two calls for one order line at the same moment open one instance',
    operation: 'newInstance',
    set: { orderId: '$another', orderLineId: '$another-000001' },
    atOnce: 2,
    codes: OPENED,
    after: 'newInstance',
    remembers: 'second',
  },
  {
    name: 'newInstance.added-member',
    title: 'An additional unknown member is ignored',
    operation: 'newInstance',
    set: { ...FIRST, addedSomeDay: 'yes' },
    codes: OPENED,
    otherwise: ADDED,
    after: 'newInstance',
    remembers: 'first',
  },
]

/** An opened instance is listed. */
export const SHOWS: readonly Case[] = [
  {
    name: 'queryInstance',
    title: 'The instance is listed',
    operation: 'queryInstance',
    set: MINE,
    codes: FINE,
    polls: true,
  },
  {
    name: 'queryInstance.several',
    title: 'Two instances are queried in one call',
    operation: 'queryInstance',
    set: { instanceId: '$first,$second' },
    after: 'queryInstance',
    codes: FINE,
    polls: true,
  },
]

/** The same for a pay-per-use product (`product`), where an answer without usage figures is wrong (koogallery.md 3.2). */
export function showsUse(product: string): readonly Case[] {
  return SHOWS.map((one) => ({ ...one, product, insists: ['answer.usageInfo.missing'] }))
}

/** The key is the order line, not the order (koogallery.md 3.1). */
export const SEVERAL_LINES: readonly Case[] = [
  {
    name: 'newInstance.second-line',
    title: 'The second line of an order opens its own instance',
    operation: 'newInstance',
    set: { ...FIRST, orderLineId: '$order-000002' },
    codes: OPENED,
    after: 'newInstance',
    remembers: 'third',
  },
]

export const RENEWS: readonly Case[] = twice('refreshInstance', 'A renewal moves the end', RENEWAL).map((one) => ({
  ...one,
  usually: 'A renewal has no productId: it is only sent when the product changes. See resultMsg and the log of the seller.',
}))

export const SCENES: readonly Case[] = (['TRIAL_TO_FORMAL', 'UNSUBSCRIBE_RENEWAL_PERIOD', 'RENEWAL_CHANGE'] as const).map((scene) => ({
  name: `refreshInstance.${scene}`,
  title: `The scene ${scene} is accepted`,
  operation: 'refreshInstance',
  set: { ...RENEWAL, scene, orderId: `$${scene}`, orderLineId: `$${scene}-000001`, productId: '$product' },
  codes: FINE,
  usually: `Accept every documented scene, ${scene} too. See resultMsg and the log of the seller.`,
}))

export const FREEZES: readonly Case[] = [
  ...twice('updateInstanceStatus', 'An expired instance is frozen', { ...MINE, status: 'FREEZE' }, 'freeze'),
  ...twice('updateInstanceStatus', 'A renewed instance is open again', { ...MINE, status: 'UNFREEZE' }, 'unfreeze'),
]

const STATUS_OF_USE: Rule = {
  code: 'seller.status.not-served',
  source: 'CN/zh-cn_topic_0070649414',
  evidence: 'inferred',
  level: 'warning',
  hint: 'The table of required interfaces includes updateInstanceStatus for pay-per-use products, the list next to it does not: serve it.',
}

/** For pay-per-use products, the lists disagree. */
export const MAY_FREEZE: readonly Case[] = FREEZES.filter(({ after }) => after === undefined).map((one) => ({
  ...one,
  otherwise: STATUS_OF_USE,
}))

const PRODUCT_INFO = { linearValue: 1, productId: '$product', productName: 'Starsea CRM', skuCode: 'd0abcd12-1234-5678-ab90-11ab012aaaa1' }

/** For products that can be upgraded (koogallery.md 3.6, 3.7). */
export const CHANGES: readonly Case[] = [
  ...twice('upgradeInstance', 'A larger edition keeps the instance', { ...MINE, orderId: '$upgrade', orderLineId: '$upgrade-000001' }),
  ...twice('changeInstanceCheck', 'A renewal may change the instance', { ...MINE, productInfo: PRODUCT_INFO }),
]

export const RELEASES: readonly Case[] = twice('releaseInstance', 'An instance is released', {
  ...MINE,
  orderId: '$release',
  orderLineId: '$release-000001',
})

const NAMELESS = { orderId: '$nameless', orderLineId: '$nameless-000001' }

/** Calls that every seller of V2.0 refuses. */
export const REFUSES: readonly Case[] = [
  ...unsigned('queryInstance', MINE),
  ...untimely('queryInstance', MINE),
  inTime('queryInstance', MINE, 'queryInstance'),
  // No page says how a query for an unknown instance is answered: 000003 and an empty list are both accepted.
  { ...unknown('queryInstance', UNKNOWN), title: 'queryInstance shows no unknown instance', orNone: true },
  missing('newInstance', 'orderId', FIRST, ['000002'], 'newInstance'),
  { ...missing('newInstance', 'businessId', NAMELESS, ['000002'], 'newInstance'), otherwise: BUSINESS_ID },
  missing('queryInstance', 'instanceId', MINE, ['000002', '000003'], 'newInstance'),
  {
    name: 'activity.unknown',
    title: 'An activity that does not exist is refused',
    operation: 'queryInstance',
    set: { ...MINE, activity: 'danceInstance' },
    codes: ['000002', '000005'],
    otherwise: PARAMETER,
  },
]

export const REFUSES_RENEWALS: readonly Case[] = [unknown('refreshInstance', { ...RENEWAL, ...UNKNOWN })]

export const REFUSES_FREEZING: readonly Case[] = [unknown('updateInstanceStatus', { ...UNKNOWN, status: 'FREEZE' })]
