import { FOREIGN } from '../document/foreign.ts'
import type { OperationDoc, SecuritySchemeDoc, ServiceDocument } from '../document/model.ts'
import { type IndexedOperation, rememberIndex } from '../document/operation-index.ts'
import type { SourceFile } from '../document/source.ts'
import { createReadContext, readOperation } from './operation-doc.ts'
import { createNaming, type FoundOperation, indexSection, serversOf } from './path-index.ts'
import { createReferences } from './references.ts'
import { createSchemas } from './schemas.ts'
import { hasMembers, inside, type Located, type Members, membersOf, quoted, type Tell } from './spot.ts'

/** A foreign document as a service, and the files that it was read from. */
export interface ForeignDocument {
  readonly service: ServiceDocument
  readonly files: () => readonly SourceFile[]
}

/** Reads a foreign document: its operations are listed, and each is read when it is first asked for. */
export function readForeign(root: SourceFile, tell: Tell): ForeignDocument {
  const whole: Located = { file: root, keys: [], value: root.value }
  const written = root.value as Members
  const isOld = (file: SourceFile) => /^3(\.0|$)/.test(String((file.value as Members).openapi ?? written.openapi))
  const references = createReferences(root, tell)
  const schemas = createSchemas(root, references, tell, isOld)
  const context = createReadContext(tell, references, schemas)
  const naming = createNaming(tell)
  const securitySchemes = schemesOf(inside(whole, 'components', 'securitySchemes'), references.follow, tell)
  const servers = serversOf(inside(whole, 'servers'), tell)
  const common = { security: written.security, schemes: new Set(Object.keys(securitySchemes)) }

  const reader = (found: FoundOperation, templated: boolean) => {
    let doc: OperationDoc | undefined
    return () => {
      doc ??= readOperation({ ...found, ...common, templated }, context, callbackItems)
      return doc
    }
  }
  const callbackItems = (at: Located, expression: string): Readonly<Record<string, OperationDoc>> => {
    const section: Located = { file: at.file, keys: at.keys.slice(0, -1), value: { [expression]: at.value } }
    return Object.fromEntries(indexSection(section, naming, references, tell).map((found) => [found.method, reader(found, false)()]))
  }
  const index: IndexedOperation[] = []
  const section = (name: 'paths' | 'webhooks') => {
    const items: Record<string, Record<string, OperationDoc>> = {}
    for (const found of indexSection(inside(whole, name), naming, references, tell)) {
      const doc = reader(found, name === 'paths')
      const { path, method, operationId } = found
      items[path] ??= {}
      if (Object.hasOwn(items[path], method)) {
        tell('error', 'document.path.twice', found.at, `${method.toUpperCase()} ${path} is described twice. The first one answers.`)
        continue
      }
      Object.defineProperty(items[path], method, { enumerable: true, get: doc })
      index.push({ section: name, path, method, operationId, servers: found.servers ?? servers ?? [], doc })
    }
    return items
  }
  const { components: _, paths: __, security: ___, servers: ____, webhooks, ...rest } = written
  const service = {
    ...rest,
    openapi: '3.1.0',
    info: infoOf(written.info),
    ...(servers ? { servers } : {}),
    paths: section('paths'),
    ...(webhooks ? { webhooks: section('webhooks') } : {}),
    components: { schemas: schemas.shared, ...(Object.keys(securitySchemes).length > 0 ? { securitySchemes } : {}) },
    'x-origin': FOREIGN,
  } as unknown as ServiceDocument
  rememberIndex(service, index)
  if (leavesTheUsual(root)) readAll(index, schemas.shared)
  return { service, files: references.files }
}

/**
 * Whether references lead elsewhere than to the components of the document. Then everything is read at once, so that the shared schemas are
 * complete before the first of them is used. Most documents, and nearly all large ones, need not.
 */
function leavesTheUsual(root: SourceFile): boolean {
  const text = root.text()
  if (/"?\$(dynamicRef|recursiveRef)/.test(text)) return true
  for (let at = text.indexOf('$ref'); at >= 0; at = text.indexOf('$ref', at + 4)) {
    USUAL.lastIndex = at
    if (!USUAL.test(text)) return true
  }
  return false
}

const USUAL = /\$ref['"]?\s*:\s*['"]?#\/components\/[a-zA-Z]+\/[^/'"\s,}]+['"]?\s*[,}\r\n]/y

/** Reads every operation and every shared schema; reading one may add others. */
export function readAll(index: readonly IndexedOperation[], shared: object): void {
  for (const { doc } of index) doc()
  const read = new Set<string>()
  for (let names = Object.keys(shared); names.length > 0; names = Object.keys(shared).filter((name) => !read.has(name))) {
    for (const name of names) {
      read.add(name)
      void (shared as Members)[name]
    }
  }
}

function infoOf(written: unknown): ServiceDocument['info'] {
  const info = (hasMembers(written) ? written : {}) as Members
  return { ...info, title: String(info.title ?? ''), version: String(info.version ?? '') }
}

const TYPES = ['apiKey', 'http', 'oauth2', 'openIdConnect', 'mutualTLS']

function schemesOf(at: Located, follow: (at: Located) => Located | undefined, tell: Tell): Record<string, SecuritySchemeDoc> {
  return Object.fromEntries(
    membersOf(at).flatMap(([name, written]) => {
      const found = follow(written)
      if (!found) return []
      const scheme = (hasMembers(found.value) ? found.value : {}) as Members
      const type = TYPES.find((one) => one.toLowerCase() === String(scheme.type).toLowerCase())
      const problem =
        type === undefined
          ? `has type ${quoted(scheme.type)}: there are ${TYPES.join(', ')}`
          : type === 'apiKey' && !(typeof scheme.name === 'string' && ['header', 'query', 'cookie'].includes(String(scheme.in)))
            ? 'needs a name, and "in" with header, query or cookie'
            : type === 'http' && typeof scheme.scheme !== 'string'
              ? 'needs a scheme, such as bearer'
              : undefined
      if (problem === undefined) return [[name, { ...scheme, type } as SecuritySchemeDoc] as const]
      tell('error', 'document.security.scheme', found, `security scheme "${name}" ${problem}. It is not asked for.`)
      return []
    }),
  )
}
