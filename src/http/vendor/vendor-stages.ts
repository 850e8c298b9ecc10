import { authenticate } from '../../auth/authenticate.ts'
import { readCredential } from '../../auth/credential.ts'
import { readForcedReply } from '../../scenario/forced.ts'
import type { Input } from '../../spec/operation.ts'
import { decodeQuery } from '../../spec/request/query.ts'
import type { Caller } from '../../world/caller.ts'
import { checkReply } from '../check-reply.ts'
import { exchangeOf, type Outcome, type Received } from '../exchange.ts'
import { interruptCall, skewOf } from '../interrupt-call.ts'
import { matchCall } from '../match-call.ts'
import { type OpenedCall, openCall } from '../open-call.ts'
import { refuseCall } from '../refuse-call.ts'
import { render } from '../render.ts'
import { impossible, SandboxRefused } from '../sandbox-refusals.ts'
import type { ServerContext } from '../server-context.ts'
import type { Stages } from '../stages.ts'
import { behave, exampleOf } from './behave.ts'
import { generate } from './generate.ts'
import { createThrottle } from './throttle.ts'
import { forcedError } from './vendor-refusal.ts'

/** How the vendor's services answer. Every path that no other surface serves is theirs. */
export function createVendorStages(server: ServerContext): Stages<OpenedCall, void> {
  const identify = (opened: OpenedCall): Caller => {
    const { operation, call, world, credential, findings } = opened
    return authenticate(operation, call, world, credential, { lenient, now: server.systemClock.now() + skewOf(server, opened) }, findings)
  }
  const act = (opened: OpenedCall, caller: Caller, input: Input): Outcome | Promise<Outcome> => {
    const { service, id } = opened.operation
    const behaviour = server.behaviours[service]?.[id]
    if (behaviour) return behave(server, opened, behaviour, caller, input)
    return exampleOf(opened, 'example') ?? generate(server, opened, input)
  }
  const throttle = createThrottle(server.systemClock)
  const lenient = server.options.auth === 'lenient'

  return {
    serves: () => true,

    match: (call) => matchCall(server, call),

    open(received) {
      const credential = readCredential(received.call, received.operation)
      // The id of an OAuth client is public, so it proves nothing.
      return openCall(server, received, credential, worldAsked(received), credential.kind !== 'client')
    },

    locate(opened) {
      if (opened.mismatch) throw new SandboxRefused(opened.mismatch)
      if (opened.operation === server.specs.nowhere) refuseUnknown(server, opened)
    },

    identify,

    limit: ({ operation, world }, caller) => throttle(operation, caller as Caller, world),

    read: ({ operation, call, values, findings, world }) =>
      operation.read(call, values, findings, world.setting('bss.unsupportedPresence') === 'lenient'),

    interrupt(opened, caller, input) {
      const forced = readForcedReply(opened.call, opened.operation)
      if (!forced)
        return interruptCall(server, opened, caller as Caller, input, {
          identify: () => identify(opened),
          act: () => act(opened, caller as Caller, input),
        })
      if (forced.kind === 'impossible') throw new SandboxRefused(impossible(opened.operation, forced))
      if (forced.kind === 'error') return forcedError(opened, forced.key, 'forced')
      if (forced.kind === 'dynamic') return generate(server, opened, input)
      return exampleOf(opened, 'forced', forced) ?? generate(server, opened, input)
    },

    act: (opened, caller, input) => act(opened, caller as Caller, input),

    refuse: (opened, caller, thrown) => refuseCall(server, opened, caller, thrown),
    check: (opened, outcome) => checkReply(server, opened, outcome),
    render: (opened, outcome, drifted) => render(opened, outcome, server.httpDate, drifted),
    record: (opened, { caller }, outcome, outgoing) => server.journal.add(exchangeOf(opened, outcome, caller), outgoing),
    saved: ({ world }) => world.saved(),
  }
}

/** The world named by the header; a browser cannot send that header and names the world in the address of the login. */
function worldAsked({ call, operation }: Received): string | undefined {
  const header = call.headers['x-sandbox-world']
  if (header !== undefined || operation.service !== 'identity') return header
  return decodeQuery(call.query).items.find(({ name }) => name === 'sandbox_world')?.value
}

function refuseUnknown({ specs }: ServerContext, { call, operation, findings }: Received): void {
  const route = specs.find(call)
  if (!('missing' in route)) return
  const { missing, methods } = route
  findings.push({
    code: `request.${missing}.unknown`,
    level: 'error',
    pointer: `/${missing}`,
    expected: missing === 'method' ? methods.join(' or ') : 'a documented path',
    got: missing === 'method' ? call.method : call.path.slice(0, 120),
    hint: 'GET /_sandbox/operations lists what is served.',
  })
  operation.fail(operation.gatewayErrors.has(`APIGW.0101:${missing}`) ? `APIGW.0101:${missing}` : 'APIGW.0101')
}
