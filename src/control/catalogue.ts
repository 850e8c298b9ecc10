import { settled } from '../spec/document/derived.ts'
import { didYouMean } from '../spec/document/fault.ts'
import type { Controls } from './control-behaviour.ts'
import { describe, summarise } from './describe-operation.ts'
import { listEvidence, traceSource } from './evidence.ts'
import { findFor } from './find-operation.ts'
import { listErrors } from './list-errors.ts'

/** What the specs say and who answers: the same for every world. */
export const catalogue: Pick<
  Controls,
  'ShowReady' | 'ListOperations' | 'ShowOperation' | 'ShowSpec' | 'ListForcedErrors' | 'ListEvidence' | 'ShowEvidence'
> = {
  ShowReady: ({ house }) => ({
    ready: true,
    version: house.options.version,
    addresses: [...house.addresses],
    worlds: house.worlds.list().map(({ name }) => name),
    operations: house.specs.operations.filter(({ ours }) => !ours).length,
    exchanges: house.journal.count,
    auth: house.options.auth,
    checkAnswers: house.options.checkAnswers,
    time: new Date(house.wire.now()).toISOString(),
    uptime: Math.round(process.uptime() * 1000) / 1000,
  }),

  ListOperations({ input, house }) {
    const { service, direction } = input.query
    const operations = [...house.specs.operations, ...house.specs.webhooks]
      .filter((operation) => service === undefined || operation.service === service)
      .map((operation) => summarise(house, operation))
      .filter((summary) => direction === undefined || summary.direction === direction)
    return { count: operations.length, operations }
  },

  ShowOperation: (scene) => describe(scene.house, findFor(scene, scene.input.path.ref)),

  ShowSpec({ input, house, fail }) {
    const { services } = house.specs.bundle
    const known = Object.keys(services)
    const { service } = input.path
    const document = Object.hasOwn(services, service) ? services[service] : undefined
    if (!document) return fail('unknown-service', `There is no service "${service}".${didYouMean(service, known)}`, known)
    // What the loader made of the YAML is an OpenAPI document; only its generated type knows less of it.
    return settled(document) as unknown as { openapi: string; info: Record<string, never> }
  },

  ListForcedErrors(scene) {
    const { operation, service, status } = scene.input.query
    const services = Object.keys(scene.house.specs.bundle.services)
    if (service !== undefined && !services.includes(service))
      scene.fail('unknown-service', `There is no service "${service}".${didYouMean(service, services)}`, services)
    return listErrors(scene.house.specs, {
      ...(operation === undefined ? {} : { operation: findFor(scene, operation).ref }),
      ...(service === undefined ? {} : { service }),
      ...(status === undefined ? {} : { status }),
    })
  },

  ListEvidence({ input, house }) {
    const sources = listEvidence(house.specs.bundle, input.query.kind)
    return { format: 1, count: sources.length, sources }
  },

  ShowEvidence({ input, house, fail }) {
    const { id } = input.path
    const known = Object.keys(house.specs.bundle.sources)
    return traceSource(house.specs.bundle, id) ?? fail('unknown-source', `There is no source "${id}".${didYouMean(id, known)}`)
  },
}
