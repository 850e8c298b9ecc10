import { didYouMean } from '../language/did-you-mean.ts'
import type { Call } from './call.ts'
import { SpecFault } from './document/fault.ts'
import { FOREIGN, OURS } from './document/foreign.ts'
import type { Bundle } from './document/model.ts'
import { operationsIn } from './document/operation-index.ts'
import { apiProducts, gatewayOf, nowhere } from './gateway-operations.ts'
import type { Operation } from './operation.ts'
import { foreignMaker, vendorMaker } from './operation-makers.ts'
import type { Found } from './router.ts'
import { createRoutes, type MissingRoute } from './routes.ts'

/** The contents of all specs, with look-ups. Immutable. */
export interface Specs {
  readonly bundle: Bundle
  /** Operations that are served (paths), in the order of their references. */
  readonly operations: readonly Operation[]
  /** Operations towards the seller (webhooks). */
  readonly webhooks: readonly Operation[]
  /** The operation that answers a call, or the reason why none does. */
  find(call: Pick<Call, 'method' | 'path' | 'host'>): Found<Operation> | MissingRoute
  /** Whether foreign documents are served. */
  readonly hasForeign: boolean
  /** Only such documents are served: even an unknown path is answered as they do. */
  readonly foreignOnly: boolean
  /** `bss.PayOrders`, or `PayOrders` where only one service, or only one service of the vendor, has it. @throws SpecFault with the nearest name */
  operation(ref: string): Operation
  /** Host names of all servers that the specs name; a name may contain variables in braces. */
  readonly hosts: readonly string[]
  /** Used where no operation was found, so that even a 404 has the gateway's error format. */
  readonly nowhere: Operation
  /** Used for every call of an API product: the seller decides what such a call looks like. */
  readonly apiProducts: Operation
}

/**
 * Turns a bundle into operations and routes.
 * @param include service names to serve; all when absent
 * @throws SpecFault when two operations answer the same call and `Host` cannot tell them apart
 */
export function createSpecs(bundle: Bundle, include?: readonly string[]): Specs {
  const gateway = gatewayOf(bundle)
  const routes = createRoutes()
  const operations: Operation[] = []
  const webhooks: Operation[] = []
  const byRef = new Map<string, Operation>()
  let vendors = false
  let hasForeign = false

  for (const [service, document] of Object.entries(bundle.services)) {
    if (include && !include.includes(service)) continue
    const foreign = document['x-origin'] === FOREIGN
    if (foreign) hasForeign = true
    else if (document['x-origin'] !== OURS) vendors = true
    const make = foreign ? foreignMaker(bundle, service, gateway) : vendorMaker(bundle, service, gateway)
    for (const { section, path, method, operationId, servers, doc } of operationsIn(document)) {
      const id = foreign ? freeName(service, operationId, byRef) : operationId
      const ref = `${service}.${id}`
      const operation = make({ ref, id, service, method: method.toUpperCase(), path }, doc)
      if (byRef.has(ref)) throw new SpecFault(`${bundle.places[ref] ?? service}: ${ref} is defined twice.`)
      byRef.set(ref, operation)
      if (section === 'webhooks') webhooks.push(operation)
      else {
        operations.push(operation)
        routes.add(operation, servers, foreign)
      }
    }
  }
  operations.sort((a, b) => (a.ref < b.ref ? -1 : 1))
  const foreignOnly = hasForeign && !vendors

  return {
    bundle,
    operations,
    webhooks,
    hosts: routes.hosts(),
    hasForeign,
    foreignOnly,
    nowhere: nowhere(gateway),
    apiProducts: apiProducts(gateway),
    find: routes.find,

    operation(ref) {
      const known = byRef.get(ref)
      if (known) return known
      const alike = [...byRef.values()].filter(({ id }) => id === ref)
      // The console has operations with the same names as operations of the vendor's APIs; the bare name means the vendor's.
      const vendors = alike.filter(({ ours }) => !ours)
      const named = vendors.length > 0 ? vendors : alike
      if (named.length === 1 && named[0]) return named[0]
      if (named.length > 1)
        throw new SpecFault(`"${ref}" is the name of several operations: ${named.map((operation) => operation.ref).join(', ')}.`)
      throw new SpecFault(`There is no operation "${ref}".${didYouMean(ref, byRef.keys())}`)
    },
  }
}

/** A name that no other operation of the service has: a foreign document may use one twice. */
function freeName(service: string, id: string, taken: ReadonlyMap<string, unknown>): string {
  if (!taken.has(`${service}.${id}`)) return id
  let n = 2
  while (taken.has(`${service}.${id}-${n}`)) n++
  return `${id}-${n}`
}
