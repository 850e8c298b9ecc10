import type { components } from '../spec/generated/sandbox.ts'
import { WorldError } from '../world/engine/world-error.ts'
import type { CallInput, CallResult } from './call.ts'

/** A documented error: what it means, and how each operation comes to it. */
export type ExplainedError = components['schemas']['ExplainedError']
/** A world in which the next call meets an error, and that call: `fetch(call.url, call)`. */
export type ReproducedError = components['schemas']['ReproducedError']

/** The errors that the vendor documents. */
export interface ErrorCatalogue {
  /** Explains a code (`CBC.99003110`) or one of its variants (`APIGW.0301:absent`). Rejects with a `WorldError` where nobody documents it. */
  explain(error: string, how?: { readonly operation?: string }): Promise<ExplainedError[]>
  /**
   * Opens a world of its own in which the next call meets the error, without forcing it. Rejects with a `WorldError` that says why where an
   * error comes about by force only.
   */
  reproduce(error: string, how?: { readonly operation?: string; readonly world?: string }): Promise<ReproducedError>
}

/** The error catalogue of a sandbox, from a function that calls operations. */
export function createErrorCatalogue(call: (operation: string, input: CallInput) => Promise<CallResult>): ErrorCatalogue {
  const ask = async (operation: string, input: CallInput) => {
    const { status, body } = await call(operation, input)
    if (status >= 400) throw new WorldError(String(body?.code ?? 'refused'), String(body?.detail ?? status))
    return body
  }
  return {
    explain: async (error, query = {}) => (await ask('sandbox.ExplainError', { path: { error }, query: { ...query } })).errors,
    reproduce: (error, body = {}) => ask('sandbox.ReproduceError', { path: { error }, body }),
  }
}
