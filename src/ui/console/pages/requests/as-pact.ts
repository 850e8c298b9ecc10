import type { Exchange } from '../../journal.ts'

/** Credentials, which a verification replaces by valid ones. Whatever else the client sent by itself is no part of a contract. */
const CREDENTIALS: Readonly<Record<string, string>> = {
  'x-auth-token': 'a-token-of-the-caller',
  'x-security-token': 'a-security-token-of-the-caller',
  'x-apig-appcode': 'an-appcode-of-the-caller',
}
const KEPT = /^(?:content-type|x-language|x-project-id|x-domain-id)$/

/** One call as a pact (V4): what was sent, and an answer of the same form. */
export function asPact({ operation, request, reply }: Exchange): string {
  const query: Record<string, string[]> = {}
  for (const [name, value] of new URLSearchParams(request.query)) query[name] = [...(query[name] ?? []), value]
  const headers = Object.entries(request.headers).flatMap(([name, value]) => {
    const kept = CREDENTIALS[name.toLowerCase()] ?? (KEPT.test(name.toLowerCase()) ? value : undefined)
    return kept === undefined ? [] : [[name, [kept]]]
  })
  const answer = read(reply.body)
  const interaction = {
    type: 'Synchronous/HTTP',
    description: `${operation} answers ${reply.status}`,
    request: {
      method: request.method,
      path: request.path,
      ...(Object.keys(query).length > 0 ? { query } : {}),
      ...(headers.length > 0 ? { headers: Object.fromEntries(headers) } : {}),
      ...(request.body === '' ? {} : { body: bodyOf(read(request.body) ?? request.body, request.headers) }),
    },
    response: {
      status: reply.status,
      ...(answer === undefined
        ? {}
        : {
            headers: { 'Content-Type': ['application/json'] },
            body: bodyOf(promised(answer), reply.headers),
            matchingRules: { body: { $: { combine: 'AND', matchers: [{ match: 'type' }] }, ...exactCode(answer) } },
          }),
    },
  }
  const pact = {
    consumer: { name: 'my-app' },
    provider: { name: 'huawei-cloud' },
    interactions: [interaction],
    metadata: { pactSpecification: { version: '4.0' } },
  }
  return `${JSON.stringify(pact, null, 2)}\n`
}

function read(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    // Empty, no JSON, or too long to be kept whole.
    return undefined
  }
}

const bodyOf = (content: unknown, headers: Readonly<Record<string, string>>) => {
  const type = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1]
  return { content, contentType: type ?? 'application/json', encoded: false }
}

/** Codes of errors are compared exactly; everything else by its type. */
const exactCode = (answer: unknown) =>
  Object.fromEntries(
    ['error_code', 'errorCode', 'code']
      .filter((name) => isObject(answer) && typeof answer[name] === 'string')
      .map((name) => [`$.${name}`, { combine: 'AND', matchers: [{ match: 'equality' }] }]),
  )

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** One entry of every list, with the members that all entries have: a list may be longer or shorter next time. */
function promised(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? [] : [value.map(promised).reduce(common)]
  return isObject(value) ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, promised(one)])) : value
}

function common(one: unknown, other: unknown): unknown {
  if (Array.isArray(one) && Array.isArray(other)) return one.length === 0 || other.length === 0 ? [] : [common(one[0], other[0])]
  if (!isObject(one) || !isObject(other)) return one
  const names = Object.keys(one).filter((name) => Object.hasOwn(other, name) && typeof one[name] === typeof other[name])
  return Object.fromEntries(names.map((name) => [name, common(one[name], other[name])]))
}
