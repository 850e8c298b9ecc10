import type { Case, Profile } from '../case.ts'
import { stillServes } from '../cases/isolation.ts'
import { FREEZES, OPENS, REFUSES_FREEZING, REFUSES_RENEWALS, RELEASES, RENEWS, SCENES } from './basic.ts'
import { ADDED, PARAMETER, REPEAT, TOKEN } from './rules.ts'
import { FINE, inAnyOrder, inTime, missing, together, twice, unknown, unsigned, untimely } from './shapes.ts'
import { extended } from './v1-opens.ts'

/** Licence products: codes issued by the marketplace, licences issued by the seller, and licences of V1.0. */

const MINE = { license: '$licence' }
const UNKNOWN = { license: '$unknown' }
const RENEWAL = { ...MINE, scene: 'RENEWAL', orderId: '$renewal', orderLineId: '$renewal-000001', productId: null, expireTime: '$inAYear' }

const CODES: readonly Case[] = [
  ...twice('refreshLicenseCode', 'A renewal moves the end of a licence', RENEWAL),
  ...twice(
    'refreshLicenseCode',
    'A renewal is revoked',
    { ...RENEWAL, scene: 'UNSUBSCRIBE_RENEWAL_PERIOD', orderId: '$takenBack', orderLineId: '$takenBack-000001' },
    'UNSUBSCRIBE_RENEWAL_PERIOD',
  ),
  together('refreshLicenseCode', { ...RENEWAL, orderId: '$atOnce', orderLineId: '$atOnce-000001' }),
  ...twice('updateLicenseCodeStatus', 'An expired licence is frozen', { ...MINE, status: 'FREEZE' }, 'freeze'),
  ...twice('updateLicenseCodeStatus', 'A renewed licence is valid again', { ...MINE, status: 'UNFREEZE' }, 'unfreeze'),
  {
    name: 'updateLicenseCodeStatus.added-member',
    title: 'An additional unknown member is ignored',
    operation: 'updateLicenseCodeStatus',
    set: { ...MINE, status: 'UNFREEZE', addedSomeDay: 'yes' },
    codes: FINE,
    otherwise: ADDED,
    after: 'updateLicenseCodeStatus.unfreeze',
  },
  ...unsigned('updateLicenseCodeStatus', { ...MINE, status: 'UNFREEZE' }),
  ...untimely('updateLicenseCodeStatus', { ...MINE, status: 'UNFREEZE' }),
  inTime('updateLicenseCodeStatus', { ...MINE, status: 'UNFREEZE' }, 'updateLicenseCodeStatus.unfreeze.repeated'),
  inAnyOrder('updateLicenseCodeStatus', { ...MINE, status: 'UNFREEZE' }, 'updateLicenseCodeStatus.unfreeze.repeated'),
  unknown('refreshLicenseCode', { ...RENEWAL, ...UNKNOWN }, ''),
  unknown('updateLicenseCodeStatus', { ...UNKNOWN, status: 'FREEZE' }, ''),
  missing('refreshLicenseCode', 'license', RENEWAL, ['000002', '000003']),
  missing('updateLicenseCodeStatus', 'status', { ...MINE, status: 'FREEZE' }, ['000002']),
  ...twice('releaseLicenseCode', 'A licence is released', { ...MINE, orderId: '$release', orderLineId: '$release-000001' }),
]

const APPLY = 'production-licence.getLicenseAsync'
const APPLICATION = { instanceId: '$first', effectiveTime: '$nowSpaced', expireTime: '$inAYearSpaced', eventId: '$event' }
const ONCE = { ...APPLICATION, expireTime: null }

/** The seller issues the licence, at once or later; the same application gets the same licence (koogallery.md 8.4). */
const applies = (set: typeof APPLICATION | typeof ONCE): readonly Case[] => [
  ...twice(APPLY, 'A licence is applied for', set).map((one) => ({
    ...one,
    codes: ['000000', '000004'],
    after: one.after ?? 'newInstance',
  })),
  { ...together(APPLY, { ...set, eventId: '$eventAtOnce' }), codes: ['000000', '000004'] },
  ...unsigned(APPLY, set).map((one) => ({ after: 'getLicenseAsync', ...one })),
  ...untimely(APPLY, set).map((one) => ({ after: 'getLicenseAsync', ...one })),
  inTime(APPLY, set, 'getLicenseAsync.repeated', '', ['000000', '000004']),
  inAnyOrder(APPLY, set, 'getLicenseAsync.repeated', '', ['000000', '000004']),
  unknown(APPLY, { ...set, instanceId: '$unknown', eventId: '$eventOfNobody' }),
  missing(APPLY, 'eventId', set, ['000002'], 'getLicenseAsync'),
  missing(APPLY, 'effectiveTime', set, ['000002', '000901'], 'getLicenseAsync'),
]

/** A licence of the instance that is not released. */
const otherApplies = (set: typeof APPLICATION | typeof ONCE) =>
  stillServes(APPLY, { ...set, instanceId: '$second', eventId: '$eventOther' }, 'releaseInstance', 'getLicenseAsync', ['000000', '000004'])

