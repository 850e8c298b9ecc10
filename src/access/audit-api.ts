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

/** Where calls of the control API are written down, and whom a caller's address is believed from. */
export interface Audit {
  write(entry: AuditEntry): void
  /**
   * The address of a caller.
   * @param remote the other end of the connection
   * @param forwarded `X-Forwarded-For`, which counts only where the other end is a proxy that was named
   */
  addressOf(remote: string, forwarded: string | undefined): string
}
