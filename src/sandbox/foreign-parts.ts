import { createCallbacks } from '../callbacks/callbacks.ts'
import type { SellerCalls } from '../marketplace/marketplace-api.ts'
import type { Specs } from '../spec/catalogue.ts'
import type { SandboxOptions } from './sandbox-api.ts'

/** What only foreign documents need: their callbacks and, if asked for, a memory, which is loaded only then. */
export async function createForeignParts(specs: Specs, { callBackend }: Pick<SellerCalls, 'callBackend'>, { stateful }: SandboxOptions) {
  const callbacks = createCallbacks(specs, callBackend)
  if (!stateful) return { callbacks }
  const { createStateful } = await import('../stateful/stateful.ts')
  return { callbacks, stateful: createStateful(specs) }
}
