import type { Case, Member, Rule } from '../case.ts'
import { PARAMETER, UNKNOWN_INSTANCE } from '../profiles/rules.ts'
import { FIRST, MINE, RENEWAL } from './members.ts'

const CODES = 'CN/zh-cn_topic_0070649421'
/** No page says whether a meaningless member may be answered like an internal error of the seller. */
const REFUSED = ['000002', '000005']

const BODY: Rule = {
  code: 'seller.body.unchecked',
  source: CODES,
  evidence: 'inferred',
  hint: 'A body that is not a JSON object is not a valid call: refuse it before you change anything, with 000002 or 000001.',
}
const COERCED: Rule = {
  code: 'seller.type.coerced',
  source: 'CN/zh-cn_topic_0070649427',
  evidence: 'inferred',
  level: 'warning',
  hint: 'The tables say String. A number that is converted to a string may lose digits.',
}
const LENGTH: Rule = {
  code: 'seller.length.unchecked',
  source: 'CN/zh-cn_topic_0070649427',
  evidence: 'inferred',
  level: 'warning',
  hint: 'Values are at most 64 characters here. A database that truncates longer ones merges two orders.',
}
const HUNDRED: Rule = {
  code: 'seller.query.too-few-ids',
  source: 'CN/zh-cn_topic_0070649428',
  evidence: 'doc',
  hint: 'One call may contain up to 100 ids, separated by commas. The 100 in the table counts ids, not characters: 100 ids of 36 characters make 3699 characters.',
}
const TOO_MANY: Rule = {
  code: 'seller.query.too-many-ids',
  source: 'DEMO/isv-sample',
  evidence: 'demo',
  level: 'warning',
  hint: 'One call contains at most 100 ids; the sample project answers 000002 to more.',
}
// The table says 14 digits, the example below it has 17.
const MILLISECONDS: Rule = {
  code: 'seller.expire-time.refused',
  source: 'CN/zh-cn_topic_0070649429',
  evidence: 'doc',
  level: 'warning',
  hint: 'expireTime may have 14 digits, or 17 with milliseconds: read the first 14.',
}
const TEST_FLAG: Rule = {
  code: 'seller.test-flag.missed',
  source: 'UM/zh-cn_topic_00706494271',
  evidence: 'doc',
  hint: 'testFlag is "1" while debugging; in real traffic it is "0" or absent (the pages differ). Accept both.',
}

const IDS = Array.from({ length: 98 }, (_, i) => `$unknown-${i}`).join(',')
const line = (orderId: Member) => ({ orderId, orderLineId: '$types-000001' })

/** Members and bodies that a marketplace never sends. */
export const bodies: readonly Case[] = [
  wrong('newInstance.orderId-object', 'An object for orderId is refused', 'newInstance', line({ id: '$types' })),
  wrong('newInstance.orderId-array', 'An array for orderId is refused', 'newInstance', line(['$types'])),
  wrong('newInstance.orderId-empty', 'An empty orderId is refused', 'newInstance', line('')),
  { ...wrong('newInstance.orderId-number', 'A number for orderId is refused', 'newInstance', line(20221118)), otherwise: COERCED },
  {
    ...wrong('newInstance.orderId-long', 'An orderId of more than 64 characters is refused', 'newInstance', line(long('$types'))),
    otherwise: LENGTH,
  },
  // Names that every JavaScript object has, and a text that ends a string in SQL.
  wrong('activity.constructor', 'An activity with the name of a built-in is refused', 'queryInstance', {
    ...MINE,
    activity: 'constructor',
  }),
  wrong('activity.object', 'An object for activity is refused', 'queryInstance', { ...MINE, activity: {} }),
  strange('queryInstance.number', 'A number for instanceId shows nothing', 20221118),
  // If such characters break the signature, another case reports it.
  {
    ...strange('queryInstance.quotes', 'Quotation marks in instanceId show nothing', "' OR '1'='1"),
    after: ['queryInstance.later', 'signature.escapes'],
  },
  strange('queryInstance.built-in', 'An instanceId with the name of a built-in shows nothing', '__proto__'),
  strange('queryInstance.long', 'An instanceId of 65 characters shows nothing', 'x'.repeat(65)),
  {
    ...strange('queryInstance.chinese', 'A Chinese instanceId shows nothing', '没有这个实例🙈'),
    after: ['queryInstance.later', 'signature.chinese', 'signature.emoji'],
  },
  {
    name: 'queryInstance.hundred',
    title: 'A hundred ids are queried in one call, two of which exist',
    operation: 'queryInstance',
    set: { instanceId: `$first,$second,${IDS}` },
    shows: '$first,$second',
    // No page says whether unknown ids make the whole call fail.
    codes: ['000000', '000003'],
    otherwise: HUNDRED,
    after: ['queryInstance.several', 'queryInstance.later'],
  },
  {
    name: 'queryInstance.more-than-hundred',
    title: 'More than a hundred ids are refused',
    operation: 'queryInstance',
    set: { instanceId: `$first,$second,${IDS},$unknown-98` },
    shows: '',
    codes: REFUSED,
    otherwise: TOO_MANY,
    after: 'queryInstance.hundred',
  },
  ...([null, '0'] as const).map(
    (testFlag): Case => ({
      name: `queryInstance.test-flag-${testFlag ?? 'absent'}`,
      title: `Real traffic ${testFlag === null ? 'has no testFlag' : 'may say testFlag 0'}`,
      operation: 'queryInstance',
      set: { ...MINE, testFlag },
      shows: '',
      // A seller may keep debugging instances separate.
      codes: ['000000', '000003'],
      otherwise: TEST_FLAG,
      after: 'queryInstance.later',
    }),
  ),
  whole('null', 'A body that is null is refused', 'null'),
  whole('array', 'A body that is an array is refused', '[{"activity":"queryInstance","instanceId":"$first"}]'),
  whole('empty', 'An empty body is refused', ''),
  whole('text', 'A body that is not JSON is refused', 'activity=queryInstance&instanceId=$first'),
  whole('cut', 'JSON that breaks off is refused', '{"activity":"queryInstance","instanceId":"$first'),
  whole('not-utf8', 'Bytes that are not UTF-8 are refused', '{"activity":"queryInstance","instanceId":"\\xC4\\xE3\\xFF","testFlag":"1"}', [
    '000003',
  ]),
  whole('null-member', 'null for a mandatory member is refused', '{"activity":"queryInstance","instanceId":null,"testFlag":"1"}', [
    '000003',
  ]),
]

