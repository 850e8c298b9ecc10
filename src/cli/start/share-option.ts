import type { SandboxOptions } from '../../index.ts'
import { tokensArgument, tokensOf } from '../access/token-options.ts'
import { valuesOf } from '../terminal/arguments.ts'

/** Who may use a sandbox, and whom it may call. */
export const shareArguments = {
  'allow-host': {
    type: 'string',
    valueHint: 'name[:port]',
    description: 'Host other than this machine where sellers may be called; may be repeated',
  },
  'own-host': {
    type: 'string',
    valueHint: 'name',
    description: "Host name under which this sandbox may be called, in addition to loopback and the vendor's; may be repeated",
  },
  ...tokensArgument,
  audit: {
    type: 'string',
    valueHint: 'file',
    description: 'Write each call of the control API to this file, one line of JSON; - for standard output',
  },
  'trusted-proxy': {
    type: 'string',
    valueHint: 'network',
    description: 'Proxy whose X-Forwarded-For is believed, such as 10.0.0.0/8; may be repeated',
  },
} as const

export function shareOf(
  args: { readonly tokens?: string | undefined; readonly audit?: string | undefined },
  rawArgs: readonly string[],
): Pick<SandboxOptions, 'tokens' | 'ownHosts' | 'allowHosts' | 'audit' | 'trustedProxies'> {
  const tokens = tokensOf(args)
  return {
    ownHosts: valuesOf(rawArgs, 'own-host'),
    allowHosts: valuesOf(rawArgs, 'allow-host'),
    ...(tokens === undefined ? {} : { tokens }),
    ...(args.audit === undefined ? {} : { audit: args.audit }),
    trustedProxies: valuesOf(rawArgs, 'trusted-proxy'),
  }
}
