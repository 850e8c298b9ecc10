import type { Json } from '../world/engine/json.ts'
import type { Delivery } from '../world/entities/entities.ts'
import type { World } from '../world/world-api.ts'

/** What the control API asks of the marketplace's way out, which is a room of its own. */
export interface Sellers {
  readonly table: {
    readonly timetables: ReadonlyMap<string, SellerTimetable>
    readonly causes: readonly SellerCause[]
  }
  /** Throws `delivery.operation`, `delivery.target`, `delivery.address`, `delivery.key`. */
  trigger(world: World, operation: string, aim: SellerAim): Delivery
  /** Throws `delivery.unknown`, IllegalTransition. */
  restart(world: World, deliveryId: string): Delivery
  /** Calls the backend of a seller: this machine, and the hosts that may be called. */
  forward(request: ForwardedCall, how: Forwarding): Promise<BackendAnswer>
}

/** A call of a buyer as its seller's backend gets it. */
export interface ForwardedCall {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** With what the gateway shows itself to the backend (AK/SK认证). */
  readonly key?: { readonly id: string; readonly secret: string }
}

/** How it is handed on. Times are milliseconds of the machine, `instant` is the world's. */
export interface Forwarding {
  readonly timeout: number
  readonly instant: number
  /** Asked once the head of the answer is there: who takes its parts as they come, if somebody does. */
  readonly taker?: (head: BackendHead) => ((part: Uint8Array) => Promise<void> | undefined) | undefined
  /** Aborted: whoever takes the parts wants no more. */
  readonly left?: AbortSignal
}

/** The beginning of what a backend answers. */
export interface BackendHead {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
}

/** What the backend answered, or why nothing usable came. */
export interface BackendAnswer {
  readonly answer?: BackendHead & { readonly bytes: Uint8Array }
  readonly failure?: string
  readonly reason?: string
  readonly ms?: number
}

/** How often a call is tried; `@name` stands for a setting. */
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

/** One row of the table; what is not named here are conditions. */
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
