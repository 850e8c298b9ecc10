import { standIn } from '../../auth/stand-in.ts'
import type { Call } from '../../spec/call.ts'
import type { Specs } from '../../spec/catalogue.ts'
import { bareType } from '../../spec/negotiate.ts'
import type { Input } from '../../spec/operation.ts'
import { type MissingRoute, rankOfPath } from '../../spec/routes.ts'
import { VendorError } from '../../spec/vendor-error.ts'
import type { Caller } from '../../world/caller.ts'
import { methodsAt } from '../cors.ts'
import { exchangeOf, type Outcome, type Received } from '../exchange.ts'
import { interruptCall } from '../interrupt-call.ts'
import { refuseCall } from '../refuse-call.ts'
import { SandboxRefused } from '../sandbox-refusals.ts'
import type { ServerContext } from '../server-context.ts'
import type { Stages } from '../stages.ts'
import { requireCredentials } from './credentials.ts'
import { documentedAnswer } from './documented-answer.ts'
import { type ForeignCall, type MatchedCall, openForeign } from './foreign-call.ts'
import { repliesOf } from './foreign-replies.ts'
import { refusalAnswer } from './refusal-answer.ts'
import { ForeignRefused } from './refused.ts'
import { rememberedAnswer } from './remembered-answer.ts'
import { renderForeign } from './render-foreign.ts'
import { wishedAnswer } from './wishes.ts'

/**
 * How foreign documents answer: as they say, and where they say nothing with problems. With only such documents every path that no other
 * surface serves is theirs, else the paths that they know.
 */
export function createForeignStages(server: ServerContext): Stages<ForeignCall, Outcome | undefined> {
  const { specs, systemClock, options } = server
  const lenient = options.auth === 'lenient'
  const act = (opened: ForeignCall, input: Input): Outcome | Promise<Outcome> => {
    const usual = () => usualAnswer(opened)
    const outcome = (server.stateful && rememberedAnswer(server.stateful, opened, input, usual)) ?? usual()
    return opened.operation.doc.callbacks ? withCallbacks(server, opened, input, outcome) : outcome
  }

  // A call is looked up to see whose it is, and matched at once after that.
  let last: { readonly call: Call; readonly route: ReturnType<typeof specs.find> } | undefined
  const routeOf = (call: Call) => {
    if (last?.call !== call) last = { call, route: specs.find(call) }
    return last.route
  }

  return {
    serves(call) {
      last = undefined
      const route = routeOf(call)
      if ('missing' in route) return route.foreign ?? specs.foreignOnly
      return route.value.foreign !== undefined
    },

    match(call): MatchedCall {
      const route = routeOf(call)
      last = undefined
      const found = call.method === 'HEAD' ? headRoute(specs, call, route) : route
      const began = systemClock.monotonic()
      if ('missing' in found) return { call, operation: specs.nowhere, values: {}, findings: [], began, missing: route as MissingRoute }
      return { call, operation: found.value, values: found.path, findings: [], began, missing: undefined }
    },

    open: (received: Received) => openForeign(server, received),

    /** What is answered without an operation. */
    locate(opened) {
      if (opened.mismatch) throw new SandboxRefused(opened.mismatch)
      const { call, missing } = opened
      if (!missing) return undefined
      if (missing.missing === 'method' && call.method === 'OPTIONS') return optionsAnswer(allowed(server, call))
      return refuseUnknown(server, opened, missing)
    },

    identify({ call, operation, findings, world, missing }) {
      if (!missing && !lenient) requireCredentials(call, operation, findings)
      return standIn(world)
    },

    limit: () => {},

    read({ operation, call, query, values, findings, missing }) {
      if (missing) return NOTHING
      return operation.read(query === call.query ? call : { ...call, query }, values, findings, false, options.strictQuery)
    },

    interrupt(opened, caller, input, target) {
      if (target) return target
      return (
        wishedAnswer(opened) ??
        interruptCall(
          server,
          opened,
          caller as Caller,
          input,
          { identify: () => undefined, act: () => act(opened, input) },
          repliesOf(server, opened),
        )
      )
    },

    act: (opened, _caller, input) => act(opened, input),

    refuse(opened, caller, thrown) {
      const origin = opened.fault ? 'scenario' : 'refused'
      if (thrown instanceof ForeignRefused) return refusalAnswer(opened, thrown.refusal, origin)
      if (thrown instanceof VendorError) return refusalAnswer(opened, refusalOf(thrown, opened), origin)
      return refuseCall(server, opened, caller, thrown)
    },

    // Nobody's mistake, but a document whose schemas are hard to fill: it is never a reason not to answer.
    check({ operation, findings }, { origin, reply, drift }) {
      if (options.checkAnswers === 'off') return false
      const found = drift ?? (origin === 'behaviour' ? operation.check(reply) : [])
      findings.push(...found)
      return found.length > 0
    },

    render: (opened, outcome, drifted) => renderForeign(opened, outcome, server.httpDate, drifted),
    record: (opened, { caller }, outcome, outgoing) => server.journal.add(exchangeOf(opened, outcome, caller), outgoing),
    saved: ({ world }) => world.saved(),
  }
}

