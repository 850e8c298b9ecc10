import type { Case, Profile, Rule } from '../case.ts'
import { showsBefore, stillServes, stillShows } from '../cases/isolation.ts'
import { kitCasesV1, SKIPPED_OF_KIT } from './kit.ts'
import { ISOLATED } from './rules.ts'
import { FINE, missing, together, twice, unknown } from './shapes.ts'
import { NO_PERIODS, OPENED, opens, PERIODS, PRODUCT, ref } from './v1-opens.ts'

/** Cases of the retired interface V1.0 (koogallery.md 6): calls by GET, every answer signed, credentials encrypted. */

const MINE = { instanceId: '$first' }
const RENEWAL = { ...MINE, orderId: '$renewal', expireTime: '$inAYear', productId: null, periodType: 'month', periodNumber: 1 }

/** For products that are billed by period. */
const TRIES: readonly Case[] = [
  {
    name: 'newInstance.trial',
    title: 'A trial opens an instance',
    operation: ref('newInstance'),
    set: { orderId: '$trial', productId: '$product', ...PERIODS, trialFlag: '1' },
    product: PRODUCT.period,
    codes: OPENED,
    after: 'newInstance',
    remembers: 'tried',
  },
]

/** The debugging page requires four successful renewals: product empty and filled, trial and not. */
const RENEWS: readonly Case[] = [
  ...twice(ref('refreshInstance'), 'A renewal moves the end', RENEWAL),
  ...twice(
    ref('refreshInstance'),
    'Another kind of period',
    { ...RENEWAL, orderId: '$yearly', productId: '$product', periodType: 'year' },
    'product',
  ),
  ...twice(
    ref('refreshInstance'),
    'A trial becomes formal',
    { ...RENEWAL, orderId: '$formal', productId: '$product', trialToFormal: '1' },
    'trial-to-formal',
  ),
  ...twice(
    ref('refreshInstance'),
    'A renewal is cancelled, its amount negative',
    { ...RENEWAL, orderId: '$cancelled', orderAmount: '-100.00' },
    'cancelled',
  ),
]

const RENEWS_AT_ONCE = together(ref('refreshInstance'), { ...RENEWAL, orderId: '$atOnce' })

const EXPIRES: readonly Case[] = [
  ...twice(ref('expireInstance'), 'An instance expires', { ...MINE, orderId: '$order' }),
  {
    name: 'refreshInstance.expired',
    title: 'An expired instance can be renewed while its data are kept',
    operation: ref('refreshInstance'),
    set: { ...RENEWAL, orderId: '$late' },
    codes: FINE,
    after: 'expireInstance',
  },
]

const UNKNOWN = { instanceId: '$unknown' }
const REFUSES: readonly Case[] = [
  unknown(ref('refreshInstance'), { ...RENEWAL, ...UNKNOWN }),
  unknown(ref('expireInstance'), { ...UNKNOWN, orderId: '$order' }),
  missing(ref('refreshInstance'), 'instanceId', RENEWAL, ['000002', '000003'], 'refreshInstance'),
]

const UPGRADES = twice(ref('upgradeInstance'), 'A larger edition keeps the instance', {
  ...MINE,
  orderId: '$upgrade',
  productId: '$product',
})
const RELEASES = twice(ref('releaseInstance'), 'An instance is released', { ...MINE, orderId: '$order' })

const isShown = (cases: readonly Case[]) => cases.some(({ name }) => name === 'queryInstance.several')
const before = (cases: readonly Case[], product: string) => (isShown(cases) ? [showsBefore(ref('queryInstance'), product)] : [])

/** Calls about another instance after one was released, depending on the calls that the product has. */
const isolation = (cases: readonly Case[], product: string): readonly Case[] => [
  {
    name: 'isolation.releaseInstance.newInstance',
    title: 'The order of another instance still gets it after releaseInstance',
    operation: ref('newInstance'),
    set: { orderId: '$another', productId: '$product', ...(product === PRODUCT.period ? PERIODS : NO_PERIODS) },
    product,
    codes: OPENED,
    otherwise: ISOLATED,
    after: ['newInstance.at-once', 'releaseInstance'],
    remembers: 'second',
  },
  ...(isShown(cases) ? [stillShows(ref('queryInstance'), 'releaseInstance', 'isolation.before', product)] : []),
  ...(cases.some(({ name }) => name === 'refreshInstance')
    ? [
        stillServes(
          ref('refreshInstance'),
          { ...RENEWAL, instanceId: '$second', orderId: '$renewalOther' },
          'releaseInstance',
          'refreshInstance',
        ),
      ]
    : []),
]

