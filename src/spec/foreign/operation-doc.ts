import { AUTH_KINDS, type AuthKind, type OperationDoc, type ResponseDoc, type SecurityRequirement } from '../document/model.ts' // biome-ignore format: one import
import { readContent, readExamples, readResponse } from './contents.ts'
import { fitToPath, readParameters } from './parameters.ts'
import type { ReadContext } from './read-context.ts'
import type { References } from './references.ts'
import type { Schemas } from './schemas.ts'
import { hasMembers, inside, type Located, type Members, membersOf, quoted, type Tell } from './spot.ts'

export function createReadContext(tell: Tell, { follow }: References, { read }: Schemas): ReadContext {
  const context: ReadContext = {
    tell,
    follow,
    schema: read,
    content: (at) => readContent(at, context),
    examples: (at) => readExamples(at, context),
  }
  return context
}

/** One operation as it is found in the index. */
export interface WrittenOperation {
  readonly operationId: string
  /** The path, the name of a webhook, or the address of a callback. */
  readonly path: string
  /** Whether the braces of the path are parameters: an address of a callback has expressions in braces. */
  readonly templated: boolean
  readonly item: Located
  readonly at: Located
  /** What the document requires of callers where the operation says nothing. */
  readonly security: unknown
  readonly schemes: ReadonlySet<string>
  readonly servers: OperationDoc['servers']
}

/** Reads one operation: what it inherits is written out, references are replaced by what they lead to. */
export function readOperation(
  written: WrittenOperation,
  context: ReadContext,
  callbackItems: (at: Located, expression: string) => Readonly<Record<string, OperationDoc>>,
): OperationDoc {
  const { at, item, path } = written
  const value = at.value as Members
  const own = readParameters(inside(at, 'parameters'), context)
  const shared = readParameters(inside(item, 'parameters'), context)
  const inherited = shared.filter((p) => !own.some((o) => o.name === p.name && o.in === p.in))
  const parameters = [...inherited, ...own]
  const security = securityOf(value.security === undefined ? written.security : value.security, written.schemes, at, context)
  const { servers: _, security: __, callbacks, requestBody, responses, ...rest } = value
  return {
    ...rest,
    ...ownKeys(value),
    operationId: written.operationId,
    'x-foreign': true,
    ...(written.servers ? { servers: written.servers } : {}),
    ...(security === undefined ? {} : { security }),
    ...(hasMembers(callbacks) ? { callbacks: callbacksOf(inside(at, 'callbacks'), context, callbackItems) } : {}),
    parameters: written.templated ? fitToPath(parameters, path, at, context) : parameters,
    ...(requestBody === undefined || requestBody === null ? {} : requestBodyOf(inside(at, 'requestBody'), context)),
    ...responsesOf(inside(at, 'responses'), context),
  } as OperationDoc
}

/** Our own keys work in a document of others. Where they mean something else there, they are ignored. */
function ownKeys(value: Members): Members {
  const listOf = (key: string, fits: (one: unknown) => boolean) => {
    const list = value[key]
    return Array.isArray(list) && list.every(fits) ? list : undefined
  }
  const isText = (one: unknown) => typeof one === 'string'
  return {
    'x-auth': listOf('x-auth', (one) => AUTH_KINDS.includes(one as AuthKind)) ?? ['none'],
    'x-errors': listOf('x-errors', (one) => hasMembers(one) && isText(one.code)) ?? [],
    'x-source': listOf('x-source', isText) ?? [],
    'x-evidence': 'doc',
    'x-span': listOf('x-span', (one) => hasMembers(one) && isText(one.from) && isText(one.to) && /^P\d+Y$/.test(String(one.max))),
    'x-roles': listOf('x-roles', isText),
    'x-body-limit': typeof value['x-body-limit'] === 'number' ? value['x-body-limit'] : undefined,
  }
}

function requestBodyOf(written: Located, context: ReadContext): Pick<OperationDoc, 'requestBody'> {
  const at = context.follow(written)
  if (!at) return {}
  const { content, required, description } = (hasMembers(at.value) ? at.value : {}) as Members
  if (content === undefined || content === null) {
    context.tell('error', 'document.body.content', at, 'requestBody needs content with at least one media type. Any body is accepted.')
    return {}
  }
  return {
    requestBody: {
      ...(typeof description === 'string' ? { description } : {}),
      required: required === true || required === 'true',
      content: readContent(inside(at, 'content'), context),
    },
  }
}

/** The answers by status. Without a success status, `2XX` or else `default` becomes the plain success. Ranges are kept in `x-ranges`. */
function responsesOf(at: Located, context: ReadContext): Pick<OperationDoc, 'responses' | 'x-ranges'> {
  const { tell } = context
  if (!hasMembers(at.value)) {
    tell('error', 'document.responses.missing', at, 'an operation needs responses. It answers 200 without a body.')
    return { responses: {} }
  }
  const responses: Record<string, ResponseDoc> = {}
  const ranges: Record<string, ResponseDoc> = {}
  for (const [written, one] of membersOf(at)) {
    const status = /^default$/i.test(written) ? 'default' : written.trim().toUpperCase()
    if (/^[1-5]\d\d$/.test(status)) responses[status] = readResponse(one, context)
    else if (/^([1-5]XX|default)$/.test(status)) ranges[status] = readResponse(one, context)
    else tell('error', 'document.responses.status', one, `"${written}" is no status: write 200, 2XX or default. The answer is ignored.`)
  }
  if (Object.keys(responses).length + Object.keys(ranges).length === 0)
    tell('warning', 'document.responses.missing', at, 'there is no answer. The operation answers 200 without a body.')
  const success = ranges['2XX'] ?? ranges.default
  const succeeds = Object.keys(responses).some((status) => /^[23]/.test(status))
  return {
    responses: success && !succeeds ? { '200': success, ...responses } : responses,
    ...(Object.keys(ranges).length > 0 ? { 'x-ranges': ranges } : {}),
  }
}

/** Alternatives without the schemes that the document does not declare: nobody could meet them. */
function securityOf(value: unknown, schemes: ReadonlySet<string>, at: Located, { tell }: ReadContext): readonly SecurityRequirement[] | undefined {
  if (value === undefined || value === null) return undefined
  const spot = inside(at, 'security')
  if (!Array.isArray(value)) {
    tell('error', 'document.security.form', spot, `security must be a list, not ${quoted(value)}. No credentials are asked for.`)
    return []
  }
  return value.flatMap((one) => {
    if (!hasMembers(one)) {
      tell('error', 'document.security.form', spot, `each entry of security must be an object with schemes, not ${quoted(one)}. It is ignored.`)
      return []
    }
    const unknown = Object.keys(one).filter((name) => !schemes.has(name))
    for (const name of unknown) tell('error', 'document.security.unknown', spot, `there is no security scheme "${name}" in components. It is not asked for.`)
    const known = Object.entries(one).filter(([name]) => schemes.has(name))
    if (unknown.length > 0 && known.length === 0) return []
    return [Object.fromEntries(known.map(([name, scopes]) => [name, Array.isArray(scopes) ? scopes.map(String) : []]))]
  })
} // biome-ignore format: notes on one line

function callbacksOf(
  at: Located,
  context: ReadContext,
  items: (at: Located, expression: string) => Readonly<Record<string, OperationDoc>>,
): NonNullable<OperationDoc['callbacks']> {
  return Object.fromEntries(
    membersOf(at).flatMap(([name, written]) => {
      const found = context.follow(written)
      return found
        ? [[name, Object.fromEntries(membersOf(found).map(([expression, one]) => [expression, items(one, expression)]))] as const]
        : []
    }),
  )
}
