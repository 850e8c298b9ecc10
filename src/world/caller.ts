import type { Account } from './entities/entities.ts'

/** Who is calling, once the credential was found good (or credentials are not asked for). */
export interface Caller {
  readonly account: Account
  /** How it was shown: `lenient` when any credential counts. */
  readonly by: 'token' | 'aksk' | 'appcode' | 'usage' | 'bearer' | 'none' | 'lenient'
  /** The credential's id (access key, token, grant), never its secret. */
  readonly credentialId?: string
  /** The project a project token is bound to. */
  readonly projectId?: string
}
