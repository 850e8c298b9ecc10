import { existsSync } from 'node:fs'
import { defineCommand } from 'citty'
import type { ControlApi } from '../../index.ts'
import { ownerOf } from '../running/port-holder.ts'
import { runningBehind } from '../running/running-file.ts'
import { keyVariable } from '../seller/seller-keys.ts'
import { remoteArguments, worldArgument } from '../terminal/arguments.ts'
import { ExitError } from '../terminal/exit-codes.ts'
import { print, printJson, printNote } from '../terminal/print.ts'
import { connect } from '../terminal/remote.ts'
import { certificateFile } from '../terminal/tls-files.ts'
import { forSdk, SDKS, type Sdk } from './sdk-variables.ts'

export type Credentials = ControlApi['schemas']['Credentials']
export type Shell = 'sh' | 'fish' | 'powershell'

export default defineCommand({
  meta: { description: 'Print the settings of clients: eval "$(koosandbox env)"' },
  args: {
    role: {
      type: 'enum',
      options: ['buyer', 'partner', 'seller'],
      default: 'buyer',
      description: 'Account whose access key is in the SDK variables',
    },
    sdk: { type: 'enum', options: [...SDKS], description: 'Only what this SDK understands, with comments on what to set in code' },
    shell: { type: 'enum', options: ['sh', 'fish', 'powershell'], default: 'sh', description: 'Syntax of the printed commands' },
    ...worldArgument,
    ...remoteArguments,
  },
  async run({ args }) {
    const { ask, url } = connect(args)
    const credentials = { ...(await ask<Credentials>('GET', '/credentials', { query: { world: args.world } })), url }
    const running = await runningBehind(url)
    if (args.json) {
      printJson({ ...credentials, ...(running === undefined ? {} : { folder: running.folder, since: running.since }) })
      return
    }
    // What the shell evaluates is on stdout.
    if (running !== undefined) printNote(`These are the keys of ${ownerOf(running)} (${url}, world ${args.world}).`)
    const { operations } = await ask<ControlApi['schemas']['OperationList']>('GET', '/operations', { query: { direction: 'in' } })
    const served = new Set(operations.map(({ service }) => service))
    const all = variables(credentials, args.role as 'buyer', served)
    const printed = args.sdk === undefined ? { variables: all, notes: [] } : forSdk(args.sdk as Sdk, all, url)
    for (const note of printed.notes) print(`# ${note}`)
    const lines = Object.entries(printed.variables).map(([name, value]) => LINES[args.shell as Shell](name, value))
    print(lines.join('\n'))
  },
})

/** The names that the SDKs read (bss-and-auth.md 9.1), then our own. */
export function variables(
  { url, world, ...accounts }: Credentials,
  role: 'buyer' | 'partner' | 'seller',
  served: ReadonlySet<string>,
): Record<string, string> {
  const keys = accounts[role]
  if (!keys) throw new ExitError(`World "${world}" has no ${role} whose keys are printed.`)
  const region = keys.project_name.toUpperCase().replaceAll('-', '_')
  const { buyer, partner, seller } = accounts
  // BSS has a single region, and another one on the international site. Other services use the account's own region.
  const regions: readonly (readonly [service: string, name: string, region: string])[] = [
    ['bss', 'BSS', 'CN_NORTH_1'],
    ['bss', 'BSSINTL', 'AP_SOUTHEAST_1'],
    ...['iam', 'scm', 'sts', 'workspace'].map((service) => [service, service.toUpperCase(), region] as const),
  ]
  return {
    HUAWEICLOUD_SDK_AK: keys.ak,
    HUAWEICLOUD_SDK_SK: keys.sk,
    HUAWEICLOUD_SDK_DOMAIN_ID: keys.domain_id,
    HUAWEICLOUD_SDK_PROJECT_ID: keys.project_id,
    HUAWEICLOUD_SDK_IAM_ENDPOINT: url,
    ...(served.has('sts') ? { HUAWEICLOUD_SDK_STS_ENDPOINT: url } : {}),
    ...Object.fromEntries(
      regions.filter(([service]) => served.has(service)).map(([, name, where]) => [`HUAWEICLOUD_SDK_REGION_${name}_${where}`, url]),
    ),
    ...(url.startsWith('https:') && existsSync(certificateFile()) ? trusting(certificateFile()) : {}),
    KOOSANDBOX_URL: url,
    KOOSANDBOX_WORLD: world,
    ...(buyer ? { KOOSANDBOX_TOKEN: buyer.token } : {}),
    ...(partner ? named('PARTNER', partner) : {}),
    ...(seller
      ? {
          ...named('SELLER', seller),
          ...signingKeys(seller.keys),
          ...(seller.appcode === undefined ? {} : { KOOSANDBOX_SELLER_APPCODE: seller.appcode }),
        }
      : {}),
  }
}

/** Node adds the file to what it trusts; OpenSSL, Go, Python and curl trust it instead. */
function trusting(file: string): Record<string, string> {
  return { NODE_EXTRA_CA_CERTS: file, SSL_CERT_FILE: file, CURL_CA_BUNDLE: file, REQUESTS_CA_BUNDLE: file }
}

/** The keys that sign calls of sellers, by the names that `verify seller` and `sign-proxy` read. */
function signingKeys(keys: Readonly<Record<string, string>> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(keys).map(([use, key]) => [keyVariable(use), key]))
}

function named(role: string, keys: { readonly ak: string; readonly sk: string; readonly token: string }): Record<string, string> {
  return { [`KOOSANDBOX_${role}_AK`]: keys.ak, [`KOOSANDBOX_${role}_SK`]: keys.sk, [`KOOSANDBOX_${role}_TOKEN`]: keys.token }
}

export const LINES: Readonly<Record<Shell, (name: string, value: string) => string>> = {
  sh: (name, value) => `export ${name}='${value.replaceAll("'", "'\\''")}'`,
  fish: (name, value) => `set -gx ${name} '${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`,
  powershell: (name, value) => `$env:${name} = '${value.replaceAll("'", "''")}'`,
}
