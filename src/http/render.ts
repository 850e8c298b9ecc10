import type { Reply } from '../spec/call.ts'
import { byteText, jsonBytes } from '../spec/document/derived.ts'
import { WorldError } from '../world/engine/world-error.ts'
import type { Opened, Outcome, Outgoing } from './exchange.ts'
import { verdictHeader } from './verdict.ts'

/** Renders an exchange's reply: JSON and its type where there is a body, the request id and the verdict always. */
export function render(opened: Opened, outcome: Outcome, httpDate: (at: number) => string, drifted = false): Outgoing {
  const { world, requestId, fault } = opened
  const { reply } = outcome
  const headers: Record<string, string> = { Date: httpDate(fault?.clock ?? world.clock.now()), 'X-Request-Id': requestId }
  const bytes = outcome.bytes ?? bytesOf(reply)
  if (bytes !== null) headers['Content-Type'] = 'application/json'
  addVerdict(headers, opened, drifted)
  for (const name in reply.headers) headers[name] = headerText(reply.headers[name] as string)
  return outgoing(opened, outcome, headers, bytes)
}

/** Adds what the sandbox says about a call and its answer. */
export function addVerdict(headers: Record<string, string>, { findings, fault }: Opened, drifted: boolean): void {
  const verdict = verdictHeader(findings)
  if (verdict !== undefined) headers['X-Sandbox-Verdict'] = verdict
  if (drifted) headers['X-Sandbox-Drift'] = 'true'
  if (fault) headers['X-Sandbox-Fault'] = fault.label
}

/** An answer as it goes out, with what a rule does to it on the connection. */
export function outgoing({ fault }: Opened, { reply, streamed }: Outcome, headers: Record<string, string>, bytes: string | null): Outgoing {
  return {
    status: reply.status,
    headers,
    bytes,
    ...(streamed ? { stream: streamed.stream } : {}),
    ...(fault?.wire ? { wire: fault.wire, fault: fault.label } : {}),
  }
}

/** Percent-encodes what a header cannot carry, as in an address: a line break sent by a caller does not end the header. */
export function headerText(text: string): string {
  if (PLAIN.test(text)) return text
  return text.replace(/\p{Surrogate}/gu, '\ufffd').replace(/[^ -~]/gu, encodeURIComponent)
}

/** What a header can carry as it is: nearly every value. */
const PLAIN = /^[ -~]*$/

/** The body of a reply as it goes out: one character for each byte, or nothing. */
export function bytesOf({ body }: Reply): string | null {
  return body === undefined ? null : typeof body === 'string' ? byteText(body) : jsonBytes(body)
}

/** An error of the sandbox itself, RFC 9457. */
export function problemReply(status: number, title: string, detail: string, more: Readonly<Record<string, unknown>> = {}): Reply {
  return { status, headers: { 'Content-Type': 'application/problem+json' }, body: { title, status, detail, ...more } }
}

/** The same, ready to be sent. */
function problem(status: number, title: string, detail: string, more: Readonly<Record<string, unknown>> = {}): Outgoing {
  const reply = problemReply(status, title, detail, more)
  return { status, headers: { ...reply.headers }, bytes: bytesOf(reply) }
}

/** A defect of the sandbox, not of the request: a 500 that says so. The stack goes to the log, never on the wire. */
export function failedByUs(error: unknown): Outgoing {
  // Planned work that a limit prevented is not a defect.
  const cause = error instanceof WorldError ? error.cause : undefined
  if (error instanceof WorldError && cause instanceof WorldError && cause.code === 'world.full')
    return problem(507, 'The world is full', error.message, { code: cause.code })
  return problem(
    500,
    'The sandbox failed',
    `${error instanceof Error ? error.message : String(error)} This is a defect of the sandbox, not of your request.`,
  )
}
