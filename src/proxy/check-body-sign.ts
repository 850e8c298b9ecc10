import { parseBodySign, verifyBody } from '../signing/index.ts'
import { diagnosisText, explainBodySign } from '../signing/tutor/index.ts'
import type { Edition } from './sign-call.ts'

/** The result of checking an answer's Body-Sign. V1.0 requires it, V2.0 does not (koogallery.md 1). */
export interface BodySignVerdict {
  readonly state: 'right' | 'wrong' | 'missing' | 'malformed' | 'not-needed'
  /** The probable mistake, if a known mistake gives this value. */
  readonly because?: string
}

/** Checks the signature of an answer over its received bytes. */
export function checkBodySign(edition: Edition, header: string | undefined, body: string, key: string): BodySignVerdict {
  const needed = edition === 'v1' || edition === 'kit-v1'
  if (header === undefined) return { state: needed ? 'missing' : 'not-needed' }
  const parsed = parseBodySign(header)
  if ('problem' in parsed) return { state: 'malformed', because: PROBLEM[parsed.problem] }
  if (verifyBody(body, header, key)) return { state: 'right' }
  const diagnosis = explainBodySign(body, parsed.signature, key)
  return { state: 'wrong', ...(diagnosis ? { because: diagnosisText(diagnosis) } : {}) }
}

const PROBLEM = {
  absent: 'The header is empty.',
  'sign-type': 'sign_type must be "HMAC-SHA256".',
  unquoted: 'Both values must be in double quotes.',
  malformed: 'It must read sign_type="HMAC-SHA256", signature="…".',
} as const
