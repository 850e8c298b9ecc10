import type { Holder } from '../access-api.ts'

/** The identity provider where people log in, and what they may do then. */
export interface LoginSettings {
  /** Its address, as its tokens name it: `https://login.example/realms/company`. */
  readonly issuer: string
  /** This sandbox, as the provider knows it. */
  readonly client: string
  /** Without it, this is a public client. */
  readonly secret?: string
  /** Where browsers reach this sandbox: `https://sandbox.example`. Default: the address of the request. */
  readonly url?: string
  /** The claim that holds groups or roles; a path such as `realm_access.roles` leads into objects. Default: `groups`. */
  readonly claim?: string
  /** Default: `openid profile email`. */
  readonly scope?: string
  /** A value of the claim → a role, or a role in a namespace: `{ everybody: 'reader', 'team-red': 'tester@red' }`. The first that fits counts. */
  readonly roles: Readonly<Record<string, string>>
}

/** A request of a browser, as far as a login needs it. */
export interface Arrival {
  /** `https://sandbox.example`, without a path. */
  readonly origin: string
  readonly query: string
  readonly cookies: string | undefined
}

/** Where a browser goes next, and the cookie that it keeps. */
export interface Departure {
  readonly location: string
  readonly cookie: string
  /** Who has logged in. */
  readonly holder?: Holder
}

/** A login at the provider that has begun. What it needs to end is kept by the browser, sealed. */
export interface BegunLogin {
  readonly location: string
  readonly kept: KeptLogin
}

/** What only the browser that began a login can show. */
export interface KeptLogin {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** The conversation with an identity provider. */
export interface Provider {
  begin(callback: URL): Promise<BegunLogin>
  /**
   * The claims of who came back.
   * @param returned the address at which the browser came back, with its query
   */
  end(returned: URL, kept: KeptLogin): Promise<Readonly<Record<string, unknown>>>
  /** Where a browser ends its session at the provider, where the provider has that. */
  leave(back: URL): Promise<URL | undefined>
}

/** Logins of one sandbox. */
export interface Logins {
  /** Who has logged in with this browser; `expired` when that was too long ago. */
  holderOf(cookies: string | undefined): Holder | 'expired' | undefined
  /** @throws LoginRefused */
  begin(arrival: Arrival): Promise<Departure>
  /** @throws LoginRefused */
  end(arrival: Arrival): Promise<Departure>
  leave(arrival: Arrival): Promise<Departure>
}
