import { signAuthToken, signKitAuthToken } from '../auth-token.ts'
import { signKit, signProduction } from '../production.ts'
import { explainAuthToken } from '../tutor/explain-auth-token.ts'
import { explainKit, explainProduction } from '../tutor/explain-production.ts'
import { explainUsagePush } from '../tutor/explain-usage-push.ts'
import { signUsagePush } from '../usage-push.ts'
import { akSkScheme } from './aksk-scheme.ts'
import type { ExplainedStep, KnownKey, WrittenRequest } from './explanation-api.ts'
import type { SignedBy } from './schemes-api.ts'
import { Unreadable } from './written-address.ts'

/** Tells from the request how it is signed. @throws Unreadable when it carries no signature that is known here */
export function schemeOf(request: WrittenRequest): SignedBy {
  const { headers, query } = request
  const parameters = new URLSearchParams(query)
  const has = (...names: string[]) => names.every((name) => parameters.has(name))
  if (headers['authorization'] !== undefined || headers['x-sdk-date'] !== undefined) return akSkScheme(request)
  if (has('signature') || has('timestamp', 'nonce')) return production(request, parameters)
  if (headers['x-sign'] !== undefined || headers['x-timestamp'] !== undefined) return kit(request)
  if (has('authToken') || has('timeStamp', 'activity')) return v1(parameters)
  if (headers['authtoken'] !== undefined) return kitV1(request)
  if (headers['ts'] !== undefined && headers['nonce'] !== undefined) return usagePush(request)
  throw new Unreadable(
    'The request carries no signature that is known here. Looked for: the header Authorization (SDK-HMAC-SHA256), the parameters signature, timestamp and nonce (V2.0), the headers x-sign, x-timestamp and x-nonce (kit), the parameter or header authToken (V1.0), the headers signature, ts and nonce (usage push).',
  )
}

const SELLERS_KEY = 'Pass the key of the seller console that signs: --key, or "key" over HTTP.'
const sellersKeys = (keys: readonly KnownKey[], ...uses: readonly string[]) => {
  const able = keys.filter(({ access }) => access === undefined)
  return uses.length === 0 ? able : [...uses].flatMap((use) => able.filter((key) => key.use === use || key.use === undefined))
}
const caseless = (value: string, given: string) => value.toLowerCase() === given.toLowerCase()
const exactly = (value: string, given: string) => value === given

/** The parts that calls of V2.0 and of the kit have in common. */
function stamped(body: string, stamp: { timestamp: string; nonce: string }): readonly ExplainedStep[] {
  if (stamp.timestamp === '' || stamp.nonce === '') throw new Unreadable('The request lacks its timestamp or its nonce; both are signed.')
  return [
    { title: 'Body as sent', text: body, about: 'The JSON text of the request.' },
    {
      title: 'Timestamp and nonce',
      text: `${stamp.timestamp} ${stamp.nonce}`,
      about: 'As they came: UNIX milliseconds and a random text.',
    },
  ]
}

const SORTED = 'Members of the top level sorted by name, without blanks and without those that are null. What lies deeper keeps its order.'
const OUTER = 'HMAC-SHA256 of that text with the key, as hex digits. Compared without regard to case.'

function production({ body }: WrittenRequest, parameters: URLSearchParams): SignedBy {
  const stamp = { timestamp: parameters.get('timestamp') ?? '', nonce: parameters.get('nonce') ?? '' }
  const given = parameters.get('signature') ?? ''
  const before = stamped(body, stamp)
  return {
    name: 'V2',
    direction: 'marketplace → seller',
    given,
    candidates: (keys) => sellersKeys(keys, 'basic', 'notification', 'licence'),
    keyNeeded: SELLERS_KEY,
    make(secret) {
      const { sorted, bodyHash = '', canonical, value } = readable(() => signProduction(body, stamp, secret))
      const steps = [
        ...before,
        { title: 'Sorted body', text: sorted, about: SORTED },
        { title: 'HMAC of the body', text: bodyHash, about: 'HMAC-SHA256 of the sorted body with the key, as hex digits.' },
        { title: 'Signed text', text: canonical, about: 'Key, nonce, timestamp and the HMAC of the body, without anything between them.' },
        { title: 'Signature', text: value, about: OUTER },
      ]
      return { value, text: canonical, steps }
    },
    same: caseless,
    diagnose: (secret, others) => explainProduction(body, stamp, given, secret, others),
  }
}

