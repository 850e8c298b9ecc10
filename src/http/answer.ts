import { authenticate } from '../auth/authenticate.ts'
import { readCredential } from '../auth/credential.ts'
import { readWish, type Wish } from '../scenario/forced.ts'
import type { Behaviour, Scene } from '../services/scene.ts'
import { type Call, isReply, type Reply } from '../spec/call.ts'
import type { Finding } from '../spec/finding.ts'
import type { Input, Operation } from '../spec/operation.ts'
import { VendorError } from '../spec/vendor-error.ts'
import type { Caller } from '../world/caller.ts'
import { hashHex } from '../world/chance.ts'
import type { World } from '../world/world.ts'
import { answerControl } from './control/answer-control.ts'
import { bodyText, type Exchange, type Outgoing } from './exchange.ts'
import { generate } from './generate.ts'
import type { House } from './house.ts'
import { dispatch, problem } from './send.ts'
import { createThrottle } from './throttle.ts'

/** A wish that can be granted. */
type Possible = Exclude<Wish, { kind: 'impossible' }>

/**
 * Answers one call in the vendor's own order: whose operation, which world, who asks, is the request well formed, is it
 * meant to fail, what happens, does the reply keep its word. The order shows from outside (a bad token on a bad body is an
 * authentication error), so it lives here and nowhere else.
 */
export function createAnswer(house: House): (call: Call) => Outgoing | Promise<Outgoing> {
  const throttle = createThrottle(house.wire)
  const strictness = { lenient: house.options.auth === 'lenient' }

  return (call) => {
    const route = house.specs.find(call)
    const operation = 'missing' in route ? house.specs.nowhere : route.value
    const values = 'missing' in route ? {} : route.path
    if (/^\/_sandbox(\/|$)/.test(call.path)) return answerControl(house, call, operation, values)

    const credential = readCredential(call)
    const chosen = house.worlds.of(call.headers['x-sandbox-world'], credential.id)
    if ('problem' in chosen) {
      const refused = problem(401, 'The world and the credential do not fit', chosen.problem.message, { code: chosen.problem.code })
      return writtenDown(house, openExchange(house, call, operation, house.worlds.open('default')), refused)
    }
    const { world } = chosen
    world.clock.runDue()
    const exchange = openExchange(house, call, operation, world)
    const { findings } = exchange
    try {
      if ('missing' in route) refuseUnknown(route, call, operation, findings)
      const caller = authenticate(operation, call, world, credential, { ...strictness, now: house.wire.now() }, findings)
      exchange.caller = caller
      throttle(operation, caller, world)
      const input = operation.read(call, values, findings, world.setting('bss.unsupportedPresence') === 'lenient')
      const wish = readWish(call, operation)
      if (wish?.kind === 'impossible') return writtenDown(house, exchange, impossible(operation, wish))
      const reply = decide(house, exchange, caller, input, wish)
      if (reply instanceof Promise) return reply.then((made) => finish(house, exchange, made))
      exchange.reply = reply
    } catch (error) {
      refuse(exchange, error)
    }
    return finish(house, exchange, exchange.reply)
  }
}

/** What is answered to a good request: what was wished for, else what happens, else what the spec shows, else something like it. */
function decide(house: House, exchange: Exchange, caller: Caller, input: Input, wish: Possible | undefined): Reply | Promise<Reply> {
  const { operation } = exchange
  if (wish?.kind === 'error') return force(exchange, wish.key)
  if (wish?.kind === 'example') return show(exchange, 'forced', wish) ?? generate(house, exchange, input)
  if (wish?.kind === 'dynamic') return generate(house, exchange, input)
  const behaviour = house.behaviours[operation.service]?.[operation.id]
  if (behaviour) return behave(exchange, behaviour, caller, input)
  return show(exchange, 'example') ?? generate(house, exchange, input)
}

