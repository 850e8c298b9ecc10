import type { Call, Reply } from '../spec/call.ts'
import { fromByteText } from '../spec/document/derived.ts'
import type { Finding } from '../spec/finding.ts'
import type { Operation } from '../spec/operation.ts'
import type { Caller } from '../world/caller.ts'
import type { World } from '../world/world-api.ts'

/** Where an answer came from. Forced answers never count as naturally reached. */
export type Origin = 'behaviour' | 'example' | 'generated' | 'forced' | 'scenario' | 'refused' | 'control'

/** One call and its answer, while the call is being processed. */
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
  /** Key of the error that was answered, if any. */
  error?: string
  reply: Reply
}

/** An answer to send: status, headers and the body as UTF-8, one character for each byte. */
export interface Outgoing {
  readonly status: number
  readonly headers: Record<string, string>
  readonly bytes: string | null
  /** A body that is sent part by part after the head until either side ends it. Without a socket none of it is sent. */
  readonly stream?: Stream
}

/** Sends until stopped; `start` returns the function that stops it. */
export interface Stream {
  start(sink: Sink): () => void
}

/** The receiver of a stream: one reader, who may be slow. */
export interface Sink {
  /** False when the reader does not keep up: send nothing more until `onReady`. */
  send(part: string | Uint8Array): boolean
  onReady(ready: () => void): void
  end(): void
  /** Aborts it, so that the reader sees that something is missing. */
  breakOff(): void
}

/** The body of an answer as text. */
export function bodyText({ bytes }: Outgoing): string {
  return bytes === null ? '' : fromByteText(bytes)
}
