import { parseBodySign, verifyBody } from '../signing/index.ts'
import { diagnosisText, explainBodySign } from '../signing/tutor/index.ts'
import type { Edition } from './sign-call.ts'

/** What an answer's Body-Sign is worth. V1.0 wants one, V2.0 does not ask (koogallery.md 1). */
export interface BodySignVerdict {
  readonly state: 'right' | 'wrong' | 'missing' | 'malformed' | 'not-needed'
  /** What probably went wrong, where one known mistake leads to the value. */
  readonly because?: string
}

/** Checks the signature of an answer over its bytes as they came. */
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
  unquoted: 'Both values must stand in double quotes.',
  malformed: 'It must read sign_type="HMAC-SHA256", signature="…".',
} as const
