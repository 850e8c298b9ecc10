import type { Call } from '../spec/call.ts'
import { VendorError } from '../spec/vendor-error.ts'
import { WorldError } from '../world/engine/world-error.ts'
import type { Refusal } from './access/guard-api.ts'
import type { Opened, Outcome, Outgoing } from './exchange.ts'
import { problemBody, violationsIn } from './foreign/problems.ts'
import { renderForeign } from './foreign/render-foreign.ts'
import { isOurs } from './guard.ts'
import type { RefusedRequest } from './read-request.ts'
import { render } from './render.ts'
import { sandboxProblem } from './sandbox-problem.ts'
import { noRoom, refusedBySandbox } from './sandbox-refusals.ts'
import type { ServerContext } from './server-context.ts'
import { refusedByVendor } from './vendor/vendor-refusal.ts'

const PLACES = { 'APIGW.0201:entity': '/body', 'APIGW.0201:uri': '/path', 'APIGW.0201:headers': '/header' } as const

/** Answers a request that was refused before it was read completely, as the gateway does. */
export function refuseRequest(server: ServerContext, { refused, call, expected, got }: RefusedRequest): Outgoing {
  const opened = openUnread(server, call)
  const finding = { pointer: PLACES[refused], expected, got, source: 'SIGN/api-sign-errorcode' }
  opened.findings.push({ code: 'request.size.refused', level: 'error', ...finding })
  if (isForeign(server, call)) return recorded(server, opened, refusedAsForeign(opened, refused, expected, got))
  try {
    return server.specs.nowhere.fail(refused)
  } catch (error) {
    if (!(error instanceof VendorError)) throw error
    return recorded(server, opened, refusedByVendor(opened, error, 'refused'))
  }
}

/** Whether a foreign document decides how a call is answered. */
function isForeign({ specs }: ServerContext, call: Call): boolean {
  if (!specs.hasForeign || isOurs(call.path)) return false
  const route = specs.find(call)
  return 'missing' in route ? (route.foreign ?? specs.foreignOnly) : route.value.foreign !== undefined
}

const FOREIGN_STATUSES = { 'APIGW.0201:entity': 413, 'APIGW.0201:uri': 414, 'APIGW.0201:headers': 431 } as const

function refusedAsForeign({ findings }: Opened, refused: RefusedRequest['refused'], expected: string, got: string): Outcome {
  const status = FOREIGN_STATUSES[refused]
  const refusal = { status, title: 'The request is too large', detail: `The sandbox takes ${expected}, and the request has ${got}.` }
  const headers = { 'Content-Type': 'application/problem+json' }
  return { origin: 'refused', unspecified: true, reply: { status, headers, body: problemBody(refusal, violationsIn(findings)) } }
}

/** Answers a call that the guard refused: the control API with its own problem, else with a problem that is recorded like any exchange. */
export function refuseCaller(server: ServerContext, call: Call, { key, detail, finding, headers, more }: Refusal): Outgoing {
  if (isOurs(call.path)) {
    const refused = sandboxProblem(server, key, detail, more)
    return { ...refused, headers: { ...refused.headers, ...headers } }
  }
  const opened = openUnread(server, call)
  const refusal = { status: 403, title: 'This is not a host name of this sandbox', detail, more: {}, finding }
  return recorded(server, opened, refusedBySandbox(opened, refusal))
}

/** Refuses a call that would use more memory when nearly all memory is used. */
export function turnFull(server: ServerContext, call: Call, why: string): Outgoing {
  if (isOurs(call.path)) return sandboxProblem(server, 'full', why, { code: 'world.full' })
  const opened = openUnread(server, call)
  return recorded(server, opened, refusedBySandbox(opened, noRoom(new WorldError('world.full', why))))
}

/** Its caller is not known yet, so the exchange is recorded in the default world. */
function openUnread(server: ServerContext, call: Call): Opened {
  return {
    call,
    operation: server.specs.nowhere,
    values: {},
    world: server.worlds.open('default'),
    requestId: '0'.repeat(32),
    findings: [],
    began: server.systemClock.monotonic(),
  }
}

function recorded(server: ServerContext, opened: Opened, outcome: Outcome): Outgoing {
  const foreign = isForeign(server, opened.call)
  const outgoing = foreign ? renderForeign(opened, outcome, server.httpDate) : render(opened, outcome, server.httpDate)
  server.journal.add({ ...opened, ...outcome, caller: undefined }, outgoing)
  return outgoing
}
