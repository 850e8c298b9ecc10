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
export function expectedAgain({ doc }: Pick<Operation, 'doc'>, age: number): Expected | undefined {
  if (doc['x-signature'] === 'v1') return undefined
  return age > WINDOW ? STALE : REUSED
}
