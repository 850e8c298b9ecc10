import { didYouMean } from '../language/did-you-mean.ts'
import { withDerived } from '../spec/document/derived.ts'
import type { Controls } from './control-behaviour.ts'
import { describe, summarise } from './describe-operation.ts'
import { listEvidence, traceSource } from './evidence.ts'
import { findFor } from './find-operation.ts'
import { listErrors } from './list-errors.ts'

/** The specs and the state of the server, independent of worlds. */
export const catalogue: Pick<
  Controls,
  'ShowReady' | 'ListOperations' | 'ShowOperation' | 'ShowSpec' | 'ListForcedErrors' | 'ListEvidence' | 'ShowEvidence'
> = {
  ShowReady: ({ server }) => ({
    ready: true,
    version: server.options.version,
    addresses: [...server.addresses],
    worlds: server.worlds.list().map(({ name }) => name),
    operations: server.specs.operations.filter(({ ours }) => !ours).length,
    exchanges: server.journal.count,
    auth: server.options.auth,
    checkAnswers: server.options.checkAnswers,
    time: new Date(server.systemClock.now()).toISOString(),
    uptime: Math.round(server.systemClock.monotonic()) / 1000,
  }),

  ListOperations({ input, server }) {
    const { service, direction } = input.query
    const operations = [...server.specs.operations, ...server.specs.webhooks]
      .filter((operation) => service === undefined || operation.service === service)
      .map((operation) => summarise(server, operation))
      .filter((summary) => direction === undefined || summary.direction === direction)
    return { count: operations.length, operations }
  },

  ShowOperation: (context) => describe(context.server, findFor(context, context.input.path.ref)),

  ShowSpec({ input, server, fail }) {
    const { services } = server.specs.bundle
    const known = Object.keys(services)
    const { service } = input.path
    const document = Object.hasOwn(services, service) ? services[service] : undefined
    if (!document) return fail('unknown-service', `There is no service "${service}".${didYouMean(service, known)}`, known)
    // The loaded YAML is an OpenAPI document; the generated type only covers a part of it.
    return withDerived(document) as unknown as { openapi: string; info: Record<string, never> }
  },

  ListForcedErrors(context) {
    const { operation, service, status } = context.input.query
    const services = Object.keys(context.server.specs.bundle.services)
    if (service !== undefined && !services.includes(service))
      context.fail('unknown-service', `There is no service "${service}".${didYouMean(service, services)}`, services)
    return listErrors(context.server.specs, {
      ...(operation === undefined ? {} : { operation: findFor(context, operation).ref }),
      ...(service === undefined ? {} : { service }),
      ...(status === undefined ? {} : { status }),
    })
  },

  ListEvidence({ input, server }) {
    const sources = listEvidence(server.specs.bundle, input.query.kind)
    return { format: 1, count: sources.length, sources }
  },

  ShowEvidence({ input, server, fail }) {
    const { id } = input.path
    const known = Object.keys(server.specs.bundle.sources)
    return traceSource(server.specs.bundle, id) ?? fail('unknown-source', `There is no source "${id}".${didYouMean(id, known)}`)
  },
}
