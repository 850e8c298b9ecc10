import { type Diagnosis, diagnose } from './diagnose.ts'
import { BASE64_STEP, type Carriage, carriageStep, type Digest, keyStep, type OtherKey } from './keys-and-digests.ts'
import { writtenBodies } from './written-bodies.ts'

/**
 * Why a seller came to another `Body-Sign` (`signBody`).
 * @param body the bytes of the answer as text
 * @param given what stands in the quotation marks of `signature`
 */
export function explainBodySign(body: string, given: string, key: string, others?: readonly OtherKey[]): Diagnosis | undefined {
  const steps = { body: writtenBodies(body, 'as-sent'), key: keyStep(key, others), digest: BASE64_STEP, carriage: carriageStep() }
  const sign = (way: { body: string; key: string; digest: Digest; carriage: Carriage }) => way.carriage(way.digest(way.key, way.body))
  return diagnose(steps, sign, given)
}
