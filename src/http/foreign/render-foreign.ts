import { isBodiless } from '../../spec/answers/documented.ts'
import { byteText } from '../../spec/document/derived.ts'
import { isJsonType } from '../../spec/negotiate.ts'
import type { Opened, Outcome, Outgoing } from '../exchange.ts'
import { addVerdict, bytesOf, headerText, outgoing } from '../render.ts'

/** Renders an answer of a foreign document: nothing of the vendor, and of the sandbox only what begins with `X-Sandbox-`. */
export function renderForeign(opened: Opened, outcome: Outcome, httpDate: (at: number) => string, drifted = false): Outgoing {
  const { world, fault } = opened
  const { reply } = outcome
  const headers: Record<string, string> = { Date: httpDate(fault?.clock ?? world.clock.now()) }
  const bytes = isBodiless(reply.status) ? null : (outcome.bytes ?? bytesFor(reply))
  if (bytes !== null) headers['Content-Type'] = 'application/json'
  for (const name in reply.headers) headers[name] = headerText(reply.headers[name] as string)
  if (isBodiless(reply.status)) delete headers['Content-Type']
  addVerdict(headers, opened, drifted)
  return outgoing(opened, outcome, headers, bytes)
}

/** A text is sent as JSON where the answer is JSON. */
function bytesFor(reply: Outcome['reply']): string | null {
  const { body, headers } = reply
  const isText = typeof body === 'string' && isJsonType(headers?.['Content-Type'] ?? 'application/json')
  return isText ? byteText(JSON.stringify(body)) : bytesOf(reply)
}
