import type { ArgsDef } from 'citty'
import type { SandboxOptions } from '../../index.ts'
import { valuesOf } from '../terminal/arguments.ts'
import { misused } from '../terminal/exit-codes.ts'

/** Where people log in with a browser. */
export const loginArguments = {
  oidc: {
    type: 'string',
    valueHint: 'issuer',
    description:
      'Identity provider (OpenID Connect) where people log in to the console; the secret of the client is KOOSANDBOX_OIDC_SECRET',
  },
  'oidc-client': { type: 'string', valueHint: 'id', description: 'With --oidc: what the provider calls this sandbox' },
  'oidc-role': {
    type: 'string',
    valueHint: 'value=role[@namespace]',
    description:
      'With --oidc: role (reader, tester, admin) of people with this value in the claim; may be repeated, the first that fits counts',
  },
  'oidc-claim': { type: 'string', valueHint: 'name', description: 'With --oidc: claim with groups or roles; default: groups' },
  'oidc-url': {
    type: 'string',
    valueHint: 'address',
    description: 'With --oidc: address at which browsers reach this sandbox, such as https://sandbox.example; default: that of the request',
  },
} as const satisfies ArgsDef

type Given = { readonly [Name in 'oidc' | 'oidc-client' | 'oidc-claim' | 'oidc-url']?: string | undefined }

/** What the command line and the environment say about logins; the configuration may say the rest. */
export function loginOf(args: Given, rawArgs: readonly string[]): Pick<SandboxOptions, 'oidc'> {
  const roles = valuesOf(rawArgs, 'oidc-role').map((text) => {
    // A group may hold "=", as in the directories of companies; a role does not.
    const at = text.lastIndexOf('=')
    if (at < 1) throw misused(`--oidc-role ${text}: write VALUE=ROLE, such as --oidc-role team-red=tester.`)
    return [text.slice(0, at), text.slice(at + 1)] as const
  })
  const { oidc: issuer, 'oidc-client': client, 'oidc-claim': claim, 'oidc-url': url } = args
  const secret = process.env['KOOSANDBOX_OIDC_SECRET'] || undefined
  const given = Object.entries({ issuer, client, claim, url }).filter(([, value]) => value !== undefined)
  if (given.length === 0 && roles.length === 0) return secret === undefined ? {} : { oidc: { secret } }
  return { oidc: { ...Object.fromEntries(given), ...(secret === undefined ? {} : { secret }), roles: Object.fromEntries(roles) } }
}
