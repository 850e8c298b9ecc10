import { riskyPatternLines } from '../patterns/risky-patterns.ts'
import { SpecFault } from './fault.ts'
import type { Bundle, MediaDoc, OperationDoc, ParameterDoc, ResponseDoc, ServiceDocument } from './model.ts'
import { METHODS } from './model.ts'
import { modernise } from './modernise.ts'
import { refuseLooseReferences, resolve } from './references.ts'
import type { YamlFile } from './yaml.ts'

/** Marks a foreign document: unknown keywords and formats are ignored in it. */
export const FOREIGN = 'foreign'

/** Marks a service that the sandbox adds to the vendor's services. */
export const OURS = 'sandbox'

/**
 * A bundle that serves foreign OpenAPI 3.0 / 3.1 documents instead of the built-in services.
 * Each document becomes a service named after its title. Our own `x-` keys work in it as well (`x-auth: [appcode]`).
 * @param keep built-in services to keep
 * @throws SpecFault when a document is not OpenAPI, with its file and line
 */
export function withForeign(bundle: Bundle, documents: readonly YamlFile[], keep: readonly string[] = []): Bundle {
  const services: Record<string, ServiceDocument> = {}
  for (const name of ['sandbox', ...keep]) {
    const kept = Object.hasOwn(bundle.services, name) ? bundle.services[name] : undefined
    if (!kept) throw new SpecFault(`There is no built-in service "${name}". There are: ${Object.keys(bundle.services).join(', ')}.`)
    services[name] = kept
  }
  for (const file of documents) {
    const name = serviceName(file, { ...bundle.services, ...services })
    services[name] = readForeign(file)
  }
  return { ...bundle, services }
}

/** A name that no built-in service has: otherwise that service's behaviours would answer. */
function serviceName(file: YamlFile, taken: object): string {
  const title = String((file.value as { info?: { title?: string } })?.info?.title ?? '')
  const slug = title.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'service' // biome-ignore format: one expression on one line
  let name = slug
  for (let n = 2; Object.hasOwn(taken, name); n++) name = `${slug}-${n}`
  return name
}

function readForeign(file: YamlFile): ServiceDocument {
  type Section = Record<string, Record<string, unknown>>
  const doc = file.value as Record<string, unknown> & { openapi?: string; paths?: Section; webhooks?: Section }
  if (Object.keys(doc).length === 0) throw new SpecFault(`${file.name} is empty.`)
  if (!/^3\.[01]/.test(String(doc.openapi ?? ''))) {
    throw new SpecFault(
      `${file.place('openapi')}: this is not an OpenAPI 3.0 or 3.1 document (openapi: ${JSON.stringify(doc.openapi ?? null)}).`,
    )
  }
  refuseLooseReferences(file)
  const modern = (String(doc.openapi).startsWith('3.0') ? modernise(doc) : doc) as typeof doc
  const deref = createDeref(modern)
  const nameOf = createNames(modern)
  const section = (name: 'paths' | 'webhooks') => {
    const items: Record<string, Record<string, OperationDoc>> = {}
    for (const [path, raw] of Object.entries(modern[name] ?? {})) items[path] = itemOf(name, path, raw)
    return items
  }
  const itemOf = (name: 'paths' | 'webhooks', path: string, raw: Record<string, unknown>): Record<string, OperationDoc> => {
    const item = (deref(raw) ?? {}) as Record<string, unknown>
    const shared = parametersOf(item, deref, () => file.place(name, path, 'parameters'))
    const operations: Record<string, OperationDoc> = {}
    for (const method of METHODS) {
      const operation = item[method] as Record<string, unknown> | undefined
      if (!operation) continue
      const own = parametersOf(operation, deref, () => file.place(name, path, method, 'parameters'))
      const inherited = shared.filter((p) => !own.some((o) => o.name === p.name && o.in === p.in))
      operations[method] = {
        'x-auth': ['none'],
        'x-errors': [],
        'x-source': [],
        'x-evidence': 'doc',
        ...operation,
        'x-foreign': true,
        ...(operation.security === undefined && modern.security !== undefined ? { security: modern.security } : {}),
        ...(operation.callbacks ? { callbacks: callbacksOf(operation.callbacks as object, deref, itemOf) } : {}),
        operationId: (operation.operationId as string | undefined) ?? nameOf(method, path),
        ...(operation.servers === undefined && item.servers !== undefined ? { servers: item.servers } : {}),
        parameters: [...inherited, ...own],
        ...(operation.requestBody ? { requestBody: deref(operation.requestBody) } : {}),
        ...responsesOf(operation.responses ?? {}, deref),
      } as unknown as OperationDoc
    }
    return operations
  }
  const webhooks = modern.webhooks ? { webhooks: section('webhooks') } : {}
  return {
    ...(modern as unknown as ServiceDocument),
    openapi: '3.1.0',
    paths: section('paths'),
    ...webhooks,
    'x-origin': FOREIGN,
    'x-told': riskyPatternLines(file),
  }
}

