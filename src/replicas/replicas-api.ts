import type { Stay } from './owned.ts'
import type { PassOn } from './pass-on.ts'

/** What a call needs: which worlds have to be in memory where it is answered. */
export type Needed =
  /** Nothing but the specs. */
  | { readonly what: 'nothing' }
  | { readonly what: 'world'; readonly name: string }
  /** The world that issued this credential. */
  | { readonly what: 'credential'; readonly credential: string }
  /** A snapshot, by its name. */
  | { readonly what: 'snapshot'; readonly name: string }
  /** A new world without a name, and what its name begins with. */
  | { readonly what: 'new'; readonly prefix?: string }

/** Who answers a call. */
export type Way =
  | { readonly here: Stay }
  /** Another replica, at this address; the family that it owns, where it does. */
  | { readonly to: string; readonly family?: string }
  /** Nobody at the moment: what a person reads, and the seconds after which to try again. */
  | {
      readonly unavailable: string
      readonly retryAfter: number
      /** Replicas that may be able to answer: this one cannot reach the database. */
      readonly instead?: readonly string[]
    }

/** How another replica sent a call: to the owner of its world, or to anybody, because it cannot reach the database. */
export type PassedOn = 'to-owner' | 'to-anybody' | undefined

/** The other replicas of this sandbox, for what receives calls. */
export interface Replicas {
  /** @param avoid addresses that could not be reached: a world that nobody owns is not left to them */
  route(needed: Needed, passedOn: PassedOn, avoid: ReadonlySet<string>): Way | Promise<Way>
  /** What was remembered about this is wrong. */
  forget(needed: Needed): void
  /** Asks the owner of a family, through the database, to hand it over: it lives, and cannot be reached. */
  want(family: string): Promise<void>
  readonly passOn: PassOn
  /** Whether this process may answer: its lease holds. */
  holds(): boolean
  /** How many are alive, this one included, as of the last renewal. */
  living(): number
  /** Whether the lease of the replica at an address held at the last look. */
  lives(url: string): boolean
  /** Notes that a replica did not answer: it is found out whether there is a way to it, where a connection did not show that already. */
  unanswered(url: string, connected: boolean): void
  /** Whether the replica at an address could not be reached at the last attempt. */
  misses(url: string): boolean
  /** Whether the replica at an address is alive and cannot be reached, while this one reaches most others. */
  cutOff(url: string): boolean
  /** Whether this process cannot reach most of the others: they take over what it owns. */
  apart(): boolean
  /** Where the others reach this one. */
  readonly url: string
  /** The addresses of the other living replicas. */
  others(): readonly string[]
  /**
   * The worlds and snapshots of all replicas.
   * @throws WorldError `state.database`
   */
  kept(): Promise<KeptNames>
  /** A name for a world that begins without one: claimed where it begins a family. @param prefix what it begins with */
  makeName(root: boolean, prefix?: string): string
  /** Proves to another replica that a call was passed on by one of them. */
  readonly secret: string
  /** Lease in milliseconds: after that time the worlds of a replica that does not answer are continued by another. */
  readonly lease: number
}

/** A world or a snapshot, as the database knows it. */
export interface KeptName {
  readonly name: string
  /** What was last written about it: a world that somebody has in memory may have changed since. */
  readonly about: Readonly<Record<string, unknown>>
  /** The replica that has it in memory. */
  readonly at: string | null
}

/** All worlds and snapshots of the database. */
export interface KeptNames {
  readonly worlds: readonly KeptName[]
  readonly snapshots: readonly KeptName[]
}
