import { expect, test } from 'vitest'
import { createLibrary } from '../../src/scenario/library.ts'
import { readRule } from '../../src/scenario/read-rule.ts'
import type { RuleInput } from '../../src/scenario/scenario-api.ts'
import { createScenarios, MOST_RULES } from '../../src/scenario/scenarios.ts'
import { SpecFault } from '../../src/spec/document/fault.ts'
import { builtInBundle, specsOf } from '../../src/spec/schema/cache.ts'
import { createWorldOf } from './a-world.ts'

const specs = await specsOf(builtInBundle())
const place = (...keys: (string | number)[]) => keys.join('.') || 'rule'

/** What is wrong with a rule; the whole message, so that each says place, value and what to write instead. */
const REFUSED: readonly (readonly [string, unknown, string])[] = [
  ['is no object', 'bss.PayOrders', 'rule: a rule must be an object such as { on: bss.PayOrders, answer: CBC.0999 }, not "bss.PayOrders".'],
  ['names no operation', { delay: '1s' }, 'on: "on" must name an operation, such as bss.PayOrders, bss.* or *, not undefined.'],
  [
    'names an unknown operation',
    { on: 'bss.PayOrder', delay: '1s' },
    'on: There is no operation "bss.PayOrder". Did you mean "bss.PayOrders"?',
  ],
  ['names an unknown service', { on: 'bsss.*', delay: '1s' }, 'Did you mean "bss"?'],
  ['is about the control API', { on: 'sandbox.ListJournal', delay: '1s' }, 'never those of the control API and the console.'],
  ['is about the console', { on: 'console.*', delay: '1s' }, 'never those of the control API and the console.'],
  ['is about a call to the seller', { on: 'production.newInstance', delay: '1s' }, 'on: production.newInstance is a call to the seller.'],
  [
    'is about a call of every edition',
    { on: 'newInstance', cut: 'reset' },
    'on: newInstance is a call to the seller. Give the rule one of send,',
  ],
  [
    'is about all calls to the seller',
    { on: 'production.*', cut: 'reset' },
    'on: production.* is a call to the seller. Give the rule one of send,',
  ],
  [
    'sends an unknown call',
    { on: 'newInstanc', send: 'twice' },
    'on: there is no call "newInstanc" of sellers. Did you mean "newInstance"?',
  ],
  ['sends in an unknown way', { on: 'newInstance', send: 'twise' }, 'send: "send" cannot be "twise". Did you mean "twice"?'],
  ['signs in an unknown way', { on: 'newInstance', sign: 'wrong' }, 'sign: "sign" cannot be "wrong". Did you mean "wrongly"?'],
  [
    'sends and signs',
    { on: 'newInstance', send: 'twice', sign: 'wrongly' },
    'sign: "send" and "sign" exclude each other. Make two rules of them.',
  ],
  [
    'sends and answers',
    { on: 'newInstance', send: 'twice', answer: 'CBC.0999' },
    'answer: "answer" is for calls that come in, "send" for calls of sellers.',
  ],
  ['delays what is not late', { on: 'newInstance', send: 'twice', delay: '1h' }, 'delay: a call of a seller is delayed with "send: late".'],
  ['is late by nothing', { on: 'newInstance', send: 'late', delay: '0s' }, 'delay: "delay" must be above 0, not "0s".'],
  ['reads at no rate', { on: 'newInstance', slowReader: 'slowly' }, 'slowReader: "slowReader" must be a rate above 0, such as 10B/s'],
  ['aborts a little', { on: 'newInstance', abort: 'maybe' }, 'abort: "abort" must be true, not "maybe".'],
  ['reuses a nonce of V1.0', { on: 'production-v1.*', sign: 'reused-nonce' }, 'on: production-v1.* carries no nonce.'],
  ['encodes a query', { on: 'production-v1.newInstance', wrongEncoding: true }, 'on: production-v1.newInstance has no body.'],
  ['asks for the caller of a delivery', { on: 'newInstance', send: 'never', when: { 'caller.role': 'buyer' } }, 'not caller.'],
  [
    'asks for a member that a delivery has not',
    { on: 'production.newInstance', send: 'never', when: { 'body.ordreId': '1' } },
    'when.body.ordreId: production.newInstance: the body has no member "ordreId". Did you mean "orderId"?',
  ],
  ['spells a verb as its flag', { on: 'newInstance', 'slow-reader': '1B/s' }, 'Did you mean "slowReader"?'],
  ['has an unknown member', { on: '*', dealy: '1s' }, 'dealy: a rule has no member "dealy". Did you mean "delay"?'],
  ['does nothing', { on: '*' }, 'rule: the rule does nothing. Give it one of answer, status, delay,'],
  [
    'gives an undocumented error',
    { on: 'bss.CancelCustomerOrder', answer: 'CBC.99003110' },
    'answer: bss.CancelCustomerOrder documents no error or example "CBC.99003110".',
  ],
  ['misspells an error', { on: 'bss.PayOrders', answer: 'CBC.9900310' }, 'Did you mean "CBC.99003106"?'],
  [
    'misspells an error of a service',
    { on: 'bss.*', answer: 'CBC.9900310' },
    'answer: none of 20 operations documents an error or example',
  ],
  ['has two answers', { on: '*', answer: 'APIGW.0308', status: 503 }, 'status: "answer" and "status" exclude each other. Leave one out.'],
  ['cuts and hangs', { on: '*', cut: 'reset', hang: true }, 'hang: "cut" and "hang" exclude each other.'],
  ['has a status that is none', { on: '*', status: 99 }, 'status: "status" must be a whole number from 200 to 599, not 99.'],
  [
    'has a delay of -1',
    { on: '*', delay: -1 },
    'delay: "delay" must be a duration such as 500ms, 30s or 2h, or lognormal:200ms,0.5, not -1.',
  ],
  ['has a negative delay', { on: '*', delay: '-1s' }, 'delay: "delay" must be above 0, not "-1s".'],
  ['has a delay of a day', { on: '*', delay: '1d' }, 'delay: "delay" must be at most 1h, not "1d". An answer that never comes is "hang".'],
  ['has a sigma of 0', { on: '*', delay: 'lognormal:1s,0' }, 'delay: the sigma of "delay" must be above 0 and at most 5, not 0.'],
  ['drips nothing', { on: '*', drip: '0B/s' }, 'drip: "drip" must be a rate above 0, such as 10B/s or 2kB/s, not "0B/s".'],
  ['cuts in an unknown way', { on: '*', cut: 'rest' }, 'cut: "cut" cannot be "rest". Did you mean "reset"?'],
  [
    'throttles at a rate of 0',
    { on: '*', throttle: '0/s' },
    'throttle: the rate of "throttle" must be above 0 and per second, such as 2/s, not "0/s".',
  ],
  [
    'throttles without burst',
    { on: '*', throttle: { rate: '1/s', burst: 0 } },
    'throttle: the burst of "throttle" must be a whole number of at least 1, not 0.',
  ],
  ['misspells the burst', { on: '*', throttle: { rate: '1/s', brust: 1 } }, 'Did you mean "burst"?'],
  ['lets something unknown expire', { on: '*', expire: 'tokens' }, 'expire: "expire" cannot be "tokens". Did you mean "token"?'],
  ['skews by nothing', { on: '*', skew: '0s' }, 'skew: "skew" must be a duration such as 20m or -20m, not 0.'],
  ['skews and delays', { on: '*', skew: '1h', delay: '1s' }, 'skew: "skew" changes how signatures are checked and stands alone.'],
  ['skews by a query', { on: 'bss.ListCustomerOrders', skew: '1h', when: { 'query.limit': 1 } }, 'its conditions can only be on headers.'],
  [
    'moves the clock back',
    { on: '*', advance: '-1h' },
    'advance: "advance" must be a duration above 0, such as 2h or P1M, not "-1h". Time only goes forward.',
  ],
  ['never fires', { on: '*', delay: '1s', times: 0 }, 'times: "times" must be a whole number of at least 1, not 0.'],
  ['starts before the first call', { on: '*', delay: '1s', after: -1 }, 'after: "after" must be a whole number of at least 0, not -1.'],
  ['takes each 0th call', { on: '*', delay: '1s', every: 0 }, 'every: "every" must be a whole number of at least 1, not 0.'],
  [
    'has a probability of 0',
    { on: '*', delay: '1s', probability: '0%' },
    'probability: "probability" must be above 0 and at most 1, or a percentage such as "5%", not "0%".',
  ],
  ['has a probability of 5', { on: '*', delay: '1s', probability: 5 }, 'not 5.'],
  ['has an odd seed', { on: '*', delay: '1s', seed: [] }, 'seed: "seed" must be a text or a number, not [].'],
  [
    'delays a call that never arrives',
    { on: '*', delay: '1s', acts: false },
    'acts: a call that does not reach the world has no answer to send.',
  ],
  ['halves the answer of a call that never arrives', { on: '*', cut: 'half', acts: false }, 'acts: a call that does not reach the world'],
  [
    'throttles a call that acts',
    { on: '*', throttle: '1/s', acts: true },
    'acts: a call that the gateway throttles never reaches the world.',
  ],
  [
    'has a condition without a place',
    { on: '*', delay: '1s', when: { status: 6 } },
    'when.status: a condition needs a place and a name, such as query.status, not "status".',
  ],
  [
    'has a condition on an unknown parameter',
    { on: 'bss.ListCustomerOrders', delay: '1s', when: { 'query.statuss': 6 } },
    'when.query.statuss: bss.ListCustomerOrders has no query parameter "statuss". Did you mean "status"?',
  ],
  [
    'has a condition on a number',
    { on: 'bss.ListCustomerOrders', delay: '1s', when: { 'query.limit': 'ten' } },
    'query.limit is a number, never "ten".',
  ],
  [
    'has a condition on an unknown member',
    { on: 'bss.PayOrders', delay: '1s', when: { 'body.orderid': 'x' } },
    'the body has no member "orderid". Did you mean "order_id"?',
  ],
  [
    'has a condition on the body of a GET',
    { on: 'bss.ListCustomerOrders', delay: '1s', when: { 'body.x': 1 } },
    'bss.ListCustomerOrders takes no body.',
  ],
  [
    'has a condition on an unknown role',
    { on: '*', delay: '1s', when: { 'caller.role': 'vendor' } },
    'when.caller.role: there is no role "vendor".',
  ],
  ['is for a role that never calls', { on: 'bss.PayOrders', delay: '1s', when: { 'caller.role': 'seller' } }, 'not by a seller.'],
  [
    'compares with a list',
    { on: '*', delay: '1s', when: { 'header.x': [1] } },
    'when.header.x: a condition compares with a text, a number or true and false, not with [1].',
  ],
  [
    'has a condition on a member that every object of JavaScript has',
    { on: 'bss.PayOrders', delay: '1s', when: { 'body.constructor': 1 } },
    'when.body.constructor: bss.PayOrders: the body has no member "constructor".',
  ],
  [
    'has a condition below a text',
    { on: 'bss.PayOrders', delay: '1s', when: { 'body.order_id.x': 1 } },
    'body.order_id is a string and has no members. Compare it as a whole: body.order_id.',
  ],
  [
    'has a condition on an empty number',
    { on: 'bss.ListCustomerOrders', delay: '1s', when: { 'query.limit': '' } },
    'query.limit is a number, never "".',
  ],
  [
    'gives an error of one operation under a condition of another',
    { on: 'bss.*', answer: 'CBC.99003110', when: { 'query.status': 6 } },
    'when.query.status: bss.PayOrders has no query parameter "status".',
  ],
  ['drips once in years', { on: '*', drip: '0.0000000001B/s' }, 'drip: "drip" must be a rate from 0.01B/s to'],
  ['skews beyond all times', { on: '*', skew: 'P9999Y' }, 'skew: "skew" must be at most P100Y, ahead or behind, not "P9999Y".'],
  ['skews back beyond all times', { on: '*', skew: '-100000000000d' }, 'skew: "skew" must be at most P100Y'],
  ['moves the clock beyond the end of time', { on: '*', advance: 'P9999Y' }, 'advance: "advance" must be at most P7000Y, not "P9999Y".'],
  [
    'sends beyond the end of time',
    { on: 'newInstance', send: 'late', delay: 'P9999Y' },
    'delay: "delay" must be at most P7000Y, not "P9999Y".',
  ],
  ['has an endless seed', { on: '*', delay: '1s', seed: 'x'.repeat(1001) }, 'seed: "seed" must have at most 1000 characters, not 1001.'],
]

test.each(REFUSED)('a rule that %s is refused', (_what, rule, message) => {
  expect(() => readRule(specs, rule, place)).toThrow(SpecFault)
  expect(() => readRule(specs, rule, place)).toThrow(message)
})

test('a refused rule, and the one beyond the limit, leave the world as it was', () => {
  const scenarios = createScenarios(specs, { monotonic: () => 0 }, createLibrary(specs), undefined)
  const world = createWorldOf(specs)
  for (let i = 0; i < MOST_RULES; i++) scenarios.add(world, { on: 'bss.PayOrders', delay: '1s' })
  expect(() => scenarios.add(world, { on: 'bss.PayOrders', delay: '-1s' } as RuleInput)).toThrow(SpecFault)
  expect(() => scenarios.add(world, { on: 'bss.PayOrders', delay: '1s' })).toThrow(
    `World "rules" holds at most ${MOST_RULES} rules. Remove some: \`koosandbox fault clear\` removes all.`,
  )
  expect(scenarios.rules(world).map(({ id }) => id)).toEqual(Array.from({ length: MOST_RULES }, (_, i) => `F${i + 1}`))
})
