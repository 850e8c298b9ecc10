import type { UsagePush } from '../usage-push.ts'
import { type Diagnosis, diagnose, type Step } from './diagnose.ts'
import { BASE64_STEP, type Carriage, carriageStep, type Digest, keyStep, type OtherKey } from './keys-and-digests.ts'
import { writtenBodies } from './written-bodies.ts'

type Formula = (parts: { readonly ts: string; readonly nonce: string; readonly body: string }) => string

const FORMULA: Step<Formula> = {
  right: ({ ts, nonce, body }) => `ts=${ts}&nonce=${nonce}&body=${body}`,
  wrong: [
    { id: 'formula.bare', says: 'The names are missing: ts=…&nonce=…&body=…', value: ({ ts, nonce, body }) => `${ts}${nonce}${body}` },
    {
      id: 'formula.order',
      says: 'nonce stands before ts: ts=…&nonce=…&body=…',
      value: ({ ts, nonce, body }) => `nonce=${nonce}&ts=${ts}&body=${body}`,
    },
    {
      id: 'formula.sorted',
      says: 'The three parts were sorted by name: ts, nonce, body is their order.',
      value: ({ ts, nonce, body }) => `body=${body}&nonce=${nonce}&ts=${ts}`,
    },
    { id: 'formula.no-body', says: 'The body is missing in the text that is signed.', value: ({ ts, nonce }) => `ts=${ts}&nonce=${nonce}` },
  ],
}

/** Why a usage push carries another signature (`signUsagePush`). `body` is the JSON text as it came. */
export function explainUsagePush(
  { ts, nonce, body }: UsagePush & { readonly body: string },
  given: string,
  key: string,
  others?: readonly OtherKey[],
): Diagnosis | undefined {
  const stamp = String(ts)
  const time: Step<string> = {
    right: stamp,
    wrong: [
      { id: 'time.seconds', says: 'ts was signed in seconds; it is signed as it is sent, in milliseconds.', value: stamp.slice(0, 10) },
      { id: 'time.milliseconds', says: 'ts was signed in milliseconds but sent in seconds; both are milliseconds.', value: `${stamp}000` },
    ],
  }
  const steps = {
    body: writtenBodies(body, 'sorted-throughout'),
    key: keyStep(key, others),
    time,
    formula: FORMULA,
    digest: BASE64_STEP,
    carriage: carriageStep(),
  }
  const sign = (way: { body: string; key: string; time: string; formula: Formula; digest: Digest; carriage: Carriage }) =>
    way.carriage(way.digest(way.key, way.formula({ ts: way.time, nonce, body: way.body })))
  return diagnose(steps, sign, given)
}
