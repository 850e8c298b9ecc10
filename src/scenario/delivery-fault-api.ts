import type { World } from '../world/world-api.ts'

/**
 * How often and when a call to a seller is sent. `twice`: once more after its answer, signed anew. `again-identical`: once more, the same
 * bytes. `late`: after a delay in world time. `out-of-order`: after the next call to the same seller. `never`: not at all.
 */
export type Sending = 'twice' | 'again-identical' | 'late' | 'out-of-order' | 'never'

/**
 * How it is signed. `stale` and `future`: correctly, but with a timestamp ten minutes off. `reused-nonce`: correctly, with the nonce of the
 * call before.
 */
export type SigningFault = 'wrongly' | 'stale' | 'future' | 'reused-nonce' | 'with-another-key'

/** The members that a rule for calls to sellers has besides those of every rule: exactly one of these. */
export interface DeliveryRuleInput {
  /** How often and when it is sent; with `late`, `delay` is world time (default 10m). */
  readonly send?: Sending
  /** How it is signed. */
  readonly sign?: SigningFault
  /** Its answer is read at this rate: `100B/s`. */
  readonly slowReader?: string
  /** The connection is closed before the answer is read. */
  readonly abort?: boolean
  /** The body is UTF-16, but its header claims UTF-8. */
  readonly wrongEncoding?: boolean
}

/** How a rule changes one attempt of a call to a seller. Exactly one member is given; `delay` is allowed with `send: late` only. */
export interface DeliveryVerbs {
  readonly send?: Sending
  /** World time by which a late call is delayed. */
  readonly delay?: string
  readonly sign?: SigningFault
  /** The seller's answer is read at this many bytes per second. */
  readonly slowReader?: number
  /** The connection is closed before the answer is read. */
  readonly abort?: true
  /** The body is sent in UTF-16, although its header claims UTF-8. */
  readonly wrongEncoding?: true
}

/** The changes that a rule makes to one attempt. */
export interface DeliveryFault extends DeliveryVerbs {
  /** The name of the rule, or scenario and step: `F3`, `nervous-marketplace#2`. */
  readonly by: string
  /** As text: `send late`, `sign wrongly`. */
  readonly does: string
}

/** An attempt that is about to be made, as composed. */
export interface MetDelivery {
  readonly world: World
  readonly operation: { readonly ref: string }
  readonly query: Readonly<Record<string, string>>
  readonly body: unknown
  /** Whether the verbs can be applied to this attempt. */
  possible(verbs: DeliveryVerbs): boolean
}

/** Finds the changes that a rule makes to an attempt, and counts the attempt. */
export type MeetDelivery = (met: MetDelivery) => DeliveryFault | undefined
