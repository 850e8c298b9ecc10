import {
  type Diagnosis,
  diagnosisText,
  explainAuthToken,
  explainBodySign,
  explainKit,
  explainProduction,
  type OtherKey,
} from '../../signing/index.ts'
import type { Trial } from './trial.ts'

/** What a seller did wrong when it signed its answer, if one known mistake explains it. */
export function mistakeInAnswer(trial: Trial, bytes: Uint8Array, signature: string): string | undefined {
  const diagnosis = explainBodySign(new TextDecoder().decode(bytes), signature, trial.key, othersOf(trial))
  return diagnosis && diagnosisText(diagnosis)
}

/**
 * What a seller did wrong when it refused our signature (000001): known if its answer holds the signature that it expected, in
 * `resultMsg` for example, and one known mistake produces it.
 */
export function mistakeInCheck(trial: Trial, body: Readonly<Record<string, unknown>>): string | undefined {
  const others = othersOf(trial)
  for (const [signature] of JSON.stringify(body).matchAll(/[0-9a-f]{64}|[0-9a-f]{40}|[A-Za-z0-9+/_-]{43}=?/gi)) {
    const diagnosis = explain(trial, signature, others)
    if (diagnosis)
      return `The signature that the seller expected (${signature.slice(0, 12)}…) comes from a mistake. ${diagnosisText(diagnosis)}`
  }
  return undefined
}

function explain({ operation, request, key }: Trial, given: string, others: readonly OtherKey[]): Diagnosis | undefined {
  const { searchParams } = new URL(request.url)
  if (operation.doc['x-signature'] === 'kit') {
    const stamp = { timestamp: request.headers['x-timestamp'] ?? '', nonce: request.headers['x-nonce'] ?? '' }
    return explainKit(request.body, stamp, given, key, others)
  }
  if (operation.doc['x-signature'] === 'v1') return explainAuthToken([...searchParams], given, key, others)
  const stamp = { timestamp: searchParams.get('timestamp') ?? '', nonce: searchParams.get('nonce') ?? '' }
  return explainProduction(request.body, stamp, given, key, others)
}

/** The seller's other keys: each type of interface has its own, and they are easily mixed up. */
function othersOf({ world, delivery, key }: Trial): readonly OtherKey[] {
  return [...world.sellerKeys.all()]
    .filter(({ accountId, secret }) => accountId === delivery.sellerId && secret !== key)
    .map(({ use, secret }) => ({ name: `the key bound to ${use}; this call has that of ${delivery.use}`, secret }))
}
