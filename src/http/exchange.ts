import type { Call, Reply } from '../spec/call.ts'
import type { Finding } from '../spec/finding.ts'
import type { Operation } from '../spec/operation.ts'
import type { Caller } from '../world/caller.ts'
import type { World } from '../world/world.ts'

/** Where an answer came from. Forced ones never count as naturally reached. */
export type Origin = 'behaviour' | 'example' | 'generated' | 'forced' | 'scenario' | 'refused' | 'control'

/** One call and what was answered, while it is on its way. */
export interface Exchange {
  readonly call: Call
  readonly operation: Operation
  readonly world: World
  readonly requestId: string
  readonly findings: Finding[]
  caller?: Caller
  origin: Origin
  /** Key of the error that was answered, when one was. */
  error?: string
  reply: Reply
}

/** What leaves the house: status, headers and the bytes. */
export interface Outgoing {
  readonly status: number
  readonly headers: Record<string, string>
  readonly body: string | Uint8Array | null
}

/** The body of an answer as text. */
export function bodyText({ body }: Outgoing): string {
  return typeof body === 'string' ? body : body === null ? '' : new TextDecoder().decode(body)
}
