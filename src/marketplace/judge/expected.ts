import type { SigningFault } from '../../scenario/delivery-fault-api.ts'
import type { Operation } from '../../spec/operation.ts'
import type { Expected } from './trial.ts'

const SIGNATURE = 'CN/zh-cn_topic_0070649476'

/** Machine milliseconds that the timestamp of a call may be away from the seller's clock (koogallery.md 2.1). */
const WINDOW = 60_000

const REFUSED = ['000001', '000002']

const STALE: Expected = {
  refusals: REFUSED,
  success: {
    code: 'answer.timestamp.unchecked',
    source: SIGNATURE,
    evidence: 'doc',
    hint: 'Refuse timestamps (milliseconds) more than 60 s away with 000002: a recorded call could be replayed at any time.',
  },
}

// The page says that nonces are to be cached against replays; which code a replay gets is written nowhere.
const REUSED: Expected = {
  refusals: REFUSED,
  success: {
    code: 'answer.nonce.reused',
    level: 'warning',
    source: SIGNATURE,
    evidence: 'inferred',
    hint: 'The nonce came before. Remember nonces for two minutes and answer 000001 to a call that has an old one.',
  },
}

/** What a seller answers to a call that comes again unchanged, `age` machine milliseconds later. V1.0 has neither nonce nor time window. */
export function expectedAgain({ doc }: Pick<Operation, 'doc'>, age: number): { readonly expected?: Expected } {
  if (doc['x-signature'] === 'v1') return {}
  return { expected: age > WINDOW ? STALE : REUSED }
}

// The page bounds the difference both ways; the sample project looks at the past alone.
const FUTURE: Expected = {
  refusals: REFUSED,
  success: {
    code: 'answer.timestamp.future-accepted',
    level: 'warning',
    source: SIGNATURE,
    evidence: 'doc',
    hint: 'Compare the absolute difference with 60 s: a call with a timestamp in the future can be replayed until then.',
  },
}

const UNSIGNED: Expected = {
  refusals: ['000001'],
  success: {
    code: 'answer.signature.unchecked',
    source: SIGNATURE,
    evidence: 'doc',
    hint: 'Compute the signature from the body as it came and compare before anything is done; answer 000001 where it differs.',
  },
}

/** No page tells what a body in another encoding is answered; some JSON readers take UTF-16. */
const UNREADABLE: Expected = {
  refusals: ['000001', '000002', '000005'],
  clientError: true,
  success: {
    code: 'answer.encoding.unchecked',
    level: 'warning',
    source: 'EU/en-us_topic_000006',
    evidence: 'inferred',
    hint: 'The interface is UTF-8. A body in another encoding has another signature: hash the bytes as they came.',
  },
}

const BY_SIGNING: Readonly<Record<SigningFault, Expected>> = {
  wrongly: UNSIGNED,
  'with-another-key': UNSIGNED,
  stale: STALE,
  future: FUTURE,
  'reused-nonce': REUSED,
}

/** What a seller answers to a call that is signed faultily. V1.0 bounds no time. */
export function expectedOfSigning({ doc }: Pick<Operation, 'doc'>, sign: SigningFault): Expected | undefined {
  return doc['x-signature'] === 'v1' && (sign === 'stale' || sign === 'future') ? undefined : BY_SIGNING[sign]
}

export const expectedOfEncoding = (): Expected => UNREADABLE
