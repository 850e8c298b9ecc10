import type { Read } from './exchange.ts'
import { isForm, withoutHidden } from './hidden-values.ts'
import { type Known, withNames } from './known-values.ts'
import { promised } from './promised.ts'

/** Placeholder of a credential in a pact; the verification replaces it by a real one. */
const PLACEHOLDERS: Readonly<Record<string, string>> = {
  'x-auth-token': 'a-token-of-the-caller',
  'x-subject-token': 'a-token-to-be-looked-at',
  'x-security-token': 'a-security-token-of-the-caller',
  'x-apig-appcode': 'an-appcode-of-the-caller',
  'x-sdk-date': '20260101T000000Z',
  signature: '0'.repeat(64),
  ts: '1767225600000',
  nonce: 'a-nonce',
}
/** Header names in their usual spelling. */
const WRITTEN: Readonly<Record<string, string>> = {
  'content-type': 'Content-Type',
  'x-auth-token': 'X-Auth-Token',
  'x-subject-token': 'X-Subject-Token',
  'x-security-token': 'X-Security-Token',
  'x-apig-appcode': 'X-Apig-AppCode',
  'x-sdk-date': 'X-Sdk-Date',
  'x-language': 'X-Language',
  authorization: 'Authorization',
}
/** Headers that HTTP clients add by themselves are not part of a contract. */
const KEPT = new Set([...Object.keys(PLACEHOLDERS), 'content-type', 'x-language', 'authorization', 'x-domain-id', 'x-project-id'])

/** One exchange as a Pact V4 interaction, with the values of earlier answers that it uses. */
export function interactionOf(
  { request, reply, asked, answered, error, caller }: Read,
  place: number,
  description: string,
  known: readonly Known[],
) {
  const used = new Set<Known>()
  const generators: Record<string, unknown> = {}
  const generate = (text: string) => {
    const named = withNames(text, known, place)
    if (named.used.length === 0) return undefined
    for (const one of named.used) used.add(one)
    return { type: 'ProviderState', expression: named.text.replace(/\{(\w+)\}/g, (_, name: string) => `\${${name}}`), dataType: 'STRING' }
  }
  const path = generate(request.path)
  if (path) generators['path'] = path

  const query: Record<string, string[]> = {}
  const fromQuery: Record<string, unknown> = {}
  for (const [name, value] of new URLSearchParams(request.query)) {
    query[name] = [...(query[name] ?? []), value]
    const generator = generate(value)
    if (generator) fromQuery[query[name].length === 1 ? name : `${name}[${query[name].length - 1}]`] = generator
  }
  if (Object.keys(fromQuery).length > 0) generators['query'] = fromQuery

  const body = Object.fromEntries(leaves(asked).flatMap(([at, text]) => [generate(text)].flatMap((one) => (one ? [[at, one]] : []))))
  if (Object.keys(body).length > 0 && typeof asked === 'object') generators['body'] = body
  const media = request.headers['content-type']
  // A verifier cannot fill placeholders inside a text. Their values are still set up, and the proxy fills them into forms.
  if (typeof asked === 'string') generate(asked)
  const sent = typeof asked === 'string' && isForm(media ?? '') ? withNames(asked, known, place).text : asked

  const headers: Record<string, unknown> = {}
  const bearer = /^bearer /i.test(request.headers['authorization'] ?? '') ? generate(request.headers['authorization'] as string) : undefined
  if (bearer) headers['Authorization'] = bearer
  const subject = request.headers['x-subject-token']
  // A valid token that is in no recorded answer is the world's own.
  const usual =
    caller && reply.status < 400 ? { type: 'ProviderState', expression: `\${${caller.role}Token}`, dataType: 'STRING' } : undefined
  const looked = subject === undefined ? undefined : (generate(subject) ?? usual)
  if (looked) headers['X-Subject-Token'] = looked
  if (Object.keys(headers).length > 0) generators['header'] = headers

  const type = headerOf(reply.headers, 'Content-Type')
  const address = headerOf(reply.headers, 'Location')
  const exact = error === undefined ? {} : codeRules(answered)
  const rules = { $: { combine: 'AND', matchers: [{ match: 'type' }] }, ...exact }
  const interaction = {
    type: 'Synchronous/HTTP',
    description,
    request: {
      method: request.method,
      path: request.path,
      ...(Object.keys(query).length > 0 ? { query } : {}),
      headers: headersOf(request.headers),
      ...(request.body === '' ? {} : { body: bodyOf(sent, media) }),
      ...(Object.keys(generators).length > 0 ? { generators } : {}),
    },
    response: {
      status: reply.status,
      ...answerOf(reply.body === '' ? undefined : [type, promised(answered), rules], address),
    },
  }
  return { interaction, used }
}

