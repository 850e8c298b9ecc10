import { isBodiless } from '../../spec/answers/documented.ts'
import { byteText } from '../../spec/document/derived.ts'
import { isJsonType } from '../../spec/negotiate.ts'
import type { Opened, Outcome, Outgoing } from '../exchange.ts'
import { bytesOf, headerText } from '../render.ts'
import { verdictHeader } from '../verdict.ts'

/** Renders an answer of a foreign document: nothing of the vendor, and of the sandbox only what begins with `X-Sandbox-`. */
export function renderForeign(
  { world, findings, fault }: Opened,
  { reply, bytes: rendered, streamed }: Outcome,
  httpDate: (at: number) => string,
  drifted = false,
): Outgoing {
  const headers: Record<string, string> = { Date: httpDate(fault?.clock ?? world.clock.now()) }
  const bytes = isBodiless(reply.status) ? null : (rendered ?? bytesFor(reply))
  if (bytes !== null) headers['Content-Type'] = 'application/json'
  for (const name in reply.headers) headers[name] = headerText(reply.headers[name] as string)
  if (isBodiless(reply.status)) delete headers['Content-Type']
  const verdict = verdictHeader(findings)
  if (verdict !== undefined) headers['X-Sandbox-Verdict'] = verdict
  if (drifted) headers['X-Sandbox-Drift'] = 'true'
  if (fault) headers['X-Sandbox-Fault'] = fault.label
  return {
    status: reply.status,
    headers,
    bytes,
    ...(streamed ? { stream: streamed.stream } : {}),
    ...(fault?.wire ? { wire: fault.wire, fault: fault.label } : {}),
  }
}

/** A text is sent as JSON where the answer is JSON. */
function bytesFor(reply: Outcome['reply']): string | null {
  const { body, headers } = reply
  const isText = typeof body === 'string' && isJsonType(headers?.['Content-Type'] ?? 'application/json')
  return isText ? byteText(JSON.stringify(body)) : bytesOf(reply)
}
