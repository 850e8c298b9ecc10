import type { Case, Rule, Travel } from '../case.ts'
import { FINE } from '../profiles/shapes.ts'
import { MINE } from './members.ts'

const REQUIREMENTS = 'EU/en-us_topic_000006'
const inferred = { source: REQUIREMENTS, evidence: 'inferred' } as const
const warning = { ...inferred, level: 'warning' } as const

const METHOD: Rule = {
  code: 'seller.method.accepted',
  source: REQUIREMENTS,
  evidence: 'doc',
  hint: 'Every call is a POST: answer other methods 405, or anything but success.',
}
const PATH: Rule = {
  ...warning,
  code: 'seller.path.accepted',
  hint: 'Only one address serves the calls. Answer 404 at others, so that a typing error is noticed.',
}
const CONTENT_TYPE: Rule = {
  code: 'seller.content-type.refused',
  source: 'CN/zh-cn_topic_0070649427',
  evidence: 'doc',
  hint: 'Calls have charset=utf8 or charset=utf-8 (the pages differ). Read the body as UTF-8 whatever the header says.',
}
const PIECES: Rule = {
  ...inferred,
  code: 'seller.pieces.refused',
  hint: 'The body may arrive in several packets: read until Content-Length is reached.',
}
const CLOSE: Rule = {
  ...inferred,
  code: 'seller.connection-close.refused',
  hint: 'A caller may ask to close the connection after the answer. Send the answer first.',
}
const CHUNKED: Rule = {
  ...warning,
  code: 'seller.chunked.refused',
  hint: 'In HTTP/1.1 a body may come without Content-Length, for example from a proxy. No page says what the marketplace sends.',
}
const EXPECT: Rule = {
  ...warning,
  code: 'seller.expect.refused',
  hint: 'Answer Expect: 100-continue with 100, or just read the body. No page says what the marketplace sends.',
}
const BROKEN_OFF: Rule = {
  ...inferred,
  code: 'seller.broken-off-call.harms',
  hint: 'A connection may break in the middle of a body. Catch the read error, change nothing, and serve the next call as usual.',
}
const HUGE: Rule = {
  ...inferred,
  code: 'seller.huge-call.harms',
  hint: 'You may read or refuse a body of 1 MB, but answer in time and serve the next call. Set a limit and answer 413 or 000002.',
}

/** Pause between the pieces of a body, machine milliseconds. */
const PAUSE = 250

/** Correct calls, sent in the ways that networks and clients may send them. */
export const transport: readonly Case[] = [
  good('pieces', 'A body that arrives in pieces over a second is read to its end', { pieces: { count: 5, pause: PAUSE } }, PIECES),
  good('connection-close', 'A call with Connection: close is answered', { headers: { connection: 'close' } }, CLOSE),
  good(
    'content-type-utf-8',
    'A Content-Type with charset=utf-8 is accepted',
    { headers: { 'content-type': 'application/json;charset=utf-8' } },
    CONTENT_TYPE,
  ),
  good(
    'content-type-upper',
    'A Content-Type with charset=UTF-8 after a space is accepted',
    { headers: { 'content-type': 'application/json; charset=UTF-8' } },
    CONTENT_TYPE,
  ),
  good(
    'content-type-bare',
    'A Content-Type without charset is accepted',
    { headers: { 'content-type': 'application/json' } },
    CONTENT_TYPE,
  ),
  // 411 and similar answers are accepted.
  {
    ...good('chunked', 'A body without Content-Length is read or refused', { chunked: true }, CHUNKED),
    codes: ['000000', '000002'],
    refusal: 'client-error',
  },
  good('expect', 'A call with Expect: 100-continue is answered', { headers: { expect: '100-continue' } }, EXPECT),
  good('after-broken-off', 'After a call that broke off, the next one works', { before: 'broken-off' }, BROKEN_OFF),
  {
    ...good('after-huge', 'After a body of 1 MB, the next call works', { before: 'huge' }, HUGE),
    after: ['queryInstance', 'transport.after-broken-off'],
  },
  noSuccess('get', 'GET is refused', { method: 'GET' }, METHOD),
  noSuccess('head', 'HEAD is refused', { method: 'HEAD' }, { ...METHOD, evidence: 'inferred', level: 'warning' }),
  noSuccess('path', 'Another path is not served', { path: '/no-such-path' }, PATH),
]

function good(name: string, title: string, travels: Travel, otherwise: Rule): Case {
  return {
    name: `transport.${name}`,
    title,
    operation: 'queryInstance',
    set: MINE,
    travels,
    codes: FINE,
    otherwise,
    after: 'queryInstance.later',
  }
}

function noSuccess(name: string, title: string, travels: Travel, otherwise: Rule): Case {
  return { ...good(name, title, travels, otherwise), codes: [], refusal: 'any' }
}
