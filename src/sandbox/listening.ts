import { isLoopbackAddress } from '../gate/loopback.ts'
import type { Listening, ListenOptions } from '../http/listen.ts'
import { certifiedNames } from '../http/tls/certified-names.ts'
import { type Certified, createCertificate } from '../http/tls/self-signed.ts'
import { systemClock } from '../world/engine/system-clock.ts'
import type { SandboxLimits } from './limits.ts'
import type { SandboxOptions } from './sandbox-api.ts'

/** Where a sandbox listens. */
export function listenOptions(
  { port = 0, host }: SandboxOptions,
  { requestTimeout, idleTimeout, connections }: SandboxLimits,
  { tls, notice, broken }: Pick<ListenOptions, 'broken'> & { readonly tls: Certified | undefined; readonly notice: (text: string) => void },
): ListenOptions {
  return {
    ...{ port, requestTimeout, idleTimeout, connections },
    ...(host === undefined ? {} : { host }),
    ...(tls === undefined ? {} : { tls }),
    ...(broken === undefined ? {} : { broken }),
    onCrowded: () =>
      notice(`${connections} connections are open, which is the limit: further ones are closed. Allow more with --limit connections=N.`),
  }
}

/** The certificate of a sandbox that speaks HTTPS: the one that was given, or a new one. */
export function certifiedFor(options: SandboxOptions): Certified | undefined {
  return options.tls === true ? createCertificate(certifiedNames(options), systemClock.now()) : options.tls || undefined
}

/** Has addresses, and listens at none: a replay answers as if it had those of the recorded run. */
export async function unreachable(urls: readonly string[]): Promise<Listening> {
  return { urls, port: 0, async close() {} }
}

/** Whether other machines can reach a sandbox that listens there. */
export const isShared = (host: string | undefined): boolean => host !== undefined && host !== 'localhost' && !isLoopbackAddress(host)