/** Headers, body and rules of an answer. Of a redirect, only the address without its query is compared. */
function answerOf(body: readonly [type: string | undefined, content: unknown, rules: object] | undefined, address: string | undefined) {
  const [type, content, rules] = body ?? []
  const place = address?.split(/[?#]/)[0]
  const headers = {
    ...(type === undefined ? {} : { 'Content-Type': [type] }),
    ...(address === undefined ? {} : { Location: [withoutHidden(address)] }),
  }
  const there =
    place === undefined ? {} : { Location: { combine: 'AND', matchers: [{ match: 'regex', regex: `^${quoted(place)}([?#].*)?$` }] } }
  return {
    ...(Object.keys(headers).length === 0 ? {} : { headers }),
    ...(body === undefined ? {} : { body: bodyOf(content, type) }),
    ...(body === undefined && place === undefined
      ? {}
      : { matchingRules: { ...(body === undefined ? {} : { body: rules }), ...(place === undefined ? {} : { header: there }) } }),
  }
}

const quoted = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

const headerOf = (headers: Readonly<Record<string, string>>, name: string) => headers[name.toLowerCase()] ?? headers[name]

/** A verifier would encode a text with a JSON media type once more. Sent as bytes, it stays unchanged. */
function bodyOf(content: unknown, type = 'application/json') {
  if (typeof content !== 'string' || !/[/+]json\b/i.test(type)) return { content, contentType: type, encoded: false }
  return { content: Buffer.from(content).toString('base64'), contentType: type, encoded: 'base64' }
}

function headersOf(headers: Readonly<Record<string, string>>): Record<string, readonly string[]> {
  const kept: Record<string, readonly string[]> = {}
  for (const [given, value] of Object.entries(headers).sort()) {
    const name = given.toLowerCase()
    if (!KEPT.has(name)) continue
    const signed = /SignedHeaders=([^,\s]+)/.exec(value)?.[1]
    const authorization =
      signed === undefined ? 'Bearer an-access-token' : `SDK-HMAC-SHA256 Access=AK, SignedHeaders=${signed}, Signature=${'0'.repeat(64)}`
    kept[WRITTEN[name] ?? given] = [name === 'authorization' ? authorization : (PLACEHOLDERS[name] ?? value)]
  }
  return kept
}

/** An error code must be equal; other values need the same type only. */
function codeRules(body: unknown): Record<string, unknown> {
  const equal = { combine: 'AND', matchers: [{ match: 'equality' }] }
  return Object.fromEntries(leaves(body).flatMap(([at]) => (/code$/i.test(at) || at === '$.error' ? [[at, equal]] : [])))
}

/** The texts of a body, each with its path in Pact's notation. */
function leaves(value: unknown, at = '$'): (readonly [string, string])[] {
  if (typeof value === 'string') return at === '$' ? [] : [[at, value]]
  if (Array.isArray(value)) return value.flatMap((item, i) => leaves(item, `${at}[${i}]`))
  if (!value || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, part]) => leaves(part, /^\w+$/.test(key) ? `${at}.${key}` : `${at}['${key}']`))
}
