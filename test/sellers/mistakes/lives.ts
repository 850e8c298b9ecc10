import type { Mistake } from './mistake.ts'
import { COUNTS_CALLS, TOGETHER } from './together.ts'

const MADE = '      if (made) return { instanceId: made.id, appInfo: appOf() }\n'
const LINE = "const line = `${text(body, 'orderId')}|${text(body, 'orderLineId')}`"
const DONE = "return answer(CODE.success, 'success', activities[name]?.(body))"
const STATUS = "      instance.status = status === 'FREEZE' ? 'frozen' : 'open'\n"
const refuse = (condition: string, code = 'illegalParameter') => `      if (${condition}) throw new Refusal(CODE.${code}, 'not now')\n`

/** Mistakes in what becomes of instances. */
export const LIVES: readonly Mistake[] = [
  {
    name: 'no-idempotency',
    mistake: 'opens another instance for a repeated order',
    rule: 'answer.instanceId.changed',
    says: /Look up the order line/,
    changes: [[MADE, '']],
  },
  {
    name: 'instance-id-changing',
    mistake: 'opens one instance, and answers the businessId of the call at hand as its id',
    rule: 'answer.instanceId.changed',
    says: /Look up the order line/,
    changes: [[MADE, '      if (made) {\n        instances.set(id, made)\n        return { instanceId: id, appInfo: appOf() }\n      }\n']],
  },
  {
    name: 'one-per-order',
    mistake: 'takes the order for the key of an instance, whatever line of it is asked for',
    rule: 'answer.instanceId.shared',
    says: /Every order line gets its own instance/,
    changes: [[LINE, "const line = text(body, 'orderId')"]],
  },
  {
    name: 'race',
    mistake: 'opens two instances when it is asked twice at the same moment',
    rule: 'answer.instanceId.changed',
    says: /at the same moment open one instance/,
    changes: [['    newInstance(body) {', '    async newInstance(body) {'], [MADE, `${MADE}      ${TOGETHER}`], ...COUNTS_CALLS],
  },
  {
    name: 'one-instance-for-all',
    mistake: 'takes the number of the line for that of the order',
    rule: 'answer.instanceId.shared',
    says: /Every order line gets its own instance/,
    changes: [[LINE, "text(body, 'orderId')\n      const line = text(body, 'orderLineId').split('-')[1] ?? ''"]],
  },
  {
    name: 'one-instance-for-tests',
    mistake: 'answers one made-up instance for every call with testFlag',
    rule: 'answer.instanceId.shared',
    says: /Every order line gets its own instance/,
    changes: [[LINE, `${LINE}.replace(/.*/, (one) => (body['testFlag'] === '1' ? 'test' : one))`]],
  },
  {
    name: 'instance-id-too-long',
    mistake: 'makes ids of 90 characters',
    rule: 'answer.field.too-long',
    says: /at most 64 characters/,
    changes: [
      ["const id = text(body, 'businessId')", "const id = `${text(body, 'businessId')}-${text(body, 'orderLineId')}`.padEnd(90, '0')"],
      ['name: string, most = 64)', "name: string, most = name === 'instanceId' ? 90 : 64)"],
    ],
  },
  {
    name: 'instance-id-as-number',
    mistake: 'answers the number of a row as id',
    rule: 'answer.field.wrong',
    says: /^string /,
    changes: [
      ["const id = text(body, 'businessId')", "text(body, 'businessId')\n      const id = String(instances.size + 1)"],
      ['return { instanceId: id, appInfo', 'return { instanceId: Number(id), appInfo'],
      ['return { instanceId: made.id, appInfo', 'return { instanceId: Number(made.id), appInfo'],
    ],
  },
  {
    name: 'instance-id-missing',
    mistake: 'does not tell the id of a new instance',
    rule: 'answer.field.missing',
    says: /a value, it is mandatory/,
    changes: [
      ['return { instanceId: id, appInfo', 'return { appInfo'],
      ['return { instanceId: made.id, appInfo', 'return { appInfo'],
    ],
  },
  {
    name: 'never-shown',
    mistake: 'never shows an instance',
    rule: 'answer.info.missing',
    says: /list every instance that is asked for/,
    changes: [['return { info: known.map(', 'return { info: [].map(']],
  },
  {
    name: 'first-of-several',
    mistake: 'shows the first instance of those that are asked for',
    rule: 'answer.info.missing',
    says: /list every instance that is asked for/,
    changes: [['return { info: known.map(', 'return { info: known.slice(0, 1).map(']],
  },
  {
    name: 'unknown-instance',
    mistake: 'says yes for instances that never were',
    rule: 'seller.instance.unknown-accepted',
    says: /answer 000003 if it does not exist/,
    changes: [
      [
        "throw new Refusal(CODE.noSuchInstance, 'no such instance')\n    return instance",
        "return { id, done: new Set(), status: 'open' } as Instance\n    return instance",
      ],
    ],
  },
  {
    name: 'released-once',
    mistake: 'does not know an instance any more that it is to release again',
    rule: 'seller.repeat.refused',
    says: /however often it is sent/,
    changes: [["      instance.status = 'released'\n", '      instances.delete(instance.id)\n']],
  },
  {
    name: 'frozen-once',
    mistake: 'refuses to freeze what is frozen',
    rule: 'seller.repeat.refused',
    says: /however often it is sent/,
    changes: [[STATUS, `${refuse("status === 'FREEZE' && instance.status === 'frozen'")}${STATUS}`]],
  },
  {
    name: 'opened-once',
    mistake: 'refuses to open what is not frozen',
    rule: 'seller.repeat.refused',
    says: /however often it is sent/,
    changes: [[STATUS, `${refuse("status === 'UNFREEZE' && instance.status !== 'frozen'")}${STATUS}`]],
  },
  {
    name: 'upgraded-once',
    mistake: 'refuses an upgrade that it did already',
    rule: 'seller.repeat.refused',
    says: /however often it is sent/,
    changes: [
      [
        '  if (done.has(order)) return\n',
        "  if (done.has(order) && body['activity'] === 'upgradeInstance') throw new Refusal('000005', 'done already')\n  if (done.has(order)) return\n",
      ],
    ],
  },
  {
    name: 'freezing-deletes',
    mistake: 'deletes what is to be frozen',
    rule: 'seller.instance.lost',
    says: /while it is frozen, its data are kept/,
    changes: [[STATUS, `      if (status === 'FREEZE') instances.delete(instance.id)\n      else instance.status = 'open'\n`]],
  },
  {
    name: 'scene-missing',
    mistake: 'does not know that a renewal can come with a change',
    rule: 'answer.resultCode.failure',
    says: /RENEWAL_CHANGE too/,
    changes: [["'UNSUBSCRIBE_RENEWAL_PERIOD', 'RENEWAL_CHANGE']", "'UNSUBSCRIBE_RENEWAL_PERIOD']"]],
  },
  {
    name: 'product-demanded',
    mistake: 'wants a product in every renewal, though it only comes when it changes',
    rule: 'answer.resultCode.failure',
    says: /A renewal has no productId/,
    changes: [["        if (body['productId'] !== undefined) instance", '        instance']],
  },
  {
    name: 'renewal-in-process',
    mistake: 'answers 000004 for a renewal that it does in the background',
    rule: 'answer.resultCode.unknown',
    says: /cannot be done in the background/,
    changes: [[DONE, DONE.replace('CODE.success', "name === 'refreshInstance' ? '000004' : CODE.success")]],
  },
  {
    name: 'forgets-at-once',
    mistake: 'opens instances and does not keep them',
    rule: 'seller.instance.lost',
    says: /Keep an instance under the id/,
    changes: [['      instances.set(id, instance)\n', '']],
  },
  {
    name: 'release-by-order',
    mistake: 'wants an order for every release',
    rule: 'seller.release.order-demanded',
    says: /only sent when the customer unsubscribed/,
    changes: [
      [
        "      const instance = instances.get(text(body, 'instanceId'))\n",
        "      text(body, 'orderId')\n      const instance = instances.get(text(body, 'instanceId'))\n",
      ],
    ],
  },
]
