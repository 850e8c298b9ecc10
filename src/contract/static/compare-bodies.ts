import { FOREIGN } from '../../spec/document/foreign.ts'
import type { OperationDoc, ResponseDoc, ServiceDocument } from '../../spec/document/model.ts'
import type { Finding } from '../../spec/finding.ts'
import { isRisky } from '../../spec/patterns/pattern.ts'
import { shorten } from '../../spec/schema/checks.ts'
import type { PactBody } from '../read-body.ts'
import type { Interaction } from '../read-pact.ts'

/** Differences between examples and an OpenAPI document, by index in the list of interactions. */
export type BodyFindings = ReadonlyMap<number, readonly BodyFinding[]>

/** The part of the package's API that is used here. Its own declarations import files that TypeScript's strict resolution does not find. */
interface Comparator {
  compare(pact: unknown): AsyncIterable<Result>
}
interface Result {
  readonly code: string
  readonly type: Finding['level']
  readonly message: string
  /** `[root].interactions[0].response.body.order_infos.0` and its value. */
  readonly mockDetails?: { readonly location: string; readonly value: unknown }
}

/** A finding without what the specs add: source, evidence, place. */
export type BodyFinding = Pick<Finding, 'code' | 'level' | 'pointer' | 'expected' | 'got'>

/** An interaction, and its path as the document writes it: without the base path of the server. */
export interface ToCompare {
  readonly interaction: Interaction
  readonly path: string
}

/**
 * Compares the bodies and headers of interactions with one service's document. A member that the spec does not know is an error; a
 * mandatory member that the consumer does not read is not. Queries and paths are compared in compare-request.ts, which knows the
 * special forms of values. For a foreign document, media types, headers and statuses are reported too, because no rule of ours
 * covers them there.
 */
export function createBodyComparison(document: ServiceDocument) {
  const foreign = document['x-origin'] === FOREIGN
  let comparator: Promise<Comparator> | undefined
  const open = async () => {
    const made = (await import('@pactflow/openapi-pact-comparator')) as unknown as { Comparator: new (_: { oas: unknown }) => Comparator }
    return new made.Comparator({ oas: foreign ? withoutRisk(asWritten(document)) : document })
  }
  return async (compared: readonly ToCompare[]): Promise<BodyFindings> => {
    comparator ??= open()
    const found = new Map<number, BodyFinding[]>()
    const pact = {
      consumer: { name: 'consumer' },
      provider: { name: 'provider' },
      interactions: compared.map((one) => asVersion3(one, foreign)),
      metadata: { pactSpecification: { version: '3.0.0' } },
    }
    for await (const result of (await comparator).compare(pact)) {
      const read = findingOf(result, foreign ? LEFT_TO_US_IN_FOREIGN : LEFT_TO_US)
      if (read) found.set(read.index, [...(found.get(read.index) ?? []), read.finding])
    }
    return found
  }
}

function asVersion3({ interaction: { description, request, response }, path }: ToCompare, foreign: boolean) {
  const bodyOf = (body: PactBody | undefined) => (body?.json || (foreign && typeof body?.value === 'string') ? { body: body.value } : {})
  const query: Record<string, string[]> = {}
  for (const [name, value] of new URLSearchParams(request.query)) query[name] = [...(query[name] ?? []), value]
  return {
    description,
    request: { method: request.method, path, query, headers: request.headers, ...bodyOf(request.body) },
    response: { status: response.status, headers: response.headers, ...bodyOf(response.body) },
  }
}

/** A foreign document, with its media types and status ranges as written. */
function asWritten(document: ServiceDocument): ServiceDocument {
  const typesOf = (response: ResponseDoc): ResponseDoc => {
    const { content, 'x-media': media } = response
    return media ? { ...response, content: Object.fromEntries(media.map((type) => [type, content?.[type] ?? {}])) } : response
  }
  const answersOf = (doc: OperationDoc): OperationDoc => {
    const all = Object.entries({ ...doc['x-ranges'], ...doc.responses }).map(([status, one]) => [status, typesOf(one)] as const)
    return { ...doc, responses: Object.fromEntries(all) }
  }
  const items = Object.entries(document.paths ?? {}).map(([path, item]) => {
    return [path, Object.fromEntries(Object.entries(item).map(([method, doc]) => [method, answersOf(doc)]))] as const
  })
  return { ...document, paths: Object.fromEntries(items) }
}

/** The comparator runs patterns with JavaScript's own engine; some patterns would backtrack without end. */
function withoutRisk(document: ServiceDocument): ServiceDocument {
  return JSON.parse(JSON.stringify(document), (key, value: unknown) => {
    if (key === 'pattern' && typeof value === 'string' && isRisky(value)) return undefined
    const { patternProperties } = (value ?? {}) as { readonly patternProperties?: unknown }
    if (typeof patternProperties !== 'object' || patternProperties === null || !Object.keys(patternProperties).some(isRisky)) return value
    const { patternProperties: _, additionalProperties: __, ...rest } = value as Record<string, unknown>
    return rest
  }) as ServiceDocument
}

/** Whether our own comparison reports this more precisely, or it concerns a header that every HTTP answer has. */
const LEFT_TO_US =
  /^(request\.(query|path|path-or-method|header|authorization|accept|content-type|spec)|response\.(status|content-type|header\.undefined))/
/** Credentials are compared more closely elsewhere. A request body need not hold members that only the provider sets. */
const LEFT_TO_US_IN_FOREIGN =
  /^(request\.(query|path|path-or-method|authorization|spec|body\.incompatible|header\.incompatible)|response\.header\.undefined)/
const EVERYWHERE = ['content-type', 'content-length', 'date', 'x-request-id', 'connection', 'cache-control', 'vary', 'etag']

function findingOf(
  { code, type, message, mockDetails }: Result,
  leftToUs: RegExp,
): { readonly index: number; readonly finding: BodyFinding } | undefined {
  const [, index, rest = ''] = /^\[root\]\.interactions\[(\d+)\]\.(?:request|response)\.?(.*)$/s.exec(mockDetails?.location ?? '') ?? []
  if (index === undefined || leftToUs.test(code)) return undefined
  const complaint = message.replace(/^.*?: /s, '')
  const member = /^must (?:have required property '(.+)'|NOT have additional properties - (.+))$/s.exec(complaint)
  if (code === 'response.header.unknown' && EVERYWHERE.includes(complaint.toLowerCase())) return undefined
  const path = rest
    .replace(/^headers\.?/, 'header.')
    .split('.')
    .filter((key) => key !== '')
  const pointer = `/${[...path, ...(member ? [member[1] ?? member[2]] : [])].join('/')}`
  const unknown = member?.[2] !== undefined
  // The message names the undocumented member, the location only its parent.
  const undocumented = /^(?:request|response)\.(header|query)\.unknown$/.exec(code)?.[1]
  const expected = undocumented ? `a ${undocumented === 'query' ? 'query parameter' : 'header'} that the spec knows` : complaint
  return {
    index: Number(index),
    finding: {
      code: code.replace('response.', 'reply.').replace(/(?<=(body|header)\.)incompatible/, unknown ? 'unknown' : 'differs'),
      level: type,
      pointer,
      expected: unknown ? 'a member that the spec knows' : member ? 'a value, it is mandatory' : expected,
      got: member ? (unknown ? `"${member[2]}"` : 'nothing') : undocumented ? complaint : shorten(mockDetails?.value),
    },
  }
}
