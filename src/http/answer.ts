import { authenticate } from '../auth/authenticate.ts'
import { readCredential } from '../auth/credential.ts'
import { type ForcedReply, readForcedReply } from '../scenario/forced.ts'
import type { Behaviour, BehaviourContext } from '../services/behaviour.ts'
import { type Call, isReply, type Reply } from '../spec/call.ts'
import type { Finding } from '../spec/finding.ts'
import type { Input, Operation } from '../spec/operation.ts'
import { decodeQuery } from '../spec/request/query.ts'
import type { Caller } from '../world/caller.ts'
import { hashHex } from '../world/engine/chance.ts'
import { WorldError } from '../world/engine/world-error.ts'
import type { World } from '../world/world-api.ts'
import type { Exchange, Outgoing } from './exchange.ts'
import { callApi, isApiCall } from './gateway/call-api.ts'
import { generate } from './generate.ts'
import { answerRefusal, impossible, isNoRoom, mismatch, noRoom, unkept } from './sandbox-refusals.ts'
import { deliver } from './send.ts'
import type { ServerContext } from './server-context.ts'
import { createThrottle } from './throttle.ts'
import { refuse } from './vendor-refusal.ts'

/** A reply that the caller may force: the request named a documented error or example. */
type Possible = Exclude<ForcedReply, { kind: 'impossible' }>

/** Answers calls, both from clients over HTTP and from tests in this process. */
export type Answer = (call: Call) => Outgoing | Promise<Outgoing>

/** Answers calls below `/_sandbox`. */
export type ControlAnswer = (
  server: ServerContext,
  call: Call,
  operation: Operation,
  values: Readonly<Record<string, string>>,
) => Outgoing | Promise<Outgoing>

/**
 * Answers one call in the vendor's own order: operation, world, caller, check of the request, forced reply,
 * behaviour, check of the reply. The order can be observed from outside (a bad token on a bad body is an
 * authentication error), so it is defined here and nowhere else.
 */
export function createAnswer(server: ServerContext, answerControl: ControlAnswer): Answer {
  const throttle = createThrottle(server.systemClock)
  const strictness = { lenient: server.options.auth === 'lenient' }

  return (call) => {
    if (isApiCall(call.path)) return callApi(server, call, { open: openExchange, force, refuse })
    const route = server.specs.find(call)
    const operation = 'missing' in route ? server.specs.nowhere : route.value
    const values = 'missing' in route ? {} : route.path
    if (/^\/_sandbox(\/|$)/.test(call.path)) return answerControl(server, call, operation, values)

    const credential = readCredential(call, operation)
    const asked = worldAsked(call, operation)
    // The id of an OAuth client is public, so it proves nothing.
    const chosen = server.worlds.of(asked, credential.id, credential.kind !== 'client')
    if ('problem' in chosen) {
      const exchange = openExchange(server, call, operation, server.worlds.open('default'))
      return answerRefusal(server, exchange, mismatch(asked, chosen.problem))
    }
    const { world, born = false } = chosen
    world.clock.runDue()
    const exchange = openExchange(server, call, operation, world)
    const { findings } = exchange
    try {
      if ('missing' in route) refuseUnknown(route, call, operation, findings)
      const caller = authenticate(operation, call, world, credential, { ...strictness, now: server.systemClock.now() }, findings)
      exchange.caller = caller
      throttle(operation, caller, world)
      const input = operation.read(call, values, findings, world.setting('bss.unsupportedPresence') === 'lenient')
      const forced = readForcedReply(call, operation)
      if (forced?.kind === 'impossible') return answerRefusal(server, exchange, impossible(operation, forced))
      const reply = decide(server, exchange, caller, input, forced)
      if (reply instanceof Promise) return reply.then((made) => finish(server, exchange, made))
      exchange.reply = reply
    } catch (error) {
      // A caller who fails authentication does not leave a new world behind.
      if (born && !exchange.caller) server.worlds.drop(world.name)
      if (isNoRoom(error)) return answerRefusal(server, exchange, noRoom(error))
      refuse(exchange, error)
    }
    return finish(server, exchange, exchange.reply)
  }
}

/** The reply to a valid request: the forced reply, else the behaviour's, else the spec's example, else a generated value. */
function decide(
  server: ServerContext,
  exchange: Exchange,
  caller: Caller,
  input: Input,
  forced: Possible | undefined,
): Reply | Promise<Reply> {
  const { operation } = exchange
  if (forced?.kind === 'error') return force(exchange, forced.key)
  if (forced?.kind === 'example') return show(exchange, 'forced', forced) ?? generate(server, exchange, input)
  if (forced?.kind === 'dynamic') return generate(server, exchange, input)
  const behaviour = server.behaviours[operation.service]?.[operation.id]
  if (behaviour) return behave(exchange, behaviour, caller, input)
  return show(exchange, 'example') ?? generate(server, exchange, input)
}

