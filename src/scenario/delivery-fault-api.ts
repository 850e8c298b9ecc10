import type { World } from '../world/world-api.ts'

/**
 * How often and when a call of a seller goes out. `twice`: once more behind its answer, signed anew. `again-identical`: once more, the same
 * bytes. `late`: after a delay of world time. `out-of-order`: behind the next call to the same seller. `never`: not at all.
 */
export type Sending = 'twice' | 'again-identical' | 'late' | 'out-of-order' | 'never'

/** How it is signed. `stale` and `future`: rightly, with a timestamp ten minutes off. `reused-nonce`: rightly, with the nonce of the call before. */
export type SigningFault = 'wrongly' | 'stale' | 'future' | 'reused-nonce' | 'with-another-key'

/** What a rule for calls of sellers says beside what every rule says: exactly one of these. */
export interface DeliveryRuleInput {
  /** How often and when it goes out; with `late`, `delay` is world time (default 10m). */
  readonly send?: Sending
  /** How it is signed. */
  readonly sign?: SigningFault
  /** Its answer is read at this rate: `100B/s`. */
  readonly slowReader?: string
  /** The connection is closed before the answer is read. */
  readonly abort?: boolean
  /** The body is UTF-16, the header says UTF-8. */
  readonly wrongEncoding?: boolean
}

/** What a rule does to one attempt of a call of a seller; exactly one member is given, `delay` beside `send: late` only. */
export interface DeliveryVerbs {
  readonly send?: Sending
  /** World time that a late call waits. */
  readonly delay?: string
  readonly sign?: SigningFault
  /** The seller's answer is read at so many bytes per second. */
  readonly slowReader?: number
  /** The connection is closed before the answer is read. */
  readonly abort?: true
  /** The body goes out in UTF-16, though its header says UTF-8. */
  readonly wrongEncoding?: true
}

/** What a rule makes of one attempt. */
export interface DeliveryFault extends DeliveryVerbs {
  /** The rule, or scenario and step: `F3`, `nervous-marketplace#2`. */
  readonly by: string
  /** In words: `send late`, `sign wrongly`. */
  readonly does: string
}

/** An attempt that is about to be made, as it was composed. */
export interface MetDelivery {
  readonly world: World
  readonly operation: { readonly ref: string }
  readonly query: Readonly<Record<string, string>>
  readonly body: unknown
  /** Whether the verbs can do here what they say. */
  possible(verbs: DeliveryVerbs): boolean
}

/** Finds what a rule makes of an attempt, and counts it. */
export type MeetDelivery = (met: MetDelivery) => DeliveryFault | undefined
