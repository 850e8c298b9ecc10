import { diagnosisText } from '../tutor/diagnose.ts'
import type { KnownKey, SignatureExplanation, WrittenRequest } from './explanation-api.ts'
import { firstDifference } from './first-difference.ts'
import { schemeOf } from './schemes.ts'
import { Unreadable } from './written-address.ts'

/** What may help to explain a signature. */
export interface ExplainInput {
  readonly request: WrittenRequest
  /** Keys that may have signed, the likeliest first. */
  readonly keys: readonly KnownKey[]
  /** The text that the signer signed, if it is known: it is compared line by line. */
  readonly signedText?: string | undefined
}

/**
 * Explains the signature of a request: how it is made, step by step, and what is wrong with the one that it carries.
 * @throws Unreadable for a request that carries no signature, or when no key is known
 */
export function explainSignature({ request, keys, signedText }: ExplainInput): SignatureExplanation {
  const scheme = schemeOf(request)
  const candidates = scheme.candidates(keys)
  if (candidates.length === 0) throw new Unreadable(scheme.keyNeeded)
  const { given } = scheme
  const made = candidates.map((key) => ({ key, ...scheme.make(key.secret) }))
  const right = made.find(({ value }) => scheme.same(value, given))
  const { key, value, text, steps } = right ?? (made[0] as (typeof made)[number])
  const others = keys.filter((one) => one.secret !== key.secret && !candidates.includes(one))
  const diagnosis = right || given === '' ? undefined : scheme.diagnose(key.secret, [...candidates.filter((one) => one !== key), ...others])
  const hidden = (one: string) => (key.secret === '' ? one : one.replaceAll(key.secret, '{key}'))
  const signed = signedText === undefined ? diagnosis?.signed : signedText.replace(/\n$/, '')
  const difference = right || signed === undefined ? undefined : firstDifference(hidden(text), hidden(signed))
  return {
    scheme: scheme.name,
    direction: scheme.direction,
    steps: steps.map((step) => ({ ...step, text: hidden(step.text) })),
    key: key.name,
    expected: value,
    ...(given === '' ? {} : { given }),
    matches: right !== undefined,
    mistakes: (diagnosis?.mistakes ?? []).map(({ id, says }) => ({ id, says })),
    ...(difference ? { difference } : {}),
    next: nextStep({
      matches: right !== undefined,
      given,
      said: diagnosis && diagnosisText(diagnosis),
      compared: difference !== undefined,
      known: candidates.length,
    }),
  }
}

interface Result {
  readonly matches: boolean
  readonly given: string
  readonly said: string | undefined
  readonly compared: boolean
  readonly known: number
}

function nextStep({ matches, given, said, compared, known }: Result): string {
  if (matches) return 'The signature is right. If the call is refused all the same, check the timestamp, and the key that the receiver has.'
  if (given === '') return 'The request carries no signature. Send the expected one.'
  if (said !== undefined) return `Correct this in your code: ${said}`
  if (compared) return 'Correct your code at the first difference.'
  const other = known > 1 ? 'None of the known keys gives this signature' : 'No usual mistake gives this signature'
  return `${other}. Check the key, then print the text that your code signs and compare it with the steps above, or pass it as the signed text.`
}
