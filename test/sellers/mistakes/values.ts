import type { Mistake } from './mistake.ts'

const DONE = "return answer(CODE.success, 'success', activities[name]?.(body))"
const TEXT = "  if (typeof value === 'string' && value !== '' && value.length <= most) return value\n"
const PRODUCT = "      if (body['productInfo'] === undefined)"
/** Mistakes about members and their values. */
export const VALUES: readonly Mistake[] = [
  {
    name: 'unreadable-is-fine',
    mistake: 'says that all is well to what it cannot read',
    rule: 'seller.body.unchecked',
    says: /not a JSON object is not a valid call/,
    changes: [["CODE.illegalParameter, 'the body is not a JSON object'", "CODE.success, 'nothing to do'"]],
  },
  {
    name: 'numbers-are-texts',
    mistake: 'takes numbers for texts',
    rule: 'seller.type.coerced',
    says: /The tables say String/,
    warns: true,
    changes: [[TEXT, `  if (typeof value === 'number') return String(value)\n${TEXT}`]],
  },
  {
    name: 'objects-are-texts',
    mistake: 'takes objects for texts',
    rule: 'seller.parameter.unchecked',
    says: /mandatory member is missing or has an invalid value/,
    changes: [[TEXT, `  if (typeof value === 'object' && value) return JSON.stringify(value)\n${TEXT}`]],
  },
  {
    name: 'any-length',
    mistake: 'takes texts of any length',
    rule: 'seller.length.unchecked',
    says: /truncates longer ones/,
    warns: true,
    changes: [[TEXT, TEXT.replace(' && value.length <= most', '')]],
  },
  {
    name: 'any-scene',
    mistake: 'renews whatever the scene',
    rule: 'seller.parameter.unchecked',
    says: /mandatory member is missing or has an invalid value/,
    changes: [['      if (!SCENES.includes(scene)) throw new Refusal(CODE.illegalParameter, `scene ${scene} is unknown`)\n', '']],
  },
  {
    name: 'any-time',
    mistake: 'takes any text for the end of an instance',
    rule: 'seller.parameter.unchecked',
    says: /mandatory member is missing or has an invalid value/,
    changes: [
      ["      if (!/^\\d{14}(\\d{3})?$/.test(expireTime)) throw new Refusal(CODE.illegalParameter, 'expireTime is malformed')\n", ''],
    ],
  },
  {
    name: 'built-in-activity',
    mistake: 'looks activities up where every object has some',
    rule: 'seller.parameter.unchecked',
    says: /mandatory member is missing or has an invalid value/,
    changes: [['!Object.hasOwn(activities, name)', '!(name in activities)']],
  },
  {
    name: 'id-in-sql',
    mistake: 'puts ids into SQL as they are',
    rule: 'seller.instance.unknown-accepted',
    says: /answer 000003 if it does not exist/,
    changes: [['const known = ids.filter(', 'const known = ids[0].includes("\' OR \'") ? [...instances.keys()] : ids.filter(']],
  },
  {
    name: 'hundred-characters',
    mistake: 'takes 100 ids for 100 characters',
    rule: 'seller.query.too-few-ids',
    says: /counts ids, not characters/,
    changes: [['100 * 65', '100']],
  },
  {
    name: 'any-number-of-ids',
    mistake: 'looks any number of ids up',
    rule: 'seller.query.too-many-ids',
    says: /at most 100 ids/,
    warns: true,
    changes: [
      ['100 * 65', '1000 * 65'],
      ["      if (ids.length > 100) throw new Refusal(CODE.illegalParameter, 'more than 100 instances')\n", ''],
    ],
  },
  {
    name: 'test-flag-wanted',
    mistake: 'wants a testFlag',
    rule: 'seller.test-flag.missed',
    says: /"0" or absent/,
    changes: [[DONE, `text(body, 'testFlag')\n    ${DONE}`]],
  },
  {
    name: 'product-as-object',
    mistake: 'takes the target of a change as an object alone',
    rule: 'seller.product-info.text',
    says: /JSON text too/,
    warns: true,
    changes: [[PRODUCT, "      if (typeof body['productInfo'] !== 'object')"]],
  },
  {
    name: 'product-unread',
    mistake: 'allows a change to nothing',
    rule: 'seller.parameter.unchecked',
    says: /mandatory member is missing or has an invalid value/,
    changes: [[PRODUCT, '      if (false)']],
  },
]
