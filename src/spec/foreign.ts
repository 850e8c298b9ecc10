import { SpecFault } from './fault.ts'
import type { Bundle, OperationDoc, ServiceDocument } from './model.ts'
import type { YamlFile } from './yaml.ts'

const METHODS = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options'] as const

/**
 * A bundle that serves strangers' OpenAPI 3.0 / 3.1 documents instead of the built-in services.
 * Each document becomes a service named after its title. Our own `x-` keys work in it too (`x-auth: [appcode]`).
 * @param keep built-in services that stay
 * @throws SpecFault when a document is something else, with its file
 */
export function withForeign(bundle: Bundle, documents: readonly YamlFile[], keep: readonly string[] = []): Bundle {
  const services: Record<string, ServiceDocument> = {}
  for (const name of ['sandbox', ...keep]) {
    const kept = bundle.services[name]
    if (!kept) throw new SpecFault(`There is no built-in service "${name}". There are: ${Object.keys(bundle.services).join(', ')}.`)
    services[name] = kept
  }
  for (const file of documents) {
    const name = serviceName(file, services)
    services[name] = readForeign(file)
  }
  return { ...bundle, services }
}

function serviceName(file: YamlFile, taken: object): string {
  const title = String((file.value as { info?: { title?: string } })?.info?.title ?? '')
  const slug = title.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'service' // biome-ignore format: one thought
  let name = slug
  for (let n = 2; name in taken; n++) name = `${slug}-${n}`
  return name
}

function readForeign(file: YamlFile): ServiceDocument {
  const doc = file.value as Record<string, unknown> & { openapi?: string; paths?: Record<string, Record<string, unknown>> }
  if (!/^3\.[01]/.test(String(doc.openapi ?? ''))) {
    throw new SpecFault(
      `${file.place('openapi')}: this is no OpenAPI 3.0 or 3.1 document (openapi: ${JSON.stringify(doc.openapi ?? null)}).`,
    )
  }
  const modern = (String(doc.openapi).startsWith('3.0') ? modernise(doc) : doc) as typeof doc
  const deref = createDeref(modern, file)
  const paths: Record<string, Record<string, OperationDoc>> = {}
  for (const [path, raw] of Object.entries(modern.paths ?? {})) {
    const item = deref(raw) as Record<string, unknown>
    const shared = ((item.parameters as unknown[]) ?? []).map(deref)
    const operations: Record<string, OperationDoc> = {}
    for (const method of METHODS) {
      const operation = item[method] as Record<string, unknown> | undefined
      if (!operation) continue
      const own = ((operation.parameters as unknown[]) ?? []).map(deref) as { name: string; in: string }[]
      const inherited = (shared as { name: string; in: string }[]).filter((p) => !own.some((o) => o.name === p.name && o.in === p.in))
      operations[method] = {
        'x-auth': ['none'],
        'x-errors': [],
        'x-source': [],
        'x-evidence': 'doc',
        ...operation,
        operationId:
          (operation.operationId as string | undefined) ?? `${method}-${path.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '')}`,
        parameters: [...inherited, ...own],
        ...(operation.requestBody ? { requestBody: deref(operation.requestBody) } : {}),
        responses: Object.fromEntries(
          Object.entries((operation.responses ?? {}) as object).map(([status, response]) => [status, deref(response)]),
        ),
      } as unknown as OperationDoc
    }
    paths[path] = operations
  }
  return { ...(modern as unknown as ServiceDocument), openapi: '3.1.0', paths }
}

/** Follows references to parameters, bodies and answers; references to schemas stay, the checks know them. */
function createDeref(doc: unknown, file: YamlFile): (node: unknown) => unknown {
  return (node) => {
    const ref = (node as { $ref?: unknown })?.$ref
    if (typeof ref !== 'string' || ref.startsWith('#/components/schemas/')) return node
    if (!ref.startsWith('#/')) throw new SpecFault(`${file.name}: reference ${ref} leaves the document; bundle it into one file first.`)
    let value: unknown = doc
    for (const key of ref.slice(2).split('/'))
      value = (value as Record<string, unknown> | undefined)?.[key.replaceAll('~1', '/').replaceAll('~0', '~')]
    if (value === undefined) throw new SpecFault(`${file.name}: reference ${ref} points to nothing.`)
    return value
  }
}

/** OpenAPI 3.0's own words for null and open ranges, in those of JSON Schema 2020-12. */
function modernise(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(modernise)
  if (!node || typeof node !== 'object') return node
  const out: Record<string, unknown> = Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, key === 'example' ? value : modernise(value)]),
  )
  if (out.nullable === true && typeof out.type === 'string') out.type = [out.type, 'null']
  delete out.nullable
  for (const [flag, limit] of [
    ['exclusiveMinimum', 'minimum'],
    ['exclusiveMaximum', 'maximum'],
  ] as const) {
    if (out[flag] === true) {
      out[flag] = out[limit]
      delete out[limit]
    } else if (out[flag] === false) delete out[flag]
  }
  return out
}
