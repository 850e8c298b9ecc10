/** What a token allows. Each role may do what those before it may: read, change worlds, look after the sandbox. */
export type AccessRole = 'reader' | 'tester' | 'admin'

/** Who calls the control API. Without a namespace: somebody who sees all worlds. */
export interface Holder {
  readonly name: string
  readonly role: AccessRole
  readonly namespace?: string
}

/** A token as it is kept: its SHA-256, never the token. */
export interface KeptToken extends Holder {
  /** 64 hex digits. */
  readonly sha256: string
  /** Epoch milliseconds UTC; absent: it does not expire. */
  readonly expires?: number
}

/** What a team or a pipeline may hold, and where its sellers are. */
export interface Namespace {
  /** Most worlds at the same time. */
  readonly worlds?: number
  /** Most snapshots of its worlds. */
  readonly snapshots?: number
  /** Most orders in all its worlds together. */
  readonly orders?: number
  /** Hosts (`name` or `name:port`) where its sellers may be called, in addition to those of the whole sandbox. */
  readonly allowHosts: readonly string[]
}

/** Whom a token belongs to, or why nobody. */
export type Shown = { readonly holder: Holder } | { readonly refused: 'unknown' } | { readonly refused: 'expired'; readonly name: string }

/** Tokens and namespaces of one sandbox. */
export interface Access {
  /** False as long as there is no file and no token: then nothing is asked for. */
  readonly active: boolean
  /** Brings what is kept elsewhere up to date. Called before a token is looked at. */
  refresh(): Promise<void>
  holderOf(token: string): Shown
  namespaceOf(name: string): Namespace
}
