import type { Call, Reply } from '../spec/call.ts'
import type { Finding } from '../spec/finding.ts'
import type { Operation } from '../spec/operation.ts'
import { fromByteText } from '../spec/settled.ts'
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
  /** Machine milliseconds (monotonic) when it was opened. */
  readonly began: number
  caller?: Caller
  origin: Origin
  /** Key of the error that was answered, when one was. */
  error?: string
  reply: Reply
}

/** What leaves the house: status, headers and the body as UTF-8, one character for each byte. */
export interface Outgoing {
  readonly status: number
  readonly headers: Record<string, string>
  readonly bytes: string | null
}

/** The body of an answer as text. */
export function bodyText({ bytes }: Outgoing): string {
  return bytes === null ? '' : fromByteText(bytes)
}
