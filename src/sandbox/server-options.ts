import type { ServerOptions } from '../http/server-context.ts'
import type { SandboxOptions } from './sandbox-api.ts'
import { VERSION } from './version.ts'

/** What answering a call needs of the options, with their defaults. */
export function serverOptions(
  options: SandboxOptions,
  { durable, shared, controlToken }: Pick<ServerOptions, 'durable' | 'shared'> & { readonly controlToken: string | undefined },
): ServerOptions {
  return {
    auth: options.auth ?? 'strict',
    checkAnswers: options.checkAnswers ?? 'all',
    onDrift: options.onDrift ?? 'report',
    durable,
    shared,
    // A host given as a name may be used to call the sandbox.
    ownHosts: [...(options.ownHosts ?? []), ...(options.host === undefined ? [] : [options.host])],
    version: VERSION,
    ...(controlToken === undefined ? {} : { controlToken }),
    ...(options.cors === undefined ? {} : { cors: options.cors }),
    ...(options.strictQuery ? { strictQuery: true } : {}),
  }
}
