import type { Case, Rule } from '../case.ts'
import { UNSORTED } from '../profiles/rules.ts'
import { FINE } from '../profiles/shapes.ts'
import { MINE } from './members.ts'

const SIGNATURE = 'CN/zh-cn_topic_0070649476'

const UNICODE: Rule = {
  code: 'seller.signature.unicode',
  source: SIGNATURE,
  evidence: 'doc',
  hint: 'Sign the UTF-8 bytes of the body as received. JSON writers that turn Chinese or emoji into \\uXXXX (json.dumps, PHP) change them: set ensure_ascii=False.',
}
const REWRITTEN: Rule = {
  code: 'seller.signature.rewritten',
  source: 'DEMO/isv-sample',
  evidence: 'demo',
  hint: 'Sort only the members of the first level and change nothing else: deeper members keep their order, and escapes stay unchanged.',
}
const CASE: Rule = {
  code: 'seller.signature.case',
  source: 'DEMO/isv-sample',
  evidence: 'demo',
  hint: 'Published examples have upper and lower case: compare the hex digits case-insensitively.',
}
const NONCE_LENGTH: Rule = {
  code: 'seller.nonce.length',
  source: SIGNATURE,
  evidence: 'doc',
  hint: 'Examples of 16, 32 and 64 characters are published: accept any length, and make the database column long enough.',
}
// The page says to cache nonces against replays. No page says how to answer a replay, and the sample project has no cache.
const NONCE_REUSED: Rule = {
  code: 'seller.nonce.reused',
  source: SIGNATURE,
  evidence: 'inferred',
  level: 'warning',
  hint: 'A recorded call can be replayed within a minute: store nonces for two minutes and answer a known one with 000001.',
}
// The page limits the difference in both directions; the sample project only checks the past.
const FUTURE: Rule = {
  code: 'seller.timestamp.future-accepted',
  source: SIGNATURE,
  evidence: 'doc',
  level: 'warning',
  hint: 'Compare the absolute difference with 60 s: a call with a timestamp in the future can be replayed until then.',
}
const SECONDS: Rule = {
  code: 'seller.timestamp.seconds',
  source: 'INTLZH/topic_0070649090',
  evidence: 'inferred',
  level: 'warning',
  hint: 'International pages say seconds, but no example uses them. Accept them, or refuse them with 000002.',
}
const QUERY_ORDER: Rule = {
  code: 'seller.query.order',
  source: SIGNATURE,
  evidence: 'inferred',
  hint: 'Read signature, timestamp and nonce by name: query parameters have no fixed order.',
}
const QUERY_ENCODED: Rule = {
  code: 'seller.query.undecoded',
  source: SIGNATURE,
  evidence: 'inferred',
  level: 'warning',
  hint: 'Let the framework decode the query: any character may be sent as %XX.',
}

/** Values that can be written in JSON in more than one way. The signature covers the bytes that were sent. */
const VALUES: readonly (readonly [name: string, title: string, added: Case['set'][string], rule: Rule])[] = [
  ['chinese', 'A Chinese value does not break the signature', '云商店·测试', UNICODE],
  ['emoji', 'An emoji does not break the signature', 'ready 🚀👩‍💻', UNICODE],
  ['escapes', 'Characters that some writers escape do not break the signature', '<a href="/x?a=1&b=2">it\'s</a>', REWRITTEN],
  ['nested', 'Nested members keep their order', { zone: 'b', area: 'a', list: [2, 1], flag: true, none: null }, REWRITTEN],
]

/** Correct calls with an unusual signature or notation, and wrong calls that the debugging page never makes. */
export const signatures: readonly Case[] = [
  // All following cases query this instance, whatever was done to it before.
  {
    name: 'queryInstance.later',
    title: 'The instance is still listed',
    operation: 'queryInstance',
    set: MINE,
    codes: FINE,
    after: 'queryInstance',
  },
  ...VALUES.map(
    ([name, title, addedSomeDay, otherwise]): Case => ({
      name: `signature.${name}`,
      title,
      operation: 'queryInstance',
      set: { ...MINE, addedSomeDay },
      codes: FINE,
      otherwise,
      after: ['newInstance.added-member', 'queryInstance.later'],
    }),
  ),
  query('signature.unsorted', 'A body whose members are not sorted is sorted before its signature is checked', 'unsorted', FINE, UNSORTED),
  query('signature.upper-case', 'A signature in upper case is accepted', 'upper-case', FINE, CASE),
  query('signature.percent-encoded', 'A percent-encoded signature is accepted', 'percent-encoded', FINE, QUERY_ENCODED),
  query('query.other-order', 'Parameters in another order are accepted', 'other-order', FINE, QUERY_ORDER),
  query('nonce.of-16', 'A nonce may have 16 characters', 'nonce-of-16', FINE, NONCE_LENGTH),
  query('nonce.of-64', 'A nonce may have 64 characters', 'nonce-of-64', FINE, NONCE_LENGTH),
  query('nonce.sent-before', 'An exact repeat of a request is refused', 'sent-before', ['000001', '000002'], NONCE_REUSED),
  // A seller that does not check timestamps at all is reported by another case.
  {
    ...query('timestamp.future', 'A call with a timestamp ten minutes in the future is refused', 'future', ['000001', '000002'], FUTURE),
    after: ['queryInstance.later', 'timestamp.stale'],
  },
  query('timestamp.seconds', 'A timestamp in seconds is accepted or refused', 'seconds', ['000000', '000001', '000002'], SECONDS),
]

function query(name: string, title: string, tamper: NonNullable<Case['tamper']>, codes: Case['codes'], otherwise: Rule): Case {
  return { name, title, operation: 'queryInstance', set: MINE, tamper, codes, otherwise, after: 'queryInstance.later' }
}
