import type { Json } from '../world/engine/json.ts'
import type { CallFailure, ChargingMode, Delivery, Product, ProductKind } from '../world/entities/entities.ts'
import type { FactType } from '../world/entities/facts/facts.ts'
import type { World } from '../world/world-api.ts'

/** What the control API and the gateway ask of the marketplace. */
export interface SellerCalls {
  readonly table: DeliveryTable
  /**
   * Opens one call by hand (a trigger, a debugging page): its first attempt is due now. A bare name means the edition that the seller's
   * address speaks. Throws `delivery.operation`, `delivery.target`, `delivery.address`, `delivery.key`.
   */
  trigger(world: World, operation: string, target: ManualTarget): Delivery
  /** 重新启动: a held or given-up call begins its timetable anew. Throws `delivery.unknown`, IllegalTransition. */
  restart(world: World, deliveryId: string): Delivery
  /**
   * A waiting call is not made until it is released. The vendor has no such step. Throws `delivery.unknown`, `delivery.follows` for a call that goes
   * out after another one, IllegalTransition.
   */
  hold(world: World, deliveryId: string): Delivery
  /** A call that was held by hand goes on with its timetable. Throws `delivery.unknown`, `delivery.held`, IllegalTransition. */
  release(world: World, deliveryId: string): Delivery
  /** Sends calls again that were made before. Throws `delivery.unknown`, `delivery.never-sent`, `delivery.address`, `delivery.resend`. */
  resend(world: World, wish: ResendWish): ResentDeliveries
  /** Calls the backend of a seller for a buyer. Only this machine and allowed hosts are called. */
  callBackend(call: BackendCall, terms: CallTerms): Promise<CallOutcome>
}

/** Which calls are sent again by hand, and how. */
export interface ResendWish {
  /** Ids of deliveries, each of them sent at least once; its last attempt is sent again. */
  readonly deliveries: readonly string[]
  /** Compose and sign anew, as the marketplace does for every attempt of its own. Default: the same bytes. */
  readonly fresh?: boolean
  /** World time until the first one goes out: `30s`. Default: now. */
  readonly delay?: string
  /** How often all of them are sent. Default 1. */
  readonly times?: number
  /** Send them in random order. */
  readonly shuffle?: boolean
  /** The same seed gives the same order. Default: one that differs from call to call. */
  readonly seed?: string
}

/** What was planned, in the order of sending. */
export interface ResentDeliveries {
  /** What the random order was made from. */
  readonly seed?: string
  readonly deliveries: readonly Delivery[]
}

/** What a call made by hand is about; the first given member determines the others. */
export interface ManualTarget {
  readonly order?: string
  readonly resource?: string
  readonly licence?: string
  readonly product?: string
  readonly seller?: string
  /** Scene or status, as in the table of deliveries. */
  readonly scene?: string
  readonly status?: string
  /** Members of the body (parameters of the query) with fixed values. */
  readonly set?: Readonly<Record<string, Json>>
  /** Sends testFlag 1, as the debugging page does. */
  readonly debugging?: boolean
}

/** `specs/production/deliveries.yaml`, read. */
export interface DeliveryTable {
  readonly timetables: ReadonlyMap<string, Timetable>
  readonly causes: readonly Cause[]
}

/** How often a call is tried, and what comes after the last time (koogallery.md 1.3). */
export interface Timetable {
  readonly name: string
  /** A duration, or `@setting`. */
  readonly every?: string
  readonly for?: string
  readonly times?: number
  /** How long after the first attempt the order is void, where that is later than the last attempt. Until then a person can restart. */
  readonly ends?: string
  readonly afterwards: 'cancel' | 'hold' | 'drop'
  readonly about?: string
  readonly source: readonly string[]
  readonly evidence: string
}

/** One row of the table: this fact, of such orders or products, causes that call. */
export interface Cause {
  readonly on: FactType
  readonly of?: string
  readonly orders?: readonly string[]
  readonly kinds?: readonly ProductKind[]
  readonly charging?: readonly ChargingMode[]
  /** Not for products with this kind of delivery. */
  readonly except?: readonly Product['delivery'][]
  readonly unsubscribe?: number
  /** Of a renewal: whether it makes the instance another one. */
  readonly changes?: boolean
  /** For supervised deliveries: their current state. */
  readonly station?: string
  /** Waits until this call for the same order has succeeded, if there is one. */
  readonly after?: string
  readonly each: 'order' | 'line' | 'resource' | 'licence' | 'application'
  readonly call: string
  readonly v1?: string
  readonly timetable: string
  readonly v1Timetable?: string
  readonly onlineTimetable?: string
  readonly scene?: string
  readonly status?: string
  readonly about?: string
  readonly source: readonly string[]
}

/** A request as it goes over the wire. */
export interface OutgoingCall {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** Of the body, where that is not UTF-8. */
  readonly encoding?: 'utf-16'
}

/** The same, of a delivery. */
export interface OutgoingRequest extends OutgoingCall {
  readonly method: 'GET' | 'POST'
}

/** A call of a buyer for the seller's backend; with a key, the gateway authenticates itself to the backend (AK/SK认证). */
export interface BackendCall extends OutgoingCall {
  readonly key?: { readonly id: string; readonly secret: string }
}

/** How one call is made. */
export interface CallTerms {
  /** Milliseconds until the answer is complete; for a streamed answer, until its head, and between two parts. */
  readonly timeout: number
  /** World time: an address that often does not answer is not called again at the same moment. */
  readonly instant: number
  /** The attempt that the call is, for whoever writes it down. */
  readonly about?: { readonly world: string; readonly operation: string; readonly delivery: string; readonly attempt: number }
  /** Called when the head is there: returns a receiver for the parts, if they are to be streamed. Then none of them is kept, and there is no limit on their number. */
  readonly taker?: (head: AnswerHead) => PartTaker | undefined
  /** Aborted when the receiver of the parts wants no more. */
  readonly left?: AbortSignal
  /** The connection is closed when the answer begins, or after a second without one. */
  readonly abort?: true
  /** Bytes per second at which the answer is read. The time does not count towards the limit. */
  readonly readRate?: number
}

/** The next part is read when the promise resolves. */
export type PartTaker = (part: Uint8Array) => Promise<void> | undefined

/** The beginning of an answer: what is known before its body. */
export interface AnswerHead {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
}

/** The answer, or why there is none. `ms` is machine time. */
export interface CallOutcome {
  readonly ms: number
  readonly answer?: AnswerHead & {
    readonly bytes: Uint8Array
    /** The body as it went over the wire, where that was compressed and is known. */
    readonly packed?: Uint8Array
    /** Names of the headers as they were written, where that is known: `headers` has them in lower case. */
    readonly names?: readonly string[]
  }
  readonly failure?: CallFailure
  /** The network's error code: ECONNREFUSED … */
  readonly reason?: string
  /** The call was not made, or was cut off, because the sandbox stops: nobody knows what the seller did. */
  readonly stopped?: true
}