/** The guide was written before RENEWAL_CHANGE existed. */
const ONLINE_SCENES = SCENES.filter(({ name }) => !name.endsWith('.RENEWAL_CHANGE'))

const SKIPPED_ONLINE: Profile['skipped'] = [
  { name: '000900 … 000903', reason: 'quota, validity and device are in the order, which the seller cannot query in this run' },
  { name: 'upload', reason: 'the seller delivers the licence to the open API: test that with a sandbox' },
  { name: 'queryInstance', reason: 'the guide of online licences names no query' },
]

const AGAIN: Pick<Case, 'otherwise' | 'after'> = { otherwise: REPEAT, after: 'getLicense' }
const GET = { operation: 'production-v1.getLicense', codes: FINE, answersWith: ['instanceId', 'license'] } satisfies Partial<Case>
const ORDER = {
  orderId: '$order',
  productId: '$product',
  expireTime: '$inAYear',
  periodType: 'year',
  periodNumber: 1,
  chargingMode: 1,
  saasExtendParams: extended([{ name: 'identificationCode', value: 'BFEBFBFF000906EA01234567' }]),
}
const LICENCE_1 = { instanceId: '$first' } as const
const RENEWAL_1 = { ...LICENCE_1, orderId: '$renewal', expireTime: '$inAYear', productId: null, periodType: 'year', periodNumber: 1 }

/** Identification-code licences of V1.0: the same order gets the same licence (koogallery.md 8.3). */
const FIRST_EDITION: readonly Case[] = [
  { ...GET, name: 'getLicense', title: 'A paid order gets a licence', set: ORDER, remembers: 'first' },
  { ...GET, ...AGAIN, name: 'getLicense.repeated', title: 'The same order gets the same licence', set: ORDER, remembers: 'first' },
  {
    ...GET,
    name: 'getLicense.at-once',
    title: 'Two calls for one order at the same moment get one licence',
    set: { ...ORDER, orderId: '$another' },
    atOnce: 2,
    after: 'getLicense',
    remembers: 'second',
  },
  {
    ...GET,
    name: 'getLicense.added-member',
    title: 'An additional unknown parameter is ignored',
    set: { ...ORDER, addedSomeDay: 'yes' },
    otherwise: ADDED,
    after: 'getLicense',
    remembers: 'first',
  },
  {
    ...GET,
    name: 'getLicense.plus-in-token',
    title: 'A token that contains a + is accepted',
    set: ORDER,
    tamper: 'plus-in-token',
    otherwise: TOKEN,
    after: 'getLicense',
    remembers: 'first',
  },
  ...unsigned(GET.operation, ORDER).map((one) => ({ after: 'getLicense', ...one })),
  missing(GET.operation, 'orderId', ORDER, ['000002'], 'getLicense'),
  {
    name: 'activity.unknown',
    title: 'An activity that does not exist is refused',
    operation: GET.operation,
    set: { ...ORDER, activity: 'danceLicense' },
    codes: ['000002', '000005'],
    otherwise: PARAMETER,
    after: 'getLicense',
  },
  ...twice('production-v1.refreshLicense', 'A renewal moves the end of a licence', RENEWAL_1),
  ...twice('production-v1.expireLicense', 'A licence expires', { ...LICENCE_1, orderId: '$order' }),
  unknown('production-v1.refreshLicense', { ...RENEWAL_1, instanceId: '$unknown' }, 'getLicense'),
  unknown('production-v1.expireLicense', { instanceId: '$unknown', orderId: '$order' }, 'getLicense'),
  ...twice('production-v1.releaseLicense', 'A licence is released', { ...LICENCE_1, orderId: '$order' }),
  stillServes(
    'production-v1.refreshLicense',
    { ...RENEWAL_1, instanceId: '$second', orderId: '$renewalOther' },
    'releaseLicense',
    'refreshLicense',
  ),
]

export const LICENCES: readonly Profile[] = [
  {
    name: 'licence-code',
    title: 'Licence codes 2.0, the three optional interfaces of the seller',
    uses: ['licence'],
    cases: CODES,
    skipped: [
      { name: 'isolation', reason: 'needs two licence codes that the seller knows; --licence gives one' },
      { name: 'activate, heartbeat', reason: 'the seller calls the open API: test that with a sandbox' },
    ],
  },
  {
    name: 'online-licence-period',
    title: 'Online licences (在线开通License) by period',
    uses: ['basic'],
    cases: [
      ...OPENS,
      ...applies(APPLICATION),
      ...RENEWS,
      ...ONLINE_SCENES,
      ...FREEZES,
      ...REFUSES_RENEWALS,
      ...REFUSES_FREEZING,
      ...RELEASES,
      otherApplies(APPLICATION),
    ],
    skipped: SKIPPED_ONLINE,
  },
  {
    name: 'online-licence-one-time',
    title: 'Online licences (在线开通License) sold once',
    uses: ['basic'],
    cases: [...OPENS, ...applies(ONCE), ...RELEASES, otherApplies(ONCE)],
    skipped: SKIPPED_ONLINE,
  },
  {
    name: 'v1-licence',
    title: 'Licences by identification code, retired interface 1.0',
    uses: ['basic'],
    cases: FIRST_EDITION,
    skipped: [],
  },
]
