import { createHash } from 'node:crypto'
import { signAkSk } from '../aksk.ts'
import { AKSK_ALGORITHM, parseAuthorization } from '../authorization.ts'
import { explainAkSk } from '../tutor/explain-aksk.ts'
import type { ExplainedStep, KnownKey, WrittenRequest } from './explanation-api.ts'
import type { SignedBy } from './schemes-api.ts'
import { Unreadable } from './written-address.ts'

/** SDK-HMAC-SHA256, by which apps sign calls of the cloud. */
export function akSkScheme({ method, path, query, headers, body }: WrittenRequest): SignedBy {
  const parsed = headers['authorization'] === undefined ? undefined : parseAuthorization(headers['authorization'])
  if (parsed && 'problem' in parsed) throw new Unreadable(parsed.message)
  if (headers['x-sdk-date'] === undefined) throw new Unreadable('The header X-Sdk-Date is missing; it is signed, such as 20260101T080000Z.')
  const lost = parsed?.signedHeaders.filter((name) => headers[name] === undefined) ?? []
  if (lost.length > 0) throw new Unreadable(`The signature covers the header ${lost.join(', ')}, and the request does not have it.`)
  const names = parsed?.signedHeaders ?? ['host', 'x-sdk-date'].filter((name) => headers[name] !== undefined)
  const request = { method, path, query, headers, signedHeaders: names, body }
  const access = parsed?.access
  return {
    name: AKSK_ALGORITHM,
    direction: 'app → cloud',
    given: parsed?.signature ?? '',
    candidates: (keys: readonly KnownKey[]) =>
      keys.filter((key) => key.access !== undefined && (access === undefined || key.access === '' || key.access === access)),
    keyNeeded: `No secret key is known for the access key ${access ?? '(none given)'}. Pass it with --sk, or "sk" over HTTP; \`koosandbox env\` prints those of the sandbox.`,
    make(secret) {
      const { canonical, stringToSign, value } = signAkSk(request, { access: access ?? '', secret })
      return { value, text: canonical, steps: stepsOf(canonical, stringToSign, value, headers['x-sdk-content-sha256'] !== undefined) }
    },
    same: (value, given) => value === given,
    diagnose: (secret, others) => parsed && explainAkSk({ ...request, body: new TextEncoder().encode(body) }, parsed, secret, others),
  }
}

function stepsOf(canonical: string, stringToSign: string, value: string, hashSent: boolean): readonly ExplainedStep[] {
  const [method = '', path = '', query = '', ...rest] = canonical.split('\n')
  const [names = '', hash = ''] = rest.slice(-2)
  return [
    { title: 'Method', text: method, about: 'In capital letters.' },
    { title: 'Path', text: path, about: 'URL-encoded by RFC 3986, with a slash at the end.' },
    { title: 'Query', text: query, about: 'Sorted by name, URL-encoded; empty values keep their =.' },
    {
      title: 'Headers',
      text: rest.slice(0, -3).join('\n'),
      about: 'The signed ones: names in small letters, sorted; values trimmed. An empty line follows.',
    },
    { title: 'Signed headers', text: names, about: 'Their names, joined by semicolons.' },
    {
      title: 'Hash of the body',
      text: hash,
      about: hashSent
        ? 'As the header X-Sdk-Content-Sha256 says.'
        : 'SHA-256 of the bytes of the body, as hex digits; an empty body has one too.',
    },
    { title: 'Canonical request', text: canonical, about: 'The six parts above, one below the other.' },
    {
      title: 'Hash of the canonical request',
      text: createHash('sha256').update(canonical).digest('hex'),
      about: 'SHA-256, as hex digits.',
    },
    { title: 'Text to sign', text: stringToSign, about: 'Algorithm, X-Sdk-Date and that hash, one below the other.' },
    { title: 'Signature', text: value, about: 'HMAC-SHA256 of that text with the secret key, as hex digits.' },
  ]
}