function show(
  exchange: Exchange,
  origin: 'example' | 'forced',
  choice?: { readonly name?: string; readonly status?: number },
): Reply | undefined {
  const example = exchange.operation.example(choice)
  if (!example) return undefined
  exchange.origin = origin
  return { status: example.status, body: example.value, headers: example.headers }
}

/** A refusal of the sandbox's own. A tester looks for it in the journal like for any other. */
function writtenDown(house: House, exchange: Exchange, outgoing: Outgoing): Outgoing {
  exchange.reply = { status: outgoing.status, body: JSON.parse(bodyText(outgoing)) as unknown }
  house.journal.add(exchange, outgoing)
  return outgoing
}

function impossible(operation: Operation, { asked, documented }: Extract<Wish, { kind: 'impossible' }>): Outgoing {
  const title = `${operation.ref} cannot be made to answer "${asked}"`
  return problem(400, title, 'Only what the vendor documents for it can be forced.', { documented })
}

function openExchange(house: House, call: Call, operation: Operation, world: World): Exchange {
  // A read must give the same bytes whenever it is asked, so its id is made of the request and of what is true.
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
  return { call, operation, world, requestId, findings: [], began: house.wire.monotonic(), origin: 'refused', reply: { status: 500 } }
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
  // What a real refusal would quote. Times are the world's: they reach bytes that must come again.
  const quoted = { policy: 'forced', limit: 1, canonicalRequest: 'forced', expires_at: now, signature_time: now, server_time: now }
  return operation.fail(key, { ...quoted, protocol: 'https' })
}

function behave(exchange: Exchange, behaviour: Behaviour, caller: Caller, input: Input): Reply {
  const { operation, world, call } = exchange
  const scene: Scene = {
    // Typed by the spec from here on: `operation.read` has just held it against it.
    input: input as Scene['input'],
    caller,
    world,
    language: input.header['X-Language'] === 'en_US' ? 'en' : 'zh',
    host: call.host,
    fail: operation.fail,
    refuse(kind, pointer, expected, got) {
      const code = `request.${pointer.split('/')[1] ?? 'body'}.${kind}`
      const source = operation.source ? { source: operation.source } : {}
      exchange.findings.push({ code, level: 'error', pointer, expected, got, evidence: operation.evidence, ...source })
      return operation.fail(operation.errorFor(kind))
    },
  }
  const result: unknown = world.transaction(() => behaviour(scene))
  exchange.origin = 'behaviour'
  if (isReply(result)) return result
  return { status: operation.success, ...(result === undefined ? {} : { body: result }) }
}

/** A documented error becomes the reply; anything else is thrown on. */
export function refuse(exchange: Exchange, error: unknown): void {
  if (!(error instanceof VendorError)) throw error
  exchange.error = error.key
  const body = error.body(exchange.requestId)
  exchange.reply = {
    status: error.status,
    ...(body === undefined ? {} : { body: prefixed(exchange, error.key, body) }),
  }
}

/** The sources disagree on the gateway's prefix (APIGW in the signing guide, APIG in texts of BSS): a setting. */
function prefixed(exchange: Exchange, key: string, body: unknown): unknown {
  const prefix = String(exchange.world.setting('gateway.prefix'))
  if (!key.startsWith('APIGW.') || prefix === 'APIGW') return body
  return { ...(body as object), error_code: `${prefix}.${(key.split(':')[0] ?? '').slice('APIGW.'.length)}` }
}

/** Does the reply keep its word? Then it is rendered, written down and sent, once the world's log has what changed. */
function finish(house: House, exchange: Exchange, reply: Reply): Outgoing | Promise<Outgoing> {
  exchange.reply = reply
  const { checkAnswers, onDrift } = house.options
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
  const outgoing = dispatch(exchange, house.httpDate, drift.length > 0)
  house.journal.add(exchange, outgoing)
  return house.options.durable ? exchange.world.saved().then(() => outgoing) : outgoing
}
