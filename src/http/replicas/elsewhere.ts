import type { IncomingMessage } from 'node:http'
import { ELSEWHERE, PASSED_ON, type RawRequest, Unreached } from '../../replicas/pass-on.ts'
import type { Needed, Replicas } from '../../replicas/replicas-api.ts'
import type { Call } from '../../spec/call.ts'
import type { Outgoing } from '../exchange.ts'
import { bytesOf, problemReply } from '../render.ts'
import type { ServerContext } from '../server-context.ts'
import { neededBy } from './needed.ts'

/** Where the answer to a call comes from, when not from here. */
export type Elsewhere = { readonly passed: IncomingMessage } | { readonly answer: Outgoing }

/**
 * The answer of another replica to a call that needs a world of that one; undefined when this one answers.
 * A replica that has just gone is waited for: another takes its worlds when its lease has ended.
 */
export async function answerElsewhere(
  server: ServerContext,
  replicas: Replicas,
  call: Call,
  raw: RawRequest,
): Promise<Elsewhere | undefined> {
  const passedOn = call.headers[PASSED_ON] === replicas.secret
  delete (call.headers as Record<string, string | undefined>)[PASSED_ON]
  const needed: Needed = neededBy(server.specs, call)
  const { systemClock } = server
  const until = systemClock.monotonic() + 2 * replicas.lease
  for (;;) {
    const way = await replicas.route(needed, passedOn)
    if (way === 'here') return undefined
    if ('unavailable' in way) return { answer: unavailable(way.unavailable, way.retryAfter, passedOn) }
    try {
      const passed = await replicas.passOn(raw, way.to, replicas.lease)
      if (passed.headers[ELSEWHERE] === undefined) return { passed }
      passed.resume()
    } catch (error) {
      if (!(error instanceof Unreached)) return { answer: unavailable(lost(way.to, error), 1, passedOn) }
    }
    if (systemClock.monotonic() > until)
      return { answer: unavailable(`The replica at ${way.to} does not answer. Send the request again later.`, 1, passedOn) }
    await systemClock.wait(replicas.lease / 15)
  }
}

const lost = (to: string, error: unknown) =>
  `The replica at ${to} broke off: ${error instanceof Error ? error.message : String(error)} It may have done what was asked. Read before you send the request again.`

function unavailable(detail: string, retryAfter: number, passedOn: boolean): Outgoing {
  const reply = problemReply(503, 'The world is not available at this moment', detail, { code: 'state.elsewhere' })
  return {
    status: reply.status,
    headers: { ...reply.headers, 'Retry-After': String(retryAfter), ...(passedOn ? { [ELSEWHERE]: '1' } : {}) },
    bytes: bytesOf(reply),
  }
}
