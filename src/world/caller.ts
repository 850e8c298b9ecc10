import type { Account } from './entities/entities.ts'

/** The caller of a request, known after its credential was accepted, or when no credentials are required. */
export interface Caller {
  readonly account: Account
  /** How the caller authenticated. `lenient`: any credential is accepted. */
  readonly via: 'token' | 'aksk' | 'appcode' | 'usage' | 'bearer' | 'none' | 'lenient'
  /** Id of the credential (access key, token or grant). Never its secret. */
  readonly credentialId?: string
  /** The project that a project-scoped token belongs to. */
  readonly projectId?: string
}