function kit({ body, headers }: WrittenRequest): SignedBy {
  const stamp = { timestamp: headers['x-timestamp'] ?? '', nonce: headers['x-nonce'] ?? '' }
  const given = headers['x-sign'] ?? ''
  const before = stamped(body, stamp)
  return {
    name: 'kit',
    direction: 'marketplace → seller',
    given,
    candidates: (keys) => sellersKeys(keys, 'kit'),
    keyNeeded: SELLERS_KEY,
    make(secret) {
      const { sorted, canonical, value } = readable(() => signKit(body, stamp, secret))
      const steps = [
        ...before,
        { title: 'Sorted body', text: sorted, about: SORTED },
        { title: 'Signed text', text: canonical, about: 'Key, nonce, timestamp and the sorted body, without anything between them.' },
        { title: 'Signature', text: value, about: OUTER },
      ]
      return { value, text: canonical, steps }
    },
    same: caseless,
    diagnose: (secret, others) => explainKit(body, stamp, given, secret, others),
  }
}

const TOKEN_STEPS = (
  { canonical, value }: { readonly canonical: string; readonly value: string },
  from: string,
  stamp: string,
): readonly ExplainedStep[] => [
  { title: 'Signed text', text: canonical, about: from },
  { title: 'Key', text: `{key}${stamp}`, about: 'The key of the seller console, followed by timeStamp.' },
  { title: 'authToken', text: value, about: 'HMAC-SHA256 of the text with that key, as Base64. It travels URL-encoded.' },
]

function v1(parameters: URLSearchParams): SignedBy {
  const given = parameters.get('authToken') ?? ''
  const stamp = parameters.get('timeStamp') ?? ''
  return {
    name: 'V1.0',
    direction: 'marketplace → seller',
    given,
    candidates: (keys) => sellersKeys(keys, 'basic', 'licence'),
    keyNeeded: SELLERS_KEY,
    make(secret) {
      const made = readable(() => signAuthToken(Object.fromEntries(parameters), secret))
      const from = 'All parameters but authToken as name=value, decoded, sorted by name, joined by &.'
      return { value: made.value, text: made.canonical, steps: TOKEN_STEPS(made, from, stamp) }
    },
    same: exactly,
    diagnose: (secret, others) => explainAuthToken([...parameters], given, secret, others),
  }
}

function kitV1({ body, headers }: WrittenRequest): SignedBy {
  return {
    name: 'kit V1.0',
    direction: 'marketplace → seller',
    given: headers['authtoken'] ?? '',
    candidates: (keys) => sellersKeys(keys, 'kit'),
    keyNeeded: SELLERS_KEY,
    make(secret) {
      const made = readable(() => signKitAuthToken(body, secret))
      const from = 'The members of the body that are not blank as name=value, sorted by name, joined by &.'
      return { value: made.value, text: made.canonical, steps: TOKEN_STEPS(made, from, '{timeStamp}') }
    },
    same: exactly,
    diagnose: () => undefined,
  }
}

function usagePush({ body, headers }: WrittenRequest): SignedBy {
  const push = { ts: headers['ts'] ?? '', nonce: headers['nonce'] ?? '', body }
  const given = headers['signature'] ?? ''
  return {
    name: 'usage push',
    direction: 'seller → marketplace',
    given,
    candidates: (keys) => sellersKeys(keys, 'basic'),
    keyNeeded: SELLERS_KEY,
    make(secret) {
      const { canonical, value } = signUsagePush(push, secret)
      const steps = [
        { title: 'Signed text', text: canonical, about: 'ts, nonce and the body with sorted members, as ts=…&nonce=…&body=….' },
        { title: 'Signature', text: value, about: 'HMAC-SHA256 of that text with the key, as Base64. It goes into the header signature.' },
      ]
      return { value, text: canonical, steps }
    },
    same: exactly,
    diagnose: (secret, others) => explainUsagePush(push, given, secret, others),
  }
}

/** What signing functions say of a body or a query that cannot be signed. */
function readable<T>(make: () => T): T {
  try {
    return make()
  } catch (error) {
    throw new Unreadable(`The request cannot be signed: ${error instanceof Error ? error.message : error}`)
  }
}
