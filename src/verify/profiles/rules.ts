import type { Rule } from '../case.ts'

const CODES = 'CN/zh-cn_topic_0070649421'

/** Rules that cases of several kinds of interface break; each says where it is written. */
export const SIGNATURE: Rule = {
  code: 'seller.signature.unchecked',
  source: 'CN/zh-cn_topic_0070649476',
  evidence: 'doc',
  hint: 'Anybody can call this seller: compute the signature from the body as it came and compare, before anything is done; answer 000001.',
}
export const TIMESTAMP: Rule = {
  code: 'seller.timestamp.unchecked',
  source: 'CN/zh-cn_topic_0070649476',
  evidence: 'doc',
  hint: 'A call that was recorded can be replayed at any time: refuse timestamps (milliseconds) more than 60 s away with 000002.',
}
export const PARTLY: Rule = {
  code: 'seller.signature.partly',
  source: 'CN/zh-cn_topic_0070649476',
  evidence: 'doc',
  hint: 'Compare the whole signature, from its first character to its last.',
}
export const WINDOW: Rule = {
  code: 'seller.timestamp.window',
  source: 'CN/zh-cn_topic_0070649476',
  evidence: 'doc',
  hint: 'Refuse timestamps (milliseconds) more than 60 s away: that is the documented limit, whatever your clock is allowed to be off.',
}
export const NARROW: Rule = {
  code: 'seller.timestamp.narrow',
  source: 'CN/zh-cn_topic_0070649476',
  evidence: 'doc',
  hint: 'Take timestamps that are up to 60 s away: calls wait in queues, and no two clocks agree.',
}
// The page sorts the body before it is hashed; a body that comes sorted already hides who does not.
export const UNSORTED: Rule = {
  code: 'seller.signature.unsorted',
  source: 'CN/zh-cn_topic_0070649476',
  evidence: 'doc',
  hint: 'Sort the members of the top level by name before you hash the body: no page says in which order they are sent.',
}
export const NONCE: Rule = {
  code: 'seller.nonce.optional',
  source: 'CN/zh-cn_topic_0070649476',
  evidence: 'doc',
  hint: 'nonce is mandatory: refuse a call without it with 000002, also when the signature fits.',
}
export const BUSINESS_ID: Rule = {
  code: 'seller.business-id.optional',
  source: 'CN/zh-cn_topic_0070649427',
  evidence: 'doc',
  level: 'warning',
  hint: 'businessId is mandatory in newInstance: answer 000002 without it. It is the recommended id of the instance.',
}
export const ISOLATED: Rule = {
  code: 'seller.isolation.broken',
  source: 'CN/zh-cn_topic_0070649427',
  evidence: 'inferred',
  hint: 'A call changes the one instance, order or tenant that it names. Here another one, of another customer, was changed with it: look for a query without its WHERE condition.',
}
export const UNKNOWN_INSTANCE: Rule = {
  code: 'seller.instance.unknown-accepted',
  source: CODES,
  evidence: 'doc',
  hint: 'Look the instance up first and answer 000003 if it does not exist.',
}
export const PARAMETER: Rule = {
  code: 'seller.parameter.unchecked',
  source: CODES,
  evidence: 'inferred',
  hint: 'Answer 000002 when a member that must be there is not, or has no meaning.',
}
export const REPEAT: Rule = {
  code: 'seller.repeat.refused',
  source: 'S-31',
  evidence: 'seed',
  hint: 'The same call succeeds however often it is sent: answer 000000 to what is done already.',
}
export const RELEASED: Rule = {
  code: 'seller.released.alive',
  source: 'CN/zh-cn_topic_0070649431',
  evidence: 'inferred',
  level: 'warning',
  hint: 'A released instance is gone: answer 000003 to every call after its release, except another release.',
}
export const ADDED: Rule = {
  code: 'seller.added-member.refused',
  source: 'CN/fragments',
  evidence: 'doc',
  hint: 'Ignore members that you do not know (接口兼容性说明): the marketplace may add some at any time. They are signed like the others.',
}
/** Of V1.0. */
export const TOKEN: Rule = {
  code: 'seller.token.misread',
  source: 'CN/zh-cn_topic_0070649061',
  evidence: 'doc',
  hint: 'The token covers the decoded values, and is encoded itself: decode the query once. A `+` of the token that was decoded twice, or by hand, is a blank.',
}
