import type { Case, Rule } from '../case.ts'
import { UNSORTED } from '../profiles/rules.ts'
import { FINE } from '../profiles/shapes.ts'
import { MINE } from './members.ts'

const SIGNATURE = 'CN/zh-cn_topic_0070649476'

const UNICODE: Rule = {
  code: 'seller.signature.unicode',
  source: SIGNATURE,
  evidence: 'doc',
  hint: 'Sign the UTF-8 bytes of the body as they came. Writers that turn Chinese or emoji into \\uXXXX (json.dumps, PHP) change them: ensure_ascii=False.',
}
const REWRITTEN: Rule = {
  code: 'seller.signature.rewritten',
  source: 'DEMO/isv-sample',
  evidence: 'demo',
  hint: 'Sort the first level alone, and change nothing else: what lies deeper keeps its order, and nothing is escaped anew.',
}
const CASE: Rule = {
  code: 'seller.signature.case',
  source: 'DEMO/isv-sample',
  evidence: 'demo',
  hint: 'Published examples show upper and lower case: compare the hex digits without regard to it.',
}
const NONCE_LENGTH: Rule = {
  code: 'seller.nonce.length',
  source: SIGNATURE,
  evidence: 'doc',
  hint: 'Examples of 16, 32 and 64 characters are published: take any length, and give the column that keeps them room.',
}
// The page says that nonces are to be cached against replays; what a replay is answered is written nowhere, and the sample project has no cache.
const NONCE_REUSED: Rule = {
  code: 'seller.nonce.reused',
  source: SIGNATURE,
  evidence: 'inferred',
  level: 'warning',
  hint: 'Somebody who records a call can send it again within the minute: remember nonces for two minutes and answer 000001.',
}
// The page bounds the difference both ways; the sample project looks at the past alone.
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
  hint: 'International pages say seconds, no example is. Take them or refuse them with 000002.',
}
const QUERY_ORDER: Rule = {
  code: 'seller.query.order',
  source: SIGNATURE,
  evidence: 'inferred',
  hint: 'Look signature, timestamp and nonce up by name: parameters of a query have no order.',
}
const QUERY_ENCODED: Rule = {
  code: 'seller.query.undecoded',
  source: SIGNATURE,
  evidence: 'inferred',
  level: 'warning',
  hint: 'Let the framework decode the query: any character of it may come as %XX.',
}

/** Values that a JSON writer may put down in more than one way. The signature covers the way they were sent. */
const VALUES: readonly (readonly [name: string, title: string, added: Case['set'][string], rule: Rule])[] = [
  ['chinese', 'A Chinese value keeps the signature right', '云商店·测试', UNICODE],
  ['emoji', 'An emoji keeps the signature right', 'ready 🚀👩‍💻', UNICODE],
  ['escapes', 'Characters that some writers escape keep the signature right', '<a href="/x?a=1&b=2">it\'s</a>', REWRITTEN],
  ['nested', 'What lies deeper keeps its own order', { zone: 'b', area: 'a', list: [2, 1], flag: true, none: null }, REWRITTEN],
]

/** Right calls that are signed or written unusually, and wrong ones that the debugging page never makes. */
export const signatures: readonly Case[] = [
  // All that follows asks for this instance, whatever was done to it before.
  {
    name: 'queryInstance.later',
    title: 'The instance shows after all that',
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
  query('signature.upper-case', 'A signature in upper case is right too', 'upper-case', FINE, CASE),
  query('signature.percent-encoded', 'A signature that is percent-encoded is right too', 'percent-encoded', FINE, QUERY_ENCODED),
  query('query.other-order', 'Parameters in another order are right too', 'other-order', FINE, QUERY_ORDER),
  query('nonce.of-16', 'A nonce may have 16 characters', 'nonce-of-16', FINE, NONCE_LENGTH),
  query('nonce.of-64', 'A nonce may have 64 characters', 'nonce-of-64', FINE, NONCE_LENGTH),
  query('nonce.sent-before', 'The very same request, sent once more, is refused', 'sent-before', ['000001', '000002'], NONCE_REUSED),
  // Who looks at no time at all has been told so.
  {
    ...query('timestamp.future', 'A call with a timestamp ten minutes in the future is refused', 'future', ['000001', '000002'], FUTURE),
    after: ['queryInstance.later', 'timestamp.stale'],
  },
  query('timestamp.seconds', 'A timestamp in seconds is taken or refused', 'seconds', ['000000', '000001', '000002'], SECONDS),
]

function query(name: string, title: string, tamper: NonNullable<Case['tamper']>, codes: Case['codes'], otherwise: Rule): Case {
  return { name, title, operation: 'queryInstance', set: MINE, tamper, codes, otherwise, after: 'queryInstance.later' }
}
