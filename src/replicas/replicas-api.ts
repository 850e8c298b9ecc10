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
  /** A new world without a name. */
  | { readonly what: 'new' }

/** Who answers a call. */
export type Way =
  | 'here'
  /** Another replica, at this address. */
  | { readonly to: string }
  /** Nobody at the moment: what a person reads, and the seconds after which to try again. */
  | { readonly unavailable: string; readonly retryAfter: number }

/** The other replicas of this sandbox, for what receives calls. */
export interface Replicas {
  /** @param passedOn another replica has sent it here: it is not sent on again */
  route(needed: Needed, passedOn: boolean): Way | Promise<Way>
  readonly passOn: PassOn
  /** Whether this process may answer: its lease holds. */
  holds(): boolean
  /** How many are alive, this one included, as of the last renewal. */
  living(): number
  /** Proves to another replica that a call was passed on by one of them. */
  readonly secret: string
  /** Lease in milliseconds: after that time the worlds of a replica that does not answer are continued by another. */
  readonly lease: number
}
