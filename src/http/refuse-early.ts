import type { Call } from '../spec/call.ts'
import { WorldError } from '../world/engine/world-error.ts'
import type { Exchange, Outgoing } from './exchange.ts'
import { isOurs, type Refusal } from './guard.ts'
import type { RefusedRequest } from './read-request.ts'
import { sandboxProblem } from './sandbox-problem.ts'
import { answerRefusal, noRoom } from './sandbox-refusals.ts'
import { deliver } from './send.ts'
import type { ServerContext } from './server-context.ts'
import { refuse } from './vendor-refusal.ts'

const PLACES = { 'APIGW.0201:entity': '/body', 'APIGW.0201:uri': '/path', 'APIGW.0201:headers': '/header' } as const

/** Answers a request that was refused before it was read completely, as the gateway does. The caller is not determined, so the exchange is recorded in the default world. */
export function refuseRequest(server: ServerContext, { refused, call, expected, got }: RefusedRequest): Outgoing {
  const exchange = openOutside(server, call)
  const finding = { pointer: PLACES[refused], expected, got, source: 'SIGN/api-sign-errorcode' }
  exchange.findings.push({ code: 'request.size.refused', level: 'error', ...finding })
  try {
    server.specs.nowhere.fail(refused)
  } catch (error) {
    refuse(exchange, error)
  }
  return deliver(server, exchange)
}

/** Answers a call that the guard refused: the control API with its own problem, else with a problem that is recorded like any exchange. */
export function refuseCaller(server: ServerContext, call: Call, { key, detail, finding }: Refusal): Outgoing {
  if (isOurs(call.path)) return sandboxProblem(server, key, detail)
  return answerRefusal(server, openOutside(server, call), {
    status: 403,
    title: 'This is not a host name of this sandbox',
    detail,
    more: {},
    finding,
  })
}

/** Refuses a call that would use more memory when nearly all memory is used. */
export function turnFull(server: ServerContext, call: Call, why: string): Outgoing {
  if (isOurs(call.path)) return sandboxProblem(server, 'full', why, { code: 'world.full' })
  return answerRefusal(server, openOutside(server, call), noRoom(new WorldError('world.full', why)))
}

function openOutside(server: ServerContext, call: Call): Exchange {
  return {
    call,
    operation: server.specs.nowhere,
    world: server.worlds.open('default'),
    requestId: '0'.repeat(32),
    findings: [],
    began: server.systemClock.monotonic(),
    origin: 'refused',
    reply: { status: 500 },
  }
}
