import type { AccessRole } from './access-api.ts'

/** One call of the control API, without anything that was sent. */
export interface AuditEntry {
  /** ISO 8601 UTC, by the machine's clock. */
  readonly at: string
  /** Name of the token; absent when none was known. */
  readonly who?: string
  readonly role?: AccessRole
  readonly namespace?: string
  readonly operation: string
  readonly world?: string
  readonly status: number
  /** Address of the caller; absent for calls from inside of the sandbox. */
  readonly from?: string
}

/** Where calls of the control API are written down. */
export interface Audit {
  write(entry: AuditEntry): void
}