type Deref = (node: unknown) => unknown

/** The callbacks of an operation by name and by the expression of their address, each expression with its operations by method. */
function callbacksOf(
  raw: object,
  deref: Deref,
  itemOf: (name: 'webhooks', path: string, raw: Record<string, unknown>) => Record<string, OperationDoc>,
): NonNullable<OperationDoc['callbacks']> {
  return Object.fromEntries(
    Object.entries(raw).map(([name, callback]) => {
      const items = Object.entries((deref(callback) ?? {}) as Record<string, Record<string, unknown>>)
      return [name, Object.fromEntries(items.map(([expression, item]) => [expression, itemOf('webhooks', expression, item)]))]
    }),
  )
}

/** A parameter that is described by a media type (`content`) is not parsed: it is accepted as text. */
function parametersOf(holder: Readonly<Record<string, unknown>>, deref: Deref, place: () => string): ParameterDoc[] {
  const listed = holder.parameters ?? []
  if (!Array.isArray(listed)) throw new SpecFault(`${place()}: parameters must be a list.`)
  return listed.map((raw) => {
    const parameter = deref(raw) as ParameterDoc
    return parameter.schema ? parameter : { ...parameter, schema: {} }
  })
}

/** Names for operations without an `operationId`: made from method and path, and unique (`/users/{id}` and `/users/id` may both exist). */
function createNames({ paths, webhooks }: { readonly paths?: unknown; readonly webhooks?: unknown }) {
  const items = [paths, webhooks].flatMap((section) => Object.values((section ?? {}) as Record<string, Record<string, unknown>>))
  const given = items.flatMap((item) => Object.values(item ?? {}).map((one) => (one as { operationId?: unknown } | null)?.operationId))
  const taken = new Set(given.filter((name) => typeof name === 'string'))
  return (method: string, path: string): string => {
    const usual = `${method}-${path.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '')}`
    let name = usual
    for (let n = 2; taken.has(name); n++) name = `${usual}-${n}`
    taken.add(name)
    return name
  }
}

/**
 * The answers by status, in the form that the engine reads: without a success status, `2XX` or else `default` becomes the plain success. An answer
 * with any JSON media type is also found as `application/json`. A single `example` becomes an entry of `examples`. Ranges are kept in `x-ranges`.
 */
function responsesOf(raw: object, deref: Deref): Pick<OperationDoc, 'responses' | 'x-ranges'> {
  const all = Object.entries(raw).map(([status, response]) => {
    const key = /^default$/i.test(status) ? 'default' : status.toUpperCase()
    return [key, plain((deref(response) ?? {}) as ResponseDoc, deref)] as const
  })
  const isStatus = (status: string) => /^[1-5]\d\d$/.test(status)
  const responses = Object.fromEntries(all.filter(([status]) => isStatus(status)))
  const ranges = Object.fromEntries(all.filter(([status]) => /^([1-5]XX|default)$/.test(status)))
  const success = ranges['2XX'] ?? ranges.default
  const succeeds = Object.keys(responses).some((status) => /^[23]/.test(status))
  return {
    responses: success && !succeeds ? { '200': success, ...responses } : responses,
    ...(Object.keys(ranges).length > 0 ? { 'x-ranges': ranges } : {}),
  }
}

/** JSON media types of any name, and wildcards that include JSON. */
const JSON_LIKE = /json|^\*|^application\/\*/

function plain(response: ResponseDoc, deref: Deref): ResponseDoc {
  const headers = Object.fromEntries(Object.entries(response.headers ?? {}).map(([name, header]) => [name, deref(header)]))
  const media = Object.entries(response.content ?? {}).map(([type, one]) => [type, JSON_LIKE.test(type) ? shown(one, deref) : one] as const)
  const [, json] = media.find(([type]) => type === 'application/json') ?? media.find(([type]) => JSON_LIKE.test(type)) ?? []
  if (!json) return { ...response, headers } as ResponseDoc
  const content = { ...Object.fromEntries(media), 'application/json': json }
  return { ...response, headers, content, 'x-media': media.map(([type]) => type) } as ResponseDoc
}

function shown(media: MediaDoc, deref: Deref): MediaDoc {
  const { example, ...rest } = media as MediaDoc & { readonly example?: unknown }
  const examples = Object.fromEntries(Object.entries(media.examples ?? {}).map(([name, one]) => [name, deref(one)])) as MediaDoc['examples']
  return { ...rest, examples: example === undefined ? { ...examples } : { example: { value: example }, ...examples } }
}

/** Follows references to parameters, bodies and answers. References to schemas stay: the checks resolve them. */
function createDeref(doc: unknown): Deref {
  return (node) => {
    let found = node
    for (;;) {
      const ref = (found as { $ref?: unknown } | null | undefined)?.$ref
      if (typeof ref !== 'string' || ref.startsWith('#/components/schemas/')) return found
      found = resolve(doc, ref)
    }
  }
}
