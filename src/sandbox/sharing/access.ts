import type { Access } from '../../access/access-api.ts'
import { openAudit } from '../../access/audit.ts'
import type { Audit } from '../../access/audit-api.ts'
import type { LoginSettings, Logins } from '../../access/login/login-api.ts'
import { openLogins } from '../../access/login/logins.ts'
import { type AccessSources, openAccess } from '../../access/open-access.ts'
import { machineSecret, type SystemClock } from '../../world/engine/system-clock.ts'
import type { KeptWorlds } from '../keeping/keep-worlds.ts'
import type { SandboxOptions } from '../sandbox-api.ts'

/**
 * Who may use the control API, where that is decided by tokens: those of a file, and those of the database that replicas share.
 * @throws SpecFault for a file that cannot be read
 */
export function accessOf(
  { tokens: file }: SandboxOptions,
  logins: boolean,
  { replicas }: Pick<KeptWorlds, 'replicas'>,
  machine: Pick<AccessSources, 'systemClock' | 'notice'>,
): Access | undefined {
  if (file === undefined && !replicas && !logins) return undefined
  const database = replicas?.database
  const table = database && (async () => (await import('../../access/token-table.ts')).tokensIn(database))
  return openAccess({ ...machine, logins, ...(file === undefined ? {} : { file }), ...(table ? { table } : {}) })
}

/** Where calls of the control API are written down. */
export function auditOf({ audit: target, onError }: SandboxOptions): { readonly audit?: Audit } {
  return target === undefined ? {} : { audit: openAudit({ target, failed: onError ?? (() => {}) }) }
}

/**
 * Where people log in: what the configuration says, and over it the options. The secret of the client stands in neither.
 * @throws SpecFault for settings that cannot be used
 */
export function loginsOf(
  { oidc }: SandboxOptions,
  configured: Partial<LoginSettings> | undefined,
  { replicas }: Pick<KeptWorlds, 'replicas'>,
  systemClock: SystemClock,
): Logins | undefined {
  // A secret alone may belong to another sandbox of this shell.
  if (!configured && !(oidc && Object.keys(oidc).some((key) => key !== 'secret'))) return undefined
  const settings = { issuer: '', client: '', ...configured, ...oidc, roles: { ...oidc?.roles, ...configured?.roles } }
  return openLogins(settings, { secret: replicas?.secret ?? machineSecret(), systemClock })
}
