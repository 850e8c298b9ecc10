import { shorten } from '../../spec/checks.ts'
import type { Finding } from '../../spec/finding.ts'
import type { ServiceDocument } from '../../spec/model.ts'
import type { Interaction, PactBody } from '../read-pact.ts'

/** What the comparison of examples with an OpenAPI document found, by place in the list that was given. */
export type BodyFindings = ReadonlyMap<number, readonly BodyFinding[]>

/** What is used of the package; its own declarations lead to files that a strict resolution does not find. */
interface Comparator {
  compare(pact: unknown): AsyncIterable<Result>
}
interface Result {
  readonly code: string
  readonly type: Finding['level']
  readonly message: string
  /** `[root].interactions[0].response.body.order_infos.0` and what stands there. */
  readonly mockDetails?: { readonly location: string; readonly value: unknown }
}

/** Without what the specs add: source, evidence, place. */
export type BodyFinding = Pick<Finding, 'code' | 'level' | 'pointer' | 'expected' | 'got'>

/**
 * Holds the bodies and headers of interactions against one service's document. A member that the spec does not know is an error, a
 * mandatory one that the consumer does not look at is not. What the comparison says of queries and paths is left to our own reading,
 * which knows what the special forms mean.
 */
export function createBodyComparison(document: ServiceDocument) {
  let comparator: Promise<Comparator> | undefined
  const open = async () => {
    const made = (await import('@pactflow/openapi-pact-comparator')) as unknown as { Comparator: new (_: { oas: unknown }) => Comparator }
    return new made.Comparator({ oas: document })
  }
  return async (interactions: readonly Interaction[]): Promise<BodyFindings> => {
    comparator ??= open()
    const found = new Map<number, BodyFinding[]>()
    const pact = {
      consumer: { name: 'consumer' },
      provider: { name: 'provider' },
      interactions: interactions.map(asVersion3),
      metadata: { pactSpecification: { version: '3.0.0' } },
    }
    for await (const result of (await comparator).compare(pact)) {
      const read = findingOf(result)
      if (read) found.set(read.index, [...(found.get(read.index) ?? []), read.finding])
    }
    return found
  }
}

function asVersion3({ description, request, response }: Interaction) {
  const query: Record<string, string[]> = {}
  for (const [name, value] of new URLSearchParams(request.query)) query[name] = [...(query[name] ?? []), value]
  return {
    description,
    request: { method: request.method, path: request.path, query, headers: request.headers, ...bodyOf(request.body) },
    response: { status: response.status, headers: response.headers, ...bodyOf(response.body) },
  }
}

const bodyOf = (body: PactBody | undefined) => (body?.json ? { body: body.value } : {})

/** What our own reading says better, or says of headers that every HTTP answer has. */
const LEFT_TO_US =
  /^(request\.(query|path|path-or-method|header|authorization|accept|content-type|spec)|response\.(status|content-type|header\.undefined))/
const EVERYWHERE = ['content-type', 'content-length', 'date', 'x-request-id', 'connection', 'cache-control', 'vary', 'etag']

function findingOf({ code, type, message, mockDetails }: Result): { readonly index: number; readonly finding: BodyFinding } | undefined {
  const [, index, rest = ''] = /^\[root\]\.interactions\[(\d+)\]\.(?:request|response)\.?(.*)$/s.exec(mockDetails?.location ?? '') ?? []
  if (index === undefined || LEFT_TO_US.test(code)) return undefined
  const told = message.replace(/^.*?: /s, '')
  const member = /^must (?:have required property '(.+)'|NOT have additional properties - (.+))$/s.exec(told)
  if (code === 'response.header.unknown' && EVERYWHERE.includes(told.toLowerCase())) return undefined
  const path = rest
    .replace(/^headers\.?/, 'header.')
    .split('.')
    .filter((key) => key !== '')
  const pointer = `/${[...path, ...(member ? [member[1] ?? member[2]] : [])].join('/')}`
  const unknown = member?.[2] !== undefined
  return {
    index: Number(index),
    finding: {
      code: code.replace('response.', 'reply.').replace('incompatible', unknown ? 'unknown' : 'differs'),
      level: type,
      pointer,
      expected: unknown ? 'a member that the spec knows' : member ? 'a value, it is mandatory' : told,
      got: member ? (unknown ? `"${member[2]}"` : 'nothing') : shorten(mockDetails?.value),
    },
  }
}
