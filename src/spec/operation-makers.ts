import { OURS } from './document/foreign.ts'
import type { Bundle, FamilyDoc, OperationDoc, Schema, ServiceDocument } from './document/model.ts'
import { isReadOnDemand } from './document/operation-index.ts'
import { createForeignOperation } from './foreign-operation.ts'
import { LazyOperation, type OperationHead } from './lazy-operation.ts'
import { createOperation, type Operation, type OperationParts } from './operation.ts'
import { createChecks } from './schema/checks.ts'

/** Makes the operations of one document. */
export type Make = (head: OperationHead, doc: () => OperationDoc) => Operation

/**
 * For the vendor's documents and ours: everything is read at once, so that mistakes are found. The documents that the package ships were read
 * when it was built; of these an operation is read when it is called.
 */
export function vendorMaker(bundle: Bundle, service: string, gateway: FamilyDoc): Make {
  const document = bundle.services[service] as ServiceDocument
  let checks: ReturnType<typeof createChecks> | undefined
  const compile = (schema: Schema) => {
    checks ??= createChecks(document)
    return checks.of(schema)
  }
  const made: Make = (head, doc) => vendorOperation(bundle, head, doc(), gateway, { compile, compileAsked: compile })
  if (!isReadOnDemand(document)) return made
  const ours = document['x-origin'] === OURS
  return (head, doc) => new LazyOperation({ ...head, ours }, () => made(head, doc))
}

/** Nothing of a foreign operation is read before it is called. One with a way to authenticate of ours answers as the vendor does. */
export function foreignMaker(bundle: Bundle, service: string, gateway: FamilyDoc): Make {
  const document = bundle.services[service] as ServiceDocument
  const { of: compile } = createChecks(document, true, 'writeOnly')
  const { of: compileAsked } = createChecks(document, true, 'readOnly')
  const schemas = document.components?.schemas ?? {}
  const schemes = document.components?.securitySchemes ?? {}
  return (head, doc) =>
    new LazyOperation({ ...head, ours: false }, () => {
      const read = doc()
      if (read['x-auth'].some((kind) => kind !== 'none')) return vendorOperation(bundle, head, read, gateway, { compile, compileAsked })
      return createForeignOperation({ ...head, title: document.info?.title ?? service, doc: read, schemas, schemes, compile, compileAsked })
    })
}

function vendorOperation(
  bundle: Bundle,
  { service, method, path }: OperationHead,
  doc: OperationDoc,
  gateway: FamilyDoc,
  checks: Pick<OperationParts, 'compile' | 'compileAsked'>,
): Operation {
  const document = bundle.services[service] as ServiceDocument
  const family = bundle.families[service]?.[doc['x-error-family'] ?? '']
  const ours = document['x-origin'] === OURS
  return createOperation({ service, method, path, doc, ours, family, gateway, schemas: document.components?.schemas ?? {}, ...checks })
}
