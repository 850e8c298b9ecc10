import { didYouMean } from '../language/did-you-mean.ts'
import { behaviours } from '../services/index.ts'
import type { Specs } from '../spec/catalogue.ts'
import { SpecFault } from '../spec/document/fault.ts'

/** Refuses a behaviour without an operation: it is a typing mistake and would never be called. */
export function refuseLooseBehaviours(specs: Specs): void {
  for (const [service, own] of Object.entries(behaviours)) {
    const known = new Set(specs.operations.filter((operation) => operation.service === service).map((operation) => operation.id))
    if (known.size === 0) continue
    for (const id of Object.keys(own)) {
      if (!known.has(id))
        throw new SpecFault(`services/${service} has a behaviour for "${id}"; ${service} has no such operation.${didYouMean(id, known)}`)
    }
  }
}
