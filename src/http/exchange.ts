import type { FaultSource, WireFault } from '../scenario/scenario-api.ts'
import type { Call, Reply } from '../spec/call.ts'
import { fromByteText } from '../spec/document/derived.ts'
import type { Finding } from '../spec/finding.ts'
import type { Operation } from '../spec/operation.ts'
import type { Caller } from '../world/caller.ts'
import type { World } from '../world/world-api.ts'

/** Where an answer came from. Forced answers never count as naturally reached. */
export type Origin = 'behaviour' | 'example' | 'generated' | 'forced' | 'scenario' | 'refused' | 'control'

/** A call whose operation is known. */
export interface Received {
  readonly call: Call
  readonly operation: Operation
  /** Values of the path's parameters, as sent. */
  readonly values: Readonly<Record<string, string>>
  /** Every stage adds what it finds. */
  readonly findings: Finding[]
  /** Machine milliseconds (monotonic) when the call was received. */
  readonly began: number
}

/** A call whose world is known. */
export interface Opened extends Received {
  readonly world: World
  readonly requestId: string
  /** Set by the stage at which a rule changed the call. */
  fault?: FaultMark | undefined
}

/** How a rule changed a call. */
export interface FaultMark {
  readonly by: FaultSource
  /** The text of `X-Sandbox-Fault`. */
  readonly label: string
  readonly wire?: WireFault
  /** The service's clock as the caller sees it, epoch milliseconds, where a rule moved it. */
  readonly clock?: number
}

/** The result of a call: the reply, and where it came from. */
export interface Outcome {
  readonly origin: Origin
  readonly reply: Reply
  /** Key of the error that was answered, if any. */
  readonly error?: string | undefined
  /** The sandbox itself refused: no spec describes that answer. */
  readonly unspecified?: boolean
  /** How the answer differs from its document, where that was found before it was sent. */
  readonly drift?: readonly Finding[] | undefined
  /** The body exactly as a backend sent it, or as it was rendered before: one character for each byte; it is sent instead of a rendered one. */
  readonly bytes?: string | undefined
  /** A body that is sent part by part. */
  readonly streamed?: StreamedBody | undefined
}

/** A body that is sent part by part. */
export interface StreamedBody {
  readonly stream: Stream
  /** Takes the function that records the exchange. It is called with the body before its end is sent. Without it the exchange is not recorded. */
  readonly onEnd?: (record: (body: string) => Promise<unknown> | undefined) => void
}

/** One call and its answer. */
export interface Exchange extends Opened, Outcome {
  /** Unknown when the call was refused before its caller was identified. */
  readonly caller: Caller | undefined
}

/** The exchange of a call and its answer. Each member by name: made for every request, this is several times faster than spreading both. */
export function exchangeOf(opened: Opened, outcome: Outcome, caller: Caller | undefined): Exchange {
  const { call, operation, values, findings, began, world, requestId, fault } = opened
  const { origin, reply, error, unspecified, drift, bytes, streamed } = outcome
  return {
    call,
    operation,
    values,
    findings,
    began,
    world,
    requestId,
    fault,
    origin,
    reply,
    error,
    drift,
    bytes,
    streamed,
    caller,
    ...(unspecified ? { unspecified } : {}),
  }
}

/** An answer to send: status, headers and the body as UTF-8, one character for each byte. */
export interface Outgoing {
  readonly status: number
  readonly headers: Record<string, string>
  readonly bytes: string | null
  /** A body that is sent part by part after the head until either side ends it. Without a socket none of it is sent. */
  readonly stream?: Stream
  /** What happens to it on the connection. */
  readonly wire?: WireFault
  /** The rule that caused that. */
  readonly fault?: string
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
