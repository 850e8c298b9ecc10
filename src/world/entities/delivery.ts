import type { Json } from '../engine/json.ts'
import type { InterfaceUse } from './kinds-api.ts'

/** The marketplace's calls to sellers, kept with everything that was sent and answered. The rules of `entities.ts` apply. */

/**
 * One call to a seller's production interface with all its attempts. `waiting`: for the next attempt. `calling`: an attempt is running.
 * `held`: until somebody restarts it (重新启动), or releases what was held by hand. `given-up`: no more attempts will follow.
 */
export interface Delivery {
  readonly id: string
  readonly operation: string // production.newInstance
  readonly status: 'waiting' | 'calling' | 'succeeded' | 'held' | 'given-up'
  readonly use: InterfaceUse
  readonly sellerId: string
  readonly addressId: string
  readonly timetable: string // of specs/production/deliveries.yaml
  readonly cause: string // the fact that caused it, or `hand`
  readonly orderId?: string
  readonly orderLineId?: string
  readonly resourceId?: string
  readonly licenceId?: string
  /** Further input for the body: scene, status, members set by an operator. */
  readonly about?: Readonly<Record<string, Json>>
  /** What the seller's last successful answer says about the instance or licence, with credentials decrypted. */
  readonly answer?: SellerAnswer
  /** Debugging calls carry a testFlag. */
  readonly debugging?: boolean
  /** Sends the call of another delivery again. Nothing in the world changes by its answer. */
  readonly resends?: Resending
  readonly createdAt: number
  readonly firstAt?: number // of the current round; a restart begins a new one
  readonly attempts: number
  /** The rule that postponed or repeated this call; its next attempt bears it. */
  readonly fault?: FaultNote
  /** Waits until another call to the same seller has gone out. */
  readonly heldBack?: boolean
  /** A person holds it. `nextAt` is when the attempt was due; after the release it is made then, or at once if that is past. */
  readonly heldByHand?: boolean
  /** The attempt that was running when the sandbox stopped or the world was forked. Its answer is unknown; the next attempt repeats it. */
  readonly repeats?: number
  readonly nextAt?: number
  readonly endedAt?: number
}

/** Which rule changed a call, and how: `F3` or `nervous-marketplace#2`, `sign wrongly`. */
export interface FaultNote {
  readonly by: string
  readonly does: string
}

/** Which attempt is sent again, and how. */
export interface Resending {
  readonly deliveryId: string
  readonly attempt: number
  /** Composed and signed anew; otherwise the same bytes with the same timestamp, nonce and signature. */
  readonly fresh?: boolean
  /** The resent call that goes out when this one has its answer: several arrive in their order. */
  readonly next?: string
}

/** The members of an answer that are used beyond its result code. */
export interface SellerAnswer {
  readonly instanceId?: string
  readonly frontEndUrl?: string
  readonly adminUrl?: string
  readonly userName?: string
  readonly password?: string
  readonly memo?: string
  readonly license?: string
}

/** One attempt of a delivery as it was sent. Secrets are masked; canonical texts are stored without the key they begin with. */
export interface Attempt {
  readonly id: string // delivery id + '-' + number
  readonly deliveryId: string
  readonly number: number
  /** The interrupted attempt that this one repeats. */
  readonly repeats?: number
  readonly at: number // world time
  readonly sentAt: number // system time; the same as in the signature, unless the call was sent again unchanged
  readonly businessId?: string
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** Encoding of the body as it went out, where that is not UTF-8. */
  readonly encoding?: 'utf-16'
  readonly canonical: string
  /** The rule or scenario that changed it. */
  readonly fault?: FaultNote
  /** The response. Its body is cut at 64 kB. */
  readonly answer?: {
    readonly status: number
    readonly headers: Readonly<Record<string, string>>
    readonly body: string
    readonly cut?: boolean
  }
  /** Why there is no usable response. */
  readonly failure?: CallFailure
  readonly ms: number // duration in system time
  readonly resultCode?: string
  readonly findings: readonly Readonly<Record<string, Json>>[]
  readonly passed: boolean
}

/**
 * Reasons why a call fails. `not-dialled`: the address timed out so often at this moment that it was not called. `aborted`, `not-sent`: a rule
 * closed the connection before the answer, or kept the call back.
 */
export type CallFailure =
  | 'timeout'
  | 'unreachable'
  | 'reset'
  | 'too-large'
  | 'broken'
  | 'redirect'
  | 'not-allowed'
  | 'not-dialled'
  | 'aborted'
  | 'not-sent'
