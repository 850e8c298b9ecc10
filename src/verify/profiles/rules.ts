import type { Rule } from '../case.ts'

const CODES = 'CN/zh-cn_topic_0070649421'

/** Rules that apply to several kinds of interface, each with its source. */
export const SIGNATURE: Rule = {
  code: 'seller.signature.unchecked',
  source: 'CN/zh-cn_topic_0070649476',
  evidence: 'doc',
  hint: 'Anybody can call this seller. Compute the signature from the received body, compare it before you change anything, and answer 000001.',
}
export const TIMESTAMP: Rule = {
  code: 'seller.timestamp.unchecked',
  source: 'CN/zh-cn_topic_0070649476',
  evidence: 'doc',
  hint: 'A recorded call can be replayed at any time: refuse timestamps (milliseconds) that differ by more than 60 s with 000002.',
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
  hint: 'Refuse timestamps (milliseconds) that differ by more than 60 s: that is the documented limit, even if you allow for clock differences.',
}
export const NARROW: Rule = {
  code: 'seller.timestamp.narrow',
  source: 'CN/zh-cn_topic_0070649476',
  evidence: 'doc',
  hint: 'Accept timestamps that differ by up to 60 s: calls wait in queues, and clocks differ.',
}
// The page sorts the body before it is hashed. Only an unsorted body shows whether a seller does so.
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
  hint: 'nonce is mandatory: refuse a call without it with 000002, even if the signature is correct.',
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
  hint: "A call changes only the instance, order or tenant that it names. Here another customer's was changed too: look for a query without its WHERE condition.",
}
export const UNKNOWN_INSTANCE: Rule = {
  code: 'seller.instance.unknown-accepted',
  source: CODES,
  evidence: 'doc',
  hint: 'Look up the instance first and answer 000003 if it does not exist.',
}
export const PARAMETER: Rule = {
  code: 'seller.parameter.unchecked',
  source: CODES,
  evidence: 'inferred',
  hint: 'Answer 000002 when a mandatory member is missing or has an invalid value.',
}
export const REPEAT: Rule = {
  code: 'seller.repeat.refused',
  source: 'S-31',
  evidence: 'seed',
  hint: 'The same call succeeds however often it is sent: answer 000000 if it was carried out already.',
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
  hint: 'Ignore unknown members (接口兼容性说明): the marketplace may add members at any time. They are signed like the others.',
}
/** Of V1.0. */
export const TOKEN: Rule = {
  code: 'seller.token.misread',
  source: 'CN/zh-cn_topic_0070649061',
  evidence: 'doc',
  hint: 'The token is computed over decoded values and is percent-encoded itself: decode the query once. Decoding twice, or by hand, turns a `+` of the token into a space.',
}
