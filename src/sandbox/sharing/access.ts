import type { Access } from '../../access/access-api.ts'
import { openAudit } from '../../access/audit.ts'
import type { Audit } from '../../access/audit-api.ts'
import { type AccessSources, openAccess } from '../../access/open-access.ts'
import type { KeptWorlds } from '../keeping/keep-worlds.ts'
import type { SandboxOptions } from '../sandbox-api.ts'

/**
 * Who may use the control API, where that is decided by tokens: those of a file, and those of the database that replicas share.
 * @throws SpecFault for a file that cannot be read
 */
export function accessOf(
  { tokens: file }: SandboxOptions,
  { replicas }: Pick<KeptWorlds, 'replicas'>,
  machine: Pick<AccessSources, 'systemClock' | 'notice'>,
): Access | undefined {
  if (file === undefined && !replicas) return undefined
  const database = replicas?.database
  const table = database && (async () => (await import('../../access/token-table.ts')).tokensIn(database))
  return openAccess({ ...machine, ...(file === undefined ? {} : { file }), ...(table ? { table } : {}) })
}

/** Where calls of the control API are written down. */
export function auditOf({ audit: target, onError }: SandboxOptions): { readonly audit?: Audit } {
  return target === undefined ? {} : { audit: openAudit({ target, failed: onError ?? (() => {}) }) }
}
