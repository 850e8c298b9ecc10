import type { Case, Profile, Rule } from './case.ts'

const CODES = 'CN/zh-cn_topic_0070649421'

const SIGNATURE: Rule = {
  code: 'seller.signature.unchecked',
  source: 'CN/zh-cn_topic_0070649476',
  evidence: 'doc',
  hint: 'Anybody can call this seller: compute the signature from the body as it came and compare, before anything is done; answer 000001.',
}
const TIMESTAMP: Rule = {
  code: 'seller.timestamp.unchecked',
  source: 'CN/zh-cn_topic_0070649476',
  evidence: 'doc',
  hint: 'A call that was recorded can be played back for ever: refuse timestamps (milliseconds) more than 60 s away with 000002.',
}
const UNKNOWN_INSTANCE: Rule = {
  code: 'seller.instance.unknown-accepted',
  source: CODES,
  evidence: 'doc',
  hint: 'Look the instance up first and answer 000003 when there is none.',
}
const PARAMETER: Rule = {
  code: 'seller.parameter.unchecked',
  source: CODES,
  evidence: 'inferred',
  hint: 'Answer 000002 when a member that must be there is not, or has no meaning.',
}
const REPEAT: Rule = {
  code: 'seller.repeat.refused',
  source: 'S-31',
  evidence: 'seed',
  hint: 'The same call succeeds however often it comes: what is done already is answered 000000.',
}

const FINE = ['000000']
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
    otherwise: {
      code: 'seller.added-member.refused',
      source: 'CN guide, 接口兼容性说明',
      evidence: 'doc',
      hint: 'Leave members alone that you do not know: the marketplace may add some at any time. They are signed like the others.',
    },
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
  ...(['signature-of-another-key', 'signature-of-another-body', 'no-signature'] as const).map(
    (tamper): Case => ({
      name: `signature.${tamper.replace('signature-', '')}`,
      title: `A call with ${tamper === 'no-signature' ? 'no' : 'the'} signature${tamper === 'no-signature' ? '' : tamper.slice('signature'.length).replaceAll('-', ' ')} is refused`,
      operation: 'queryInstance',
      set: MINE,
      tamper,
      // The sample project answers 000001; 000002 for a parameter that is not there would be no mistake either.
      codes: tamper === 'no-signature' ? ['000001', '000002'] : ['000001'],
      otherwise: SIGNATURE,
    }),
  ),
  ...(['stale', 'no-timestamp'] as const).map(
    (tamper): Case => ({
      name: `timestamp.${tamper}`,
      title: tamper === 'stale' ? 'A call of ten minutes ago is refused' : 'A call without timestamp is refused',
      operation: 'queryInstance',
      set: MINE,
      tamper,
      codes: ['000001', '000002'],
      otherwise: tamper === 'stale' ? TIMESTAMP : PARAMETER,
    }),
  ),
  // No page says what a query for an unknown instance gets: 000003 and an empty list are both taken.
  { ...unknown('queryInstance', STRANGER), title: 'queryInstance shows no instance that never was', orNone: true },
  unknown('refreshInstance', { ...RENEWAL, ...STRANGER }),
  unknown('updateInstanceStatus', { ...STRANGER, status: 'FREEZE' }),
  missing('newInstance', 'orderId', FIRST),
  missing('queryInstance', 'instanceId', MINE),
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
export const PROFILES: readonly Profile[] = [
  {
    name: 'saas-period',
    title: 'SaaS by period, production interface V2.0',
    cases: [...opens, ...lives, ...refuses, ...releases],
    skipped: [
      { name: 'upgradeInstance', reason: 'only for products that can be upgraded; --profile saas-period-upgradable plays it' },
      CHANGE_CHECK,
    ],
  },
  {
    name: 'saas-period-upgradable',
    title: 'SaaS by period that can be upgraded, production interface V2.0',
    cases: [...opens, ...lives, ...upgrades, ...refuses, ...releases],
    skipped: [CHANGE_CHECK],
  },
]

function twice(operation: string, title: string, set: Case['set'], variant?: string): readonly Case[] {
  const name = variant === undefined ? operation : `${operation}.${variant}`
  const once = { name, title, operation, set, codes: FINE }
  return [once, { ...once, name: `${name}.repeated`, title: `${title}: once more, nothing changes`, otherwise: REPEAT, after: name }]
}

function unknown(operation: string, set: Case['set']): Case {
  const title = `${operation} for an instance that never was is refused`
  return { name: `${operation}.unknown`, title, operation, set, codes: ['000003'], otherwise: UNKNOWN_INSTANCE, after: 'newInstance' }
}

function missing(operation: string, member: string, set: Case['set']): Case {
  const title = `${operation} without ${member} is refused`
  const codes = operation === 'newInstance' ? ['000002'] : ['000002', '000003']
  return {
    name: `${operation}.without-${member}`,
    title,
    operation,
    set: { ...set, [member]: null },
    codes,
    otherwise: PARAMETER,
    after: 'newInstance',
  }
}
