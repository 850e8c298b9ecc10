import type { Listening, ListenOptions } from '../http/listen.ts'
import type { SandboxOptions } from './sandbox-api.ts'

/** Where a sandbox listens. */
export function listenOptions({ port = 0, host, requestTimeout }: SandboxOptions): ListenOptions {
  return { port, ...(host === undefined ? {} : { host }), ...(requestTimeout === undefined ? {} : { requestTimeout }) }
}

/** Has addresses, and listens at none: a replay answers as if it had those of the recorded run. */
export async function unreachable(urls: readonly string[]): Promise<Listening> {
  return { urls, port: 0, async close() {} }
}