const STATUS: Rule = {
  code: 'seller.status.not-understood',
  source: 'CN/zh-cn_topic_0070649407',
  evidence: 'doc',
  hint: 'instanceStatus is FREEZE or NORMAL in V1.0; UNFREEZE belongs to V2.0.',
}

const USES: readonly Case[] = [
  { name: 'queryInstance', title: 'The instance is listed', operation: ref('queryInstance'), set: MINE, codes: FINE, polls: true },
  {
    name: 'queryInstance.several',
    title: 'Two instances are queried in one call',
    operation: ref('queryInstance'),
    set: { instanceId: '$first,$second' },
    codes: FINE,
    after: 'queryInstance',
  },
  { ...unknown(ref('queryInstance'), UNKNOWN), title: 'queryInstance shows no unknown instance', orNone: true },
  {
    name: 'newInstance.other-product',
    title: 'Another product of the same order opens its own instance',
    operation: ref('newInstance'),
    set: { orderId: '$order', productId: '$otherProduct', ...NO_PERIODS },
    product: PRODUCT.onDemand,
    codes: OPENED,
    after: 'newInstance',
    remembers: 'third',
  },
  ...(['FREEZE', 'NORMAL'] as const).map((instanceStatus) => ({
    name: `instanceStatus.${instanceStatus.toLowerCase()}`,
    title: `The state becomes ${instanceStatus}`,
    operation: ref('instanceStatus'),
    set: { ...MINE, instanceStatus },
    codes: FINE,
    otherwise: STATUS,
  })),
]

const TIMES = { name: 'timestamp', reason: 'no page says at which age calls of V1.0 are refused' }
const QUERY = { name: 'queryInstance', reason: 'optional except for pay-per-use; --profile v1-usage tests it' }

const KINDS: readonly {
  readonly name: string
  readonly title: string
  readonly product: string
  readonly cases: readonly Case[]
  readonly skipped: Profile['skipped']
}[] = [
  {
    name: 'period',
    title: 'by period, trials included',
    product: PRODUCT.period,
    cases: [...opens(PRODUCT.period, PERIODS), ...TRIES, ...RENEWS, RENEWS_AT_ONCE, ...EXPIRES, ...REFUSES],
    skipped: [TIMES, QUERY, { name: 'upgradeInstance', reason: 'only for products that can be upgraded; their profile tests it' }],
  },
  {
    name: 'period-upgradable',
    title: 'by period that can be upgraded',
    product: PRODUCT.period,
    cases: [...opens(PRODUCT.period, PERIODS), ...TRIES, ...RENEWS, RENEWS_AT_ONCE, ...UPGRADES, ...EXPIRES, ...REFUSES],
    skipped: [TIMES, QUERY],
  },
  { name: 'one-time', title: 'sold once', product: PRODUCT.once, cases: opens(PRODUCT.once, NO_PERIODS), skipped: [TIMES, QUERY] },
  {
    name: 'usage',
    title: 'paid by use (pay-per-use and packages)',
    product: PRODUCT.onDemand,
    cases: [...opens(PRODUCT.onDemand, NO_PERIODS), ...USES],
    skipped: [TIMES],
  },
]

/** Sellers that still serve V1.0, without and with the kit. */
export const V1: readonly Profile[] = [
  ...KINDS.map(
    ({ name, title, product, cases, skipped }): Profile => ({
      name: `v1-${name}`,
      title: `SaaS ${title}, retired interface V1.0`,
      uses: ['basic'],
      cases: [...cases, ...before(cases, product), ...RELEASES, ...isolation(cases, product)],
      skipped,
    }),
  ),
  ...KINDS.map(
    ({ name, title, product, cases, skipped }): Profile => ({
      name: `v1-joint-${name}`,
      title: `Joint operations ${title}, retired interface V1.0 and its kit`,
      uses: ['basic', 'kit'],
      cases: [
        ...cases,
        ...kitCasesV1({ instanceId: '$first', orderId: '$order' }, 'newInstance'),
        ...before(cases, product),
        ...RELEASES,
        ...isolation(cases, product),
      ],
      skipped: [...skipped, ...SKIPPED_OF_KIT],
    }),
  ),
]
