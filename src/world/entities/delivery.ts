import type { Json } from '../engine/json.ts'
import type { InterfaceUse } from './koogallery.ts'

/** The marketplace's calls of sellers, kept with everything that was sent and answered. Rules of `entities.ts` apply. */

/**
 * One call of a seller's production interface with all its attempts. `waiting` for the next attempt, `calling` while one is under
 * way, `held` until somebody restarts it (重新启动), `given-up` when nothing will follow any more.
 */
export interface Delivery {
  readonly id: string
  readonly operation: string // production.newInstance
  readonly status: 'waiting' | 'calling' | 'succeeded' | 'held' | 'given-up'
  readonly use: InterfaceUse
  readonly sellerId: string
  readonly addressId: string
  readonly timetable: string // of specs/production/deliveries.yaml
  readonly cause: string // the fact that led to it, or `hand`
  readonly orderId?: string
  readonly orderLineId?: string
  readonly resourceId?: string
  readonly licenceId?: string
  /** What else the body needs: scene, status, members set by hand. */
  readonly about?: Readonly<Record<string, Json>>
  /** What the seller's last good answer says about the instance or licence, credentials decrypted. */
  readonly said?: SellerSaid
  /** Debugging traffic carries a testFlag. */
  readonly debugging?: boolean
  readonly createdAt: number
  readonly firstAt?: number // of the present round: a restart begins another
  readonly attempts: number
  /** The attempt that was under way when the sandbox stopped, or the world was forked: its answer is unknown, the next attempt repeats it. */
  readonly repeats?: number
  readonly nextAt?: number
  readonly endedAt?: number
}

/** The parts of an answer that matter beyond its result code. */
export interface SellerSaid {
  readonly instanceId?: string
  readonly frontEndUrl?: string
  readonly adminUrl?: string
  readonly userName?: string
  readonly password?: string
  readonly memo?: string
  readonly license?: string
}

/** One attempt of a delivery, as it went over the wire. Secrets are masked; canonical texts lose the key they begin with. */
export interface Attempt {
  readonly id: string // delivery id + '-' + number
  readonly deliveryId: string
  readonly number: number
  /** The attempt that this one repeats, because it was cut off. */
  readonly repeats?: number
  readonly at: number // world time
  readonly sentAt: number // machine time: what the signature says
  readonly businessId?: string
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly canonical: string
  /** What came back; the body is cut at 64 kB. */
  readonly answer?: {
    readonly status: number
    readonly headers: Readonly<Record<string, string>>
    readonly body: string
    readonly cut?: boolean
  }
  /** Why nothing usable came back. */
  readonly failure?: CallFailure
  readonly ms: number // machine time it took
  readonly resultCode?: string
  readonly findings: readonly Readonly<Record<string, Json>>[]
  readonly passed: boolean
}

/** How a call can come to nothing. `not-dialled` = the address timed out so often at this instant that it was left alone. */
export type CallFailure = 'timeout' | 'unreachable' | 'reset' | 'too-large' | 'broken' | 'redirect' | 'not-allowed' | 'not-dialled'
