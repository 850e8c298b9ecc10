import { createCallbacks } from '../callbacks/callbacks.ts'
import type { SellerCalls } from '../marketplace/marketplace-api.ts'
import type { Specs } from '../spec/catalogue.ts'
import { createStateful } from '../stateful/stateful.ts'
import type { SandboxOptions } from './sandbox-api.ts'

/** What only foreign documents need: their callbacks and, if asked for, a memory. */
export function createForeignParts(specs: Specs, { callBackend }: Pick<SellerCalls, 'callBackend'>, { stateful }: SandboxOptions) {
  return { callbacks: createCallbacks(specs, callBackend), ...(stateful ? { stateful: createStateful(specs) } : {}) }
}
