import type { Mistake } from './mistake.ts'

const RAW = '    const body = parse(raw)\n'
const EXPIRE = '/^\\d{14}(\\d{3})?$/.test(expireTime)'
const ACTIVITY = 'if (!Object.hasOwn(activities, name)) throw'

/** Mistakes in reading what is asked for. */
export const BODIES: readonly Mistake[] = [
  {
    name: 'unknown-activity',
    mistake: 'answers 000000 for what it does not know',
    rule: 'seller.parameter.unchecked',
    says: /mandatory member is missing or has an invalid value/,
    changes: [[ACTIVITY, "if (!Object.hasOwn(activities, name)) return answer(CODE.success, 'success')\n    if (!activities[name]) throw"]],
  },
  {
    name: 'unknown-status',
    mistake: 'takes every status but FREEZE for UNFREEZE',
    rule: 'seller.parameter.unchecked',
    says: /mandatory member is missing or has an invalid value/,
    changes: [
      [
        "      if (status !== 'FREEZE' && status !== 'UNFREEZE') throw new Refusal(CODE.illegalParameter, `status ${status} is unknown`)\n",
        '',
      ],
    ],
  },
  {
    name: 'expire-time-of-14-digits',
    mistake: 'refuses an expireTime with milliseconds',
    rule: 'seller.expire-time.refused',
    says: /17 with milliseconds/,
    warns: true,
    changes: [[EXPIRE, '/^\\d{14}$/.test(expireTime)']],
  },
  {
    name: 'order-optional',
    mistake: 'opens instances for no order',
    rule: 'seller.parameter.unchecked',
    says: /without orderId/,
    changes: [["`${text(body, 'orderId')}|", "`${body['orderId'] === undefined ? '' : text(body, 'orderId')}|"]],
  },
  {
    name: 'empty-is-fine',
    mistake: 'takes an empty body for somebody who looks whether it lives',
    rule: 'seller.body.unchecked',
    says: /not a JSON object is not a valid call/,
    changes: [[RAW, `    if (raw === '') return answer(CODE.success, 'I live')\n${RAW}`]],
  },
  {
    name: 'strict',
    mistake: 'refuses members that it does not know',
    rule: 'seller.added-member.refused',
    says: /Ignore unknown members/,
    changes: [
      [
        `    ${ACTIVITY}`,
        `    const known = ['activity', 'testFlag', 'businessId', 'orderId', 'orderLineId', 'instanceId', 'scene', 'productId', 'expireTime', 'status', 'productInfo']\n    if (Object.keys(body).some((one) => !known.includes(one))) throw new Refusal(CODE.illegalParameter, 'a member is unknown')\n    ${ACTIVITY}`,
      ],
    ],
  },
  {
    name: 'everything-shown',
    mistake: 'shows every instance that it has, whoever is asked for',
    rule: 'answer.info.not-asked',
    says: /Answer what was asked for/,
    changes: [
      [
        'return { info: known.map(',
        "return { info: [...instances.values()].filter(({ status }) => status !== 'released').map(({ id }) => id).map(",
      ],
    ],
  },
]
