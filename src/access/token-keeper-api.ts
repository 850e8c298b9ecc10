import type { KeptToken } from './access-api.ts'

/** Where tokens are kept: a file, or a database that replicas share. */
export interface TokenKeeper {
  list(): Promise<readonly KeptToken[]>
  /** False when there is a token of that name already. */
  add(token: KeptToken): Promise<boolean>
  /** False when there is none of that name. */
  remove(name: string): Promise<boolean>
  close(): Promise<void>
}