function show(
  exchange: Exchange,
  origin: 'example' | 'forced',
  choice?: { readonly name?: string; readonly status?: number },
): Reply | undefined {
  const example = exchange.operation.example({ ...choice, accept: exchange.call.headers.accept })
  if (!example) return undefined
  exchange.origin = origin
  return { status: example.status, body: example.value, headers: example.headers }
}

/** The world named by the header; a browser cannot send that header and names the world in the address of the login. */
function worldAsked(call: Call, operation: Operation): string | undefined {
  const header = call.headers['x-sandbox-world']
  if (header !== undefined || operation.service !== 'identity') return header
  return decodeQuery(call.query).items.find(({ name }) => name === 'sandbox_world')?.value
}

function openExchange(server: ServerContext, call: Call, operation: Operation, world: World): Exchange {
  // A repeated read must give the same bytes, so its id is derived from the request and the state of the world.
  const body = call.body.length === 0 ? '' : `${call.body.length} ${new TextDecoder('latin1').decode(call.body.subarray(0, 4096))}`
  const requestId = hashHex(
    32,
    world.seed,
    world.name,
    String(world.clock.now()),
    String(world.facts.count),
    call.method,
    call.path,
    call.query,
    body,
  )
  return {
    call,
    operation,
    world,
    requestId,
    findings: [],
    began: server.systemClock.monotonic(),
    origin: 'refused',
    reply: { status: 500 },
  }
}

function refuseUnknown(
  found: { missing: 'path' | 'method'; methods: readonly string[] },
  call: Call,
  operation: Operation,
  findings: Finding[],
): never {
  findings.push({
    code: `request.${found.missing}.unknown`,
    level: 'error',
    pointer: `/${found.missing}`,
    expected: found.missing === 'method' ? found.methods.join(' or ') : 'a documented path',
    got: found.missing === 'method' ? call.method : call.path.slice(0, 120),
    hint: 'GET /_sandbox/operations lists what is served.',
  })
  return operation.fail(operation.gatewayErrors.has(`APIGW.0101:${found.missing}`) ? `APIGW.0101:${found.missing}` : 'APIGW.0101')
}

function force(exchange: Exchange, key: string): never {
  exchange.origin = 'forced'
  const { operation, world } = exchange
  const now = world.clock.iso()
  // What a real refusal would quote. Times are world time, so that the same call gives the same bytes.
  const quoted = { policy: 'forced', limit: 1, canonicalRequest: 'forced', expires_at: now, signature_time: now, server_time: now }
  return operation.fail(key, { ...quoted, protocol: 'https' })
}

function behave(exchange: Exchange, behaviour: Behaviour, caller: Caller, input: Input): Reply {
  const { operation, world, call } = exchange
  const context: BehaviourContext = {
    // Typed by the spec from here on: `operation.read` has just checked it.
    input: input as BehaviourContext['input'],
    caller,
    world,
    language: input.header['X-Language'] === 'en_US' ? 'en' : 'zh',
    host: call.host,
    example: (name) => operation.example({ name })?.value,
    fail: operation.fail,
    refuse(kind, pointer, expected, got, key) {
      const code = `request.${pointer.split('/')[1] ?? 'body'}.${kind}`
      const source = operation.source ? { source: operation.source } : {}
      exchange.findings.push({ code, level: 'error', pointer, expected, got, evidence: operation.evidence, ...source })
      return operation.fail(key ?? operation.errorFor(kind))
    },
  }
  const result: unknown = world.transaction(() => behaviour(context))
  exchange.origin = 'behaviour'
  if (isReply(result)) return result
  return { status: operation.success, ...(result === undefined ? {} : { body: result }) }
}

/** Checks the reply against the spec, renders it, records it and sends it, once the world's log holds the changes. */
function finish(server: ServerContext, exchange: Exchange, reply: Reply): Outgoing | Promise<Outgoing> {
  exchange.reply = reply
  const { checkAnswers, onDrift } = server.options
  const check = checkAnswers === 'all' || (checkAnswers === 'errors' && reply.status >= 400)
  const drift = check ? exchange.operation.check(reply) : []
  if (drift.length > 0) {
    exchange.findings.push(...drift)
    if (onDrift === 'throw') {
      const [first] = drift
      throw new Error(
        `${exchange.operation.ref} replied outside its spec: ${first?.pointer} must be ${first?.expected}, was ${first?.got}.`,
      )
    }
  }
  const outgoing = deliver(server, exchange, drift.length > 0)
  if (!server.options.durable) return outgoing
  return exchange.world.saved().then(
    () => outgoing,
    (error) => {
      if (error instanceof WorldError) return answerRefusal(server, exchange, unkept(error))
      throw error
    },
  )
}
