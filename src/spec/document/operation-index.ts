import type { OperationDoc, ServerDoc, ServiceDocument } from './model.ts'

/** One operation of a document, as far as it is known without reading it. */
export interface IndexedOperation {
  readonly section: 'paths' | 'webhooks'
  /** The path, or the name of the webhook. */
  readonly path: string
  /** In lower case, as a key of a path. */
  readonly method: string
  readonly operationId: string
  /** The servers of the operation, else of its path, else of the document. */
  readonly servers: readonly ServerDoc[]
  /** The whole operation. A foreign one is read at the first call of this function. */
  readonly doc: () => OperationDoc
}

const indexes = new WeakMap<ServiceDocument, readonly IndexedOperation[]>()

/** Keeps the index of a document whose operations are read on demand. */
export function rememberIndex(document: ServiceDocument, index: readonly IndexedOperation[]): void {
  indexes.set(document, index)
}

/** Whether the operations of a document are read on demand. */
export const isReadOnDemand = (document: ServiceDocument): boolean => indexes.has(document)

/** The operations of a document in their order. Cheap: no foreign operation is read. */
export function operationsIn(document: ServiceDocument): readonly IndexedOperation[] {
  const known = indexes.get(document)
  if (known) return known
  return (['paths', 'webhooks'] as const).flatMap((section) =>
    Object.entries(document[section] ?? {}).flatMap(([path, item]) =>
      Object.entries(item).map(([method, doc]) => {
        const servers = doc.servers ?? document.servers ?? []
        return { section, path, method, operationId: doc.operationId, servers, doc: () => doc }
      }),
    ),
  )
}
