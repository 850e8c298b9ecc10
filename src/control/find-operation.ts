import { didYouMean } from '../language/did-you-mean.ts'
import type { Specs } from '../spec/catalogue.ts'
import { SpecFault } from '../spec/document/fault.ts'
import type { Operation } from '../spec/operation.ts'
import type { ControlContext } from './control-behaviour.ts'

/**
 * The operation for a reference: `bss.PayOrders`, or `PayOrders` where only one service has it.
 * @throws SpecFault with the most similar name. A name without a service is compared with names without a service, because with one none
 * would be similar enough.
 */
export function findOperation(specs: Specs, ref: string): Operation {
  try {
    return specs.operation(ref)
  } catch (error) {
    if (!(error instanceof SpecFault) || ref.includes('.')) throw error
    throw new SpecFault(`${error.message}${didYouMean(ref, new Set(specs.operations.map(({ id }) => id)))}`)
  }
}

/** The same for a control call; answers `unknown-operation` when nothing is found. */
export function findFor({ server, fail }: Pick<ControlContext, 'server' | 'fail'>, ref: string): Operation {
  // The journal lists calls to unknown paths, and those of API products, under these names.
  for (const outside of [server.specs.nowhere, server.specs.apiProducts]) if (ref === outside.ref) return outside
  try {
    return findOperation(server.specs, ref)
  } catch (error) {
    if (!(error instanceof SpecFault)) throw error
    return fail('unknown-operation', error.message)
  }
}
