import type { AccessRole, KeptToken } from './access-api.ts'
import { openTokenFile } from './token-file.ts'
import type { TokenKeeper } from './token-keeper-api.ts'
import { hashOf, newToken } from './token-text.ts'

/** What a new token is for. */
export interface TokenInput {
  readonly name: string
  readonly role: AccessRole
  readonly namespace?: string
  /** Epoch milliseconds UTC. */
  readonly expires?: number
}

/** Tokens of a sandbox, in a file or in the database that replicas share; the driver is loaded only then. */
export const accessTokens = {
  open: async (at: { readonly file: string } | { readonly store: string }): Promise<TokenKeeper> =>
    'file' in at ? openTokenFile(at.file) : (await import('./token-table.ts')).openTokenTable(at.store),

  /** The token itself is nowhere but in this answer. Undefined when the name is taken. */
  async create(keeper: TokenKeeper, { name, role, namespace, expires }: TokenInput): Promise<string | undefined> {
    const token = newToken()
    const kept: KeptToken = {
      name,
      role,
      ...(namespace === undefined ? {} : { namespace }),
      ...(expires === undefined ? {} : { expires }),
      sha256: hashOf(token),
    }
    return (await keeper.add(kept)) ? token : undefined
  },
}