const NOTHING: Input = { path: {}, query: {}, header: {}, body: undefined }

/** The answer that the document describes for a call that nothing is wrong with. */
/** `HEAD` follows `GET`, also where a less specific path describes a `HEAD` of its own: `/pets/mine` before `/pets/{id}`. */
function headRoute(specs: Specs, call: Call, route: ReturnType<Specs['find']>): ReturnType<Specs['find']> {
  const get = specs.find({ ...call, method: 'GET' })
  if ('missing' in route || 'missing' in get) return 'missing' in route ? get : route
  return rankOfPath(get.value.path) < rankOfPath(route.value.path) ? get : route
}

function usualAnswer(opened: ForeignCall): Outcome | Promise<Outcome> {
  const success = opened.operation.foreign?.success
  if (success) return documentedAnswer(opened, success, { origin: 'example' })
  throw new ForeignRefused({
    status: 501,
    title: 'No answer can be sent',
    detail: `The document describes only ${Object.keys(opened.operation.doc.responses).join(', ')} for this operation.`,
    plain: true,
  })
}

/** An answer, once the callbacks that follow it are planned. */
async function withCallbacks(
  server: ServerContext,
  { world, operation, call, values, findings }: ForeignCall,
  input: Input,
  answer: Outcome | Promise<Outcome>,
): Promise<Outcome> {
  const outcome = await answer
  await server.callbacks.follow(world, { operation, call, input, values, findings, reply: outcome.reply })
  return outcome
}

/** The methods of a path, as `Allow` lists them. */
function allowed({ specs }: ServerContext, call: Call): readonly string[] {
  const methods = methodsAt(specs, call)
  return [...new Set([...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'])].sort()
}

const optionsAnswer = (methods: readonly string[]): Outcome => ({
  origin: 'refused',
  unspecified: true,
  reply: { status: 204, headers: { Allow: methods.join(', ') } },
})

function refuseUnknown(server: ServerContext, { call, findings }: ForeignCall, { missing }: MissingRoute): never {
  const methods = missing === 'method' ? allowed(server, call) : []
  const path = call.path.slice(0, 120)
  findings.push({
    code: `request.${missing}.unknown`,
    level: 'error',
    pointer: `/${missing}`,
    expected: missing === 'method' ? methods.join(' or ') : 'a documented path',
    got: missing === 'method' ? call.method : path,
    hint: 'GET /_sandbox/operations lists what is served.',
  })
  throw new ForeignRefused(
    missing === 'method'
      ? {
          status: 405,
          title: 'The path has no such method',
          detail: `${path} answers ${methods.join(', ')}, not ${call.method}.`,
          headers: { Allow: methods.join(', ') },
        }
      : {
          status: 404,
          title: 'There is no such path',
          detail: `No operation of the document has the path ${path}. GET /_sandbox/operations lists what is served.`,
        },
  )
}

/** What the caller is told about a request that was read and refused. */
function refusalOf({ status }: VendorError, { call, findings }: ForeignCall): ConstructorParameters<typeof ForeignRefused>[0] {
  if (status === 415) {
    const [about] = findings.filter(({ code }) => code.endsWith('.media'))
    const sent = bareType(call.headers['content-type'] ?? '') || 'none'
    return {
      status,
      title: 'The media type of the body is not documented',
      detail: `The body is of type ${sent}${about?.expected === undefined ? '' : `, and the document describes ${about.expected}`}.`,
    }
  }
  const unreadable = findings.some(({ code, level }) => level === 'error' && code.endsWith('.unparsable'))
  return { status, title: unreadable ? 'The request cannot be read' : 'The request does not match the document', detail: '' }
}
