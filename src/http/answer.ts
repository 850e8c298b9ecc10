import { authenticate } from '../auth/authenticate.ts'
import { readCredential } from '../auth/credential.ts'
import { readWish } from '../scenario/forced.ts'
import type { Scene } from '../services/scene.ts'
import { type Call, isReply, type Reply } from '../spec/call.ts'
import type { Finding } from '../spec/finding.ts'
import type { Input, Operation } from '../spec/operation.ts'
import { VendorError } from '../spec/vendor-error.ts'
import { hashHex } from '../world/chance.ts'
import type { World } from '../world/world.ts'
import { answerControl } from './control/answer-control.ts'
import type { Exchange, Outgoing } from './exchange.ts'
import { generate } from './generate.ts'
import type { House } from './house.ts'
import { dispatch, problem } from './send.ts'
import { createThrottle } from './throttle.ts'

/**
 * Answers one call in the vendor's own order: whose operation, which world, who asks, is the request well formed, is it
 * meant to fail, what happens, does the reply keep its word. The order shows from outside (a bad token on a bad body is an
 * authentication error), so it lives here and nowhere else.
 */
export function createAnswer(house: House): (call: Call) => Outgoing | Promise<Outgoing> {
  const throttle = createThrottle(house.wire)

  return (call) => {
    const found = house.specs.find(call)
    const operation = 'missing' in found ? house.specs.nowhere : found.value
    if (/^\/_sandbox(\/|$)/.test(call.path)) return answerControl(house, call, operation, 'missing' in found ? {} : found.path)

    const credential = readCredential(call)
    const chosen = house.worlds.of(call.headers['x-sandbox-world'], credential.id)
    if ('problem' in chosen)
      return problem(401, 'The world and the credential do not fit', chosen.problem.message, { code: chosen.problem.code })
    const world = chosen.world
    world.clock.runDue()
    const exchange = openExchange(house, call, operation, world)
    const { findings } = exchange
    try {
      if ('missing' in found) refuseUnknown(found, call, operation, findings)
      exchange.caller = authenticate(
        operation,
        call,
        world,
        credential,
        { lenient: house.options.auth === 'lenient', now: house.wire.now() },
        findings,
      )
      throttle(operation, exchange.caller, world)
      const input = operation.read(
        call,
        'path' in found ? found.path : {},
        findings,
        world.setting('bss.unsupportedPresence') === 'lenient',
      )
      const wish = readWish(call, operation)
      if (wish?.kind === 'impossible')
        return problem(
          400,
          `${operation.ref} cannot be made to answer "${wish.asked}"`,
          'Only what the vendor documents for it can be forced.',
          { documented: wish.documented },
        )
      if (wish?.kind === 'error') force(exchange, wish.key)
      const example = wish?.kind === 'example' ? operation.example(wish) : undefined
      if (example) exchange.origin = 'forced'
      else if (wish?.kind !== 'dynamic' && house.behaviours[operation.service]?.[operation.id]) behave(house, exchange, input)
      else {
        const documented = example ?? (wish?.kind === 'dynamic' ? undefined : operation.example())
        if (!documented) return generate(house, exchange, input).then((reply) => finish(house, exchange, reply))
        exchange.origin = 'example'
        exchange.reply = { status: documented.status, body: documented.value, headers: documented.headers }
      }
      if (example) exchange.reply = { status: example.status, body: example.value, headers: example.headers }
    } catch (error) {
      refuse(exchange, error)
    }
    return finish(house, exchange, exchange.reply)
  }
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

function behave(house: House, exchange: Exchange, input: Input): void {
  const { operation, world, caller, call } = exchange
  const behaviour = house.behaviours[operation.service]?.[operation.id]
  if (!behaviour || !caller) return
  const scene: Scene = {
    input: input as Scene['input'],
    caller,
    world,
    language: input.header['X-Language'] === 'en_US' ? 'en' : 'zh',
    host: call.host,
    fail: operation.fail,
    refuse(kind, pointer, expected, got) {
      const part = pointer.split('/')[1] ?? 'body'
      exchange.findings.push({
        code: `request.${part}.${kind}`,
        level: 'error',
        pointer,
        expected,
        got,
        evidence: operation.evidence,
        ...(operation.source ? { source: operation.source } : {}),
      })
      return operation.fail(operation.errorFor(kind))
    },
  }
  const result: unknown = world.transaction(() => behaviour(scene))
  exchange.origin = 'behaviour'
  exchange.reply = isReply(result) ? result : { status: operation.success, ...(result === undefined ? {} : { body: result }) }
}

/** A documented error becomes the reply; anything else is thrown on. */
export function refuse(exchange: Exchange, error: unknown): void {
  if (!(error instanceof VendorError)) throw error
  exchange.error = error.key
  const body = error.body(exchange.requestId)
  exchange.reply = {
    status: error.status,
    headers: error.headers,
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
  const outgoing = dispatch(exchange, drift.length > 0)
  house.journal.add(exchange, outgoing)
  return house.options.durable ? exchange.world.saved().then(() => outgoing) : outgoing
}
