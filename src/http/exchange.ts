import type { Call, Reply } from '../spec/call.ts'
import { fromByteText } from '../spec/document/derived.ts'
import type { Finding } from '../spec/finding.ts'
import type { Operation } from '../spec/operation.ts'
import type { Caller } from '../world/caller.ts'
import type { World } from '../world/world-api.ts'

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
  /** What goes on after the head, until somebody ends it. Without a socket nothing of it is sent. */
  readonly stream?: Stream
}

/** Goes on sending until stopped; `start` returns the way to stop. */
export interface Stream {
  start(sink: Sink): () => void
}

/** Where a stream goes: one reader, who may be slow. */
export interface Sink {
  /** False when the reader does not keep up: send nothing more until `onReady`. */
  send(part: string | Uint8Array): boolean
  onReady(ready: () => void): void
  end(): void
  /** Ends it so that the reader sees that something is missing. */
  breakOff(): void
}

/** The body of an answer as text. */
export function bodyText({ bytes }: Outgoing): string {
  return bytes === null ? '' : fromByteText(bytes)
}
