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
  hint: 'One address serves the calls: answer 404 at others, so that a typing error is noticed.',
}
const CONTENT_TYPE: Rule = {
  code: 'seller.content-type.refused',
  source: 'CN/zh-cn_topic_0070649427',
  evidence: 'doc',
  hint: 'Calls come with charset=utf8 or charset=utf-8, by page. Read the body as UTF-8 whatever the header calls it.',
}
const PIECES: Rule = {
  ...inferred,
  code: 'seller.pieces.refused',
  hint: 'The body may come in several packets: read until Content-Length is reached, not what is there at first.',
}
const CLOSE: Rule = {
  ...inferred,
  code: 'seller.connection-close.refused',
  hint: 'A caller may want its connection closed after the answer: that is no reason to send none.',
}
const CHUNKED: Rule = {
  ...warning,
  code: 'seller.chunked.refused',
  hint: 'A body may come without Content-Length in HTTP/1.1. Proxies send it so; what the marketplace sends is not written.',
}
const EXPECT: Rule = {
  ...warning,
  code: 'seller.expect.refused',
  hint: 'Answer Expect: 100-continue with 100, or just read the body. What the marketplace sends is not written.',
}
const BROKEN_OFF: Rule = {
  ...inferred,
  code: 'seller.broken-off-call.harms',
  hint: 'A connection may break in the middle of a body. Nothing was asked then, and the next call is a call like others: catch the error of reading.',
}
const HUGE: Rule = {
  ...inferred,
  code: 'seller.huge-call.harms',
  hint: 'A body of 1 MB may be read or refused, with whatever answer, but in time, and the next call must work: set a limit and answer 413 or 000002.',
}

/** How long the body in pieces is on its way, machine milliseconds; told before, since nothing else happens meanwhile. */
const PAUSE = 250

/** One right call, and what networks and clients make of it. */
export const transport: readonly Case[] = [
  good('pieces', 'A body that comes in pieces over a second is read to its end', { pieces: { count: 5, pause: PAUSE } }, PIECES),
  good('connection-close', 'A call that wants the connection closed is answered', { headers: { connection: 'close' } }, CLOSE),
  good('content-type-utf-8', 'charset=utf-8 is fine', { headers: { 'content-type': 'application/json;charset=utf-8' } }, CONTENT_TYPE),
  good(
    'content-type-upper',
    'charset=UTF-8 behind a blank is fine',
    { headers: { 'content-type': 'application/json; charset=UTF-8' } },
    CONTENT_TYPE,
  ),
  good('content-type-bare', 'No charset is fine', { headers: { 'content-type': 'application/json' } }, CONTENT_TYPE),
  // 411 and the like are fair answers.
  {
    ...good('chunked', 'A body without Content-Length is read or refused', { chunked: true }, CHUNKED),
    codes: ['000000', '000002'],
    refusal: 'client-error',
  },
  good('expect', 'A call with Expect: 100-continue is answered', { headers: { expect: '100-continue' } }, EXPECT),
  good('after-broken-off', 'After a call that broke off the next one works', { before: 'broken-off' }, BROKEN_OFF),
  {
    ...good('after-huge', 'After a body of 1 MB the next call works', { before: 'huge' }, HUGE),
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
