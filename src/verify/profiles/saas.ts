import type { Case, Profile } from '../case.ts'
import { ADDED, PARAMETER, REPEAT } from './rules.ts'
import { FINE, missing, twice, unknown, unsigned, untimely } from './shapes.ts'

const FIRST = { orderId: '$order', orderLineId: '$order-000001' }
const MINE = { instanceId: '$first' }
const RENEWAL = { ...MINE, orderId: '$renewal', orderLineId: '$renewal-000001', scene: 'RENEWAL', expireTime: '$inAYear', productId: null }
const STRANGER = { instanceId: '$stranger' }

const opens: readonly Case[] = [
  {
    name: 'newInstance',
    title: 'A paid order opens an instance',
    operation: 'newInstance',
    set: FIRST,
    codes: ['000000', '000004'],
    remembers: 'first',
  },
  {
    name: 'newInstance.repeated',
    title: 'The same order line with a new businessId gets the same instance',
    operation: 'newInstance',
    set: FIRST,
    codes: ['000000', '000004'],
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
    codes: ['000000', '000004'],
    remembers: 'second',
  },
  {
    name: 'newInstance.added-member',
    title: 'A member that is added some day does no harm',
    operation: 'newInstance',
    set: { ...FIRST, addedSomeDay: 'yes' },
    codes: ['000000', '000004'],
    otherwise: ADDED,
    after: 'newInstance',
    remembers: 'first',
  },
  { name: 'queryInstance', title: 'The instance shows', operation: 'queryInstance', set: MINE, codes: FINE, polls: true },
  {
    name: 'queryInstance.several',
    title: 'Two instances are asked for in one call',
    operation: 'queryInstance',
    set: { instanceId: '$first,$second' },
    after: 'queryInstance',
    codes: FINE,
    polls: true,
  },
]

const lives: readonly Case[] = [
  ...twice('refreshInstance', 'A renewal moves the end', RENEWAL),
  ...(['TRIAL_TO_FORMAL', 'UNSUBSCRIBE_RENEWAL_PERIOD', 'RENEWAL_CHANGE'] as const).map(
    (scene): Case => ({
      name: `refreshInstance.${scene}`,
      title: `The scene ${scene} is understood`,
      operation: 'refreshInstance',
      set: { ...RENEWAL, scene, orderId: `$${scene}`, orderLineId: `$${scene}-000001`, productId: 'OFFI461867333479178240' },
      codes: FINE,
    }),
  ),
  ...twice('updateInstanceStatus', 'An expired instance is frozen', { ...MINE, status: 'FREEZE' }, 'freeze'),
  ...twice('updateInstanceStatus', 'A renewed instance is open again', { ...MINE, status: 'UNFREEZE' }, 'unfreeze'),
]

const refuses: readonly Case[] = [
  ...unsigned('queryInstance', MINE),
  ...untimely('queryInstance', MINE),
  // No page says what a query for an unknown instance gets: 000003 and an empty list are both taken.
  { ...unknown('queryInstance', STRANGER), title: 'queryInstance shows no instance that never was', orNone: true },
  unknown('refreshInstance', { ...RENEWAL, ...STRANGER }),
  unknown('updateInstanceStatus', { ...STRANGER, status: 'FREEZE' }),
  missing('newInstance', 'orderId', FIRST, ['000002'], 'newInstance'),
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

const upgrades = twice('upgradeInstance', 'A larger edition keeps the instance', {
  ...MINE,
  orderId: '$upgrade',
  orderLineId: '$upgrade-000001',
})

const releases = twice('releaseInstance', 'An instance is released', { ...MINE, orderId: '$release', orderLineId: '$release-000001' })

const CHANGE_CHECK = { name: 'changeInstanceCheck', reason: 'only for products that offer changes on renewal; not played yet' }

/** SaaS billed by period, general and self-service, V2.0 basic interfaces (koogallery.md 1.1 and 3). */
export const SAAS: readonly Profile[] = [
  {
    name: 'saas-period',
    title: 'SaaS by period, production interface V2.0',
    uses: ['basic'],
    cases: [...opens, ...lives, ...refuses, ...releases],
    skipped: [
      { name: 'upgradeInstance', reason: 'only for products that can be upgraded; --profile saas-period-upgradable plays it' },
      CHANGE_CHECK,
    ],
  },
  {
    name: 'saas-period-upgradable',
    title: 'SaaS by period that can be upgraded, production interface V2.0',
    uses: ['basic'],
    cases: [...opens, ...lives, ...upgrades, ...refuses, ...releases],
    skipped: [CHANGE_CHECK],
  },
]
