import type { ServerContext } from '../http/server-context.ts'
import type { Operation } from '../spec/operation.ts'
import { errorsOf } from './list-errors.ts'

/** A summary of one operation. */
export function summarise(server: ServerContext, operation: Operation) {
  const { doc } = operation
  const place = server.specs.bundle.places[operation.ref]
  return {
    ref: operation.ref,
    service: operation.service,
    id: operation.id,
    direction: isOut(server, operation) ? ('out' as const) : ('in' as const),
    method: operation.method,
    path: operation.path,
    summary: doc.summary ?? operation.id,
    auth: [...operation.auth],
    ...(operation.roles ? { roles: [...operation.roles] } : {}),
    ...(doc['x-permission'] === undefined ? {} : { permission: doc['x-permission'] }),
    evidence: operation.evidence,
    source: [...doc['x-source']],
    errors: [...operation.errors.keys()],
    answeredBy: answeredBy(server, operation),
    ...(place === undefined ? {} : { place }),
  }
}

/** The full description of one operation for callers. */
export function describe(server: ServerContext, operation: Operation) {
  const { doc } = operation
  return {
    ...summarise(server, operation),
    ...(doc.description === undefined ? {} : { description: doc.description.trim() }),
    parameters: (doc.parameters ?? []).map((parameter) => ({
      name: parameter.name,
      in: parameter.in,
      required: parameter.required ?? false,
      ...(parameter.schema.type === undefined ? {} : { type: [parameter.schema.type].flat().join(' or ') }),
      ...(parameter.description === undefined ? {} : { description: parameter.description }),
    })),
    bodyTypes: Object.keys(doc.requestBody?.content ?? {}),
    answers: Object.entries(doc.responses)
      .filter(([status]) => /^[23]/.test(status))
      .map(([status, response]) => ({
        status: Number(status),
        examples: Object.values(response.content ?? {}).flatMap((media) => Object.keys(media.examples ?? {})),
      })),
    ...(doc['x-accepts-anything'] === undefined ? {} : { acceptsAnything: doc['x-accepts-anything'] }),
    documented: errorsOf(operation),
  }
}

function isOut(server: ServerContext, operation: Operation): boolean {
  return server.specs.webhooks.some(({ ref }) => ref === operation.ref)
}

function answeredBy(server: ServerContext, operation: Operation): 'behaviour' | 'example' | 'generated' | 'control' | 'seller' {
  if (operation.ours) return 'control'
  if (isOut(server, operation)) return 'seller'
  if (server.behaviours[operation.service]?.[operation.id]) return 'behaviour'
  return operation.example() ? 'example' : 'generated'
}