/** The same kind of cases for products that are renewed. */
export const renewalBodies: readonly Case[] = [
  wrong('refreshInstance.scene-unknown', 'A scene that does not exist is refused', 'refreshInstance', { ...RENEWAL, scene: 'DANCE' }),
  wrong('refreshInstance.scene-long', 'A scene of 65 characters is refused', 'refreshInstance', { ...RENEWAL, scene: 'R'.repeat(65) }),
  wrong('refreshInstance.expireTime-malformed', 'An invalid expireTime is refused', 'refreshInstance', {
    ...RENEWAL,
    expireTime: 'tomorrow',
  }),
  {
    name: 'refreshInstance.expireTime-17',
    title: 'An expireTime with milliseconds, as in the published example, is accepted',
    operation: 'refreshInstance',
    set: { ...RENEWAL, orderId: '$renewalLong', orderLineId: '$renewalLong-000001', expireTime: '$inAYear256' },
    codes: ['000000'],
    otherwise: MILLISECONDS,
    after: 'refreshInstance',
  },
]

/** And for products that are frozen. */
export const freezingBodies: readonly Case[] = [
  wrong('updateInstanceStatus.status-unknown', 'A status that does not exist is refused', 'updateInstanceStatus', {
    ...MINE,
    status: 'MELT',
  }),
  wrong('updateInstanceStatus.status-boolean', 'A boolean for status is refused', 'updateInstanceStatus', { ...MINE, status: true }),
]

/** A seller can refuse an order in newInstance: before it, the order has no effects. */
function wrong(name: string, title: string, operation: string, set: Case['set']): Case {
  return {
    name,
    title,
    operation,
    set: { ...(operation === 'newInstance' ? FIRST : {}), ...set },
    codes: REFUSED,
    otherwise: PARAMETER,
    // A seller that does not check the order at all is reported by another case.
    after: operation === 'newInstance' ? ['newInstance', 'newInstance.without-orderId'] : 'queryInstance.later',
  }
}

function strange(name: string, title: string, instanceId: Member): Case {
  const codes = ['000002', '000003', '000005']
  return {
    name,
    title,
    operation: 'queryInstance',
    set: { instanceId },
    codes,
    orNone: true,
    otherwise: UNKNOWN_INSTANCE,
    after: 'queryInstance.later',
  }
}

function whole(name: string, title: string, body: string, more: readonly string[] = []): Case {
  const codes = ['000001', '000002', '000005', ...more]
  return {
    name: `body.${name}`,
    title,
    operation: 'queryInstance',
    set: {},
    body,
    codes,
    refusal: 'client-error',
    otherwise: BODY,
    after: 'queryInstance.later',
  }
}

/** More than 64 characters, unique to this order. */
function long(name: string): string {
  return `${'L'.repeat(64)}${name}`
}
