import type { IncomingMessage } from 'node:http'
import type { Stay } from '../../replicas/owned.ts'
import { ELSEWHERE, PASSED_ON, type RawRequest, TO_ANYBODY, Unreached } from '../../replicas/pass-on.ts'
import type { Needed, PassedOn, Replicas } from '../../replicas/replicas-api.ts'
import type { Call } from '../../spec/call.ts'
import type { Outgoing } from '../exchange.ts'
import { bytesOf, problemReply } from '../render.ts'
import type { ServerContext } from '../server-context.ts'

/** Where the answer to a call comes from. */
export type Place = { readonly here: Stay } | { readonly passed: IncomingMessage } | { readonly answer: Outgoing }

/**
 * Finds who answers a call, and has it answered where that is another replica.
 * A replica that has just gone is waited for: another takes its worlds when its lease has ended.
 */
export async function placeFor(
  { systemClock }: Pick<ServerContext, 'systemClock'>,
  replicas: Replicas,
  needed: Needed,
  raw: RawRequest,
  passedOn: PassedOn,
): Promise<Place> {
  const until = systemClock.monotonic() + 2 * replicas.lease
  const avoid = new Set<string>()
  for (;;) {
    const way = await replicas.route(needed, passedOn, avoid)
    if ('here' in way) return way
    if ('unavailable' in way) {
      try {
        const passed = await askAnother(replicas, raw, way.instead ?? [])
        return passed ? { passed } : { answer: unavailable(way.unavailable, way.retryAfter, passedOn) }
      } catch (error) {
        return { answer: unavailable(lost((way.instead ?? []).join(', '), error), 1, passedOn) }
      }
    }
    const { to } = way
    if (replicas.misses(to)) {
      if (replicas.apart()) return { answer: unavailable(APART, 1, passedOn) }
      avoid.add(to)
      if (way.family !== undefined && replicas.cutOff(to)) await replicas.want(way.family)
    } else
      try {
        const lives = () => replicas.lives(to) && !replicas.misses(to)
        const passed = await replicas.passOn(raw, { to, lives, slow: () => replicas.unanswered(to, true) })
        if (passed.headers[ELSEWHERE] === undefined) return { passed }
        passed.resume()
        // It was to take a world that nobody owns, and cannot.
        if (way.family === undefined) avoid.add(to)
      } catch (error) {
        if (!(error instanceof Unreached)) return { answer: unavailable(lost(to, error), 1, passedOn) }
        avoid.add(to)
        replicas.unanswered(to, error.connected)
      }
    replicas.forget(needed)
    if (systemClock.monotonic() > until)
      return { answer: unavailable(`The replica at ${to} does not answer. Send the request again later.`, 1, passedOn) }
    await systemClock.wait(replicas.lease / 15)
  }
}

const APART = 'This replica cannot reach the others, which continue its worlds. Send the request again.'

/** How often, in fifteenths of a lease, it is looked whether a replica answers. */
const LOOKS = 150

/** Has a call answered by any replica that can, where this one cannot reach the database. */
async function askAnother(replicas: Replicas, raw: RawRequest, others: readonly string[]): Promise<IncomingMessage | undefined> {
  for (const to of others) {
    // Without the database nobody knows who lives: after some looks, the other one is thought to be gone.
    let looks = 0
    const passed = await replicas.passOn(raw, { to, anybody: true, lives: () => ++looks < LOOKS }).catch((error: unknown) => {
      if (error instanceof Unreached) return undefined
      throw error
    })
    if (passed && passed.headers[ELSEWHERE] === undefined) return passed
    passed?.resume()
  }
  return undefined
}

/** Whether another replica has passed a call on. */
export const isFromReplica = (secret: string, { headers }: Pick<Call, 'headers'>): boolean =>
  headers[PASSED_ON] === secret || headers[PASSED_ON] === secret + TO_ANYBODY

/** Reads, and takes away, what another replica added to a call. */
export function passedOnBy(secret: string, { headers, body }: Call): PassedOn {
  const own = headers as Record<string, string | undefined>
  const mark = own[PASSED_ON]
  delete own[PASSED_ON]
  if (mark !== secret && mark !== secret + TO_ANYBODY) return undefined
  delete own['expect']
  if (body.length === 0) delete own['transfer-encoding']
  return mark === secret ? 'to-owner' : 'to-anybody'
}

const lost = (to: string, error: unknown) =>
  `The replica at ${to} broke off: ${error instanceof Error ? error.message : String(error)} It may have done what was asked. Read before you send the request again.`

function unavailable(detail: string, retryAfter: number, passedOn: PassedOn): Outgoing {
  const reply = problemReply(503, 'The world is not available at this moment', detail, { code: 'state.elsewhere' })
  return {
    status: reply.status,
    headers: { ...reply.headers, 'Retry-After': String(retryAfter), ...(passedOn ? { [ELSEWHERE]: '1' } : {}) },
    bytes: bytesOf(reply),
  }
}
