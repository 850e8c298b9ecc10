import type { Call, Reply } from '../spec/call.ts'
import type { Finding } from '../spec/finding.ts'
import type { Input, Operation } from '../spec/operation.ts'
import type { Json } from '../world/engine/json.ts'
import type { SentCallback } from '../world/entities/entities.ts'
import type { WorkTable, World } from '../world/world-api.ts'

/** A call that a document announces. */
export interface DeclaredCallback {
  /** `pet-shop.createOrder.onPaid` for a callback, `pet-shop.newPet` for a webhook. */
  readonly name: string
  readonly kind: 'callback' | 'webhook'
  /** The operation whose request names the address; of a callback only. */
  readonly operation?: string
  /** How the address is found: `{$request.body#/callbackUrl}`; of a callback only. */
  readonly expression?: string
  readonly method: string
  readonly summary?: string
}

/** A call that was answered well. */
export interface Answered {
  readonly operation: Operation
  readonly call: Call
  readonly input: Input
  readonly values: Readonly<Record<string, string>>
  readonly reply: Reply
  readonly findings: Finding[]
}

/** What a call by hand contains instead of the example or the generated value. */
export interface ByHand {
  readonly url: string
  readonly body?: Json
  /** Members of the body with fixed values. */
  readonly set?: Readonly<Record<string, Json>>
}

/** The calls of foreign documents to their clients. */
export interface Callbacks {
  readonly declared: readonly DeclaredCallback[]
  /** Plans the callbacks of an operation. A callback whose address is not in the call is reported as a finding. */
  follow(world: World, answered: Answered): Promise<void> | undefined
  /**
   * Makes a call now; resolves with its answer.
   * @throws WorldError `callback.unknown`, `callback.address`
   */
  fire(world: World, name: string, byHand: ByHand): Promise<SentCallback>
  readonly work: Pick<WorkTable, 'callback.send'>
}
