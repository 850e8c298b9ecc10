import type { Json } from '../world/engine/json.ts'
import type { Delivery } from '../world/entities/entities.ts'
import type { World } from '../world/world-api.ts'

/** What the control API needs of the room `marketplace`. */
export interface Sellers {
  readonly table: {
    readonly timetables: ReadonlyMap<string, SellerTimetable>
    readonly causes: readonly SellerCause[]
  }
  /** Throws `delivery.operation`, `delivery.target`, `delivery.address`, `delivery.key`. */
  trigger(world: World, operation: string, aim: SellerAim): Delivery
  /** Throws `delivery.unknown`, IllegalTransition. */
  restart(world: World, deliveryId: string): Delivery
  /** Calls the backend of a seller on this machine or an allowed host. */
  forward(request: ForwardedCall, how: Forwarding): Promise<BackendAnswer>
}

/** A call of a buyer as the seller's backend receives it. */
export interface ForwardedCall {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** The credential that the gateway sends to the backend (AK/SK认证). */
  readonly key?: { readonly id: string; readonly secret: string }
}

/** How it is forwarded. Times are machine milliseconds, `instant` is world time. */
export interface Forwarding {
  readonly timeout: number
  readonly instant: number
  /** Called when the head of the answer is there: returns a receiver for its parts, if they are to be passed on. */
  readonly taker?: (head: BackendHead) => ((part: Uint8Array) => Promise<void> | undefined) | undefined
  /** Aborted when the receiver of the parts wants no more. */
  readonly left?: AbortSignal
}

/** The beginning of what a backend answers. */
export interface BackendHead {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
}

/** The backend's answer, or why there is none. */
export interface BackendAnswer {
  readonly answer?: BackendHead & { readonly bytes: Uint8Array }
  readonly failure?: string
  readonly reason?: string
  readonly ms?: number
}

/** How often a call is tried; `@name` refers to a setting. */
export interface SellerTimetable {
  readonly name: string
  readonly every?: string
  readonly for?: string
  readonly times?: number
  readonly afterwards: 'cancel' | 'hold' | 'drop'
  readonly about?: string
  readonly evidence: string
  readonly source: readonly string[]
}

/** One row of the table; members not named here are conditions. */
export interface SellerCause {
  readonly on: string
  readonly each: 'order' | 'line' | 'resource' | 'licence' | 'application'
  readonly call: string
  readonly v1?: string
  readonly scene?: string
  readonly status?: string
  readonly timetable: string
  readonly v1Timetable?: string
  readonly onlineTimetable?: string
  readonly source: readonly string[]
}

/** What a call by hand is about. */
export interface SellerAim {
  readonly order?: string
  readonly resource?: string
  readonly licence?: string
  readonly product?: string
  readonly seller?: string
  readonly scene?: string
  readonly status?: string
  readonly set?: Readonly<Record<string, Json>>
  readonly debugging?: boolean
}
