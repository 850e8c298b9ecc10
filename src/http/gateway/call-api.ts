import { authenticate } from '../../auth/authenticate.ts'
import { readCredential } from '../../auth/credential.ts'
import { isCalled } from '../../commerce/usage/app-codes.ts'
import { countUse, type Payer } from '../../commerce/usage/count-calls.ts'
import { readForcedReply } from '../../scenario/forced.ts'
import type { Call } from '../../spec/call.ts'
import type { Product } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import type { Exchange, Outgoing } from '../exchange.ts'
import { dispatch } from '../render.ts'
import { answerRefusal, impossible, mismatch } from '../sandbox-refusals.ts'
import { deliver } from '../send.ts'
import type { ServerContext } from '../server-context.ts'
import { admit } from './admit.ts'
import { exampleOf } from './example.ts'
import { forward } from './forward.ts'
import { createRelay } from './relay.ts'
import { createUsageReader, TOKEN, tokensOf, usageIn } from './tokens.ts'

/** Path below which buyers call API products: the product, then any path of the seller's backend. */
const GATEWAY = /^\/_sandbox\/gateway\/([^/]+)(\/.*)?$/

export const isApiCall = (path: string): boolean => GATEWAY.test(path)

/** Functions that open and refuse a call. */
export interface Surface {
  open(server: ServerContext, call: Call, operation: Exchange['operation'], world: World): Exchange
  force(exchange: Exchange, key: string): never
  refuse(exchange: Exchange, thrown: unknown): void
}

/**
 * Answers one call of an API product as the marketplace's gateway does: it finds the API, the owner of the AppCode and the payer, then calls the seller's
 * backend. A call counts once it is forwarded, whatever the result; for an Agents gateway the tokens that its answer reports count. The path is the sandbox's own: buyers of the marketplace call a
 * third-level domain of apistore.huaweicloud.com.
 */
export function callApi(server: ServerContext, call: Call, { open, force, refuse }: Surface): Outgoing | Promise<Outgoing> {
  const operation = server.specs.apiProducts
  const credential = readCredential(shownTo(call), operation)
  const asked = call.headers['x-sandbox-world']
  const chosen = server.worlds.of(asked, credential.id, true)
  if ('problem' in chosen)
    return answerRefusal(server, open(server, call, operation, server.worlds.open('default')), mismatch(asked, chosen.problem))
  const { world, born = false } = chosen
  world.clock.runDue()
  const exchange = open(server, call, operation, world)
  try {
    const [, name = '', path = ''] = GATEWAY.exec(call.path) ?? []
    const product = productAt(exchange, name)
    exchange.caller = authenticate(
      operation,
      call,
      world,
      credential,
      { lenient: server.options.auth === 'lenient', now: server.systemClock.now() },
      exchange.findings,
    )
    const forced = readForcedReply(call, operation)
    if (forced?.kind === 'error') force(exchange, forced.key)
    if (forced?.kind === 'impossible') return answerRefusal(server, exchange, impossible(operation, forced))
    const payer = admit(exchange, product, exchange.caller)
    if (payer && product.kind !== 'agents-gateway') world.transaction(() => countUse(world, payer, 10_000))
    if (product.backend === undefined) exampleOf(exchange, product, path)
    else return passOn(server, exchange, { product, path, payer }, refuse)
  } catch (error) {
    if (born && !exchange.caller) server.worlds.drop(world.name)
    refuse(exchange, error)
  }
  return finish(server, exchange)
}

/** An AppCode takes precedence: other credentials beside it are meant for the backend (inferred). */
function shownTo(call: Call): Call {
  const code = call.headers['x-apig-appcode']
  return code === undefined || code === '' ? call : { ...call, headers: { 'x-apig-appcode': code } }
}

interface Passed {
  readonly product: Product
  readonly path: string
  /** Sellers who try their own product do not pay. */
  readonly payer: Payer | undefined
}

/** Resolves when the backend has answered; for a streamed answer, when its head is there. */
function passOn(server: ServerContext, exchange: Exchange, { product, path, payer }: Passed, refuse: Surface['refuse']): Promise<Outgoing> {
  const { world, findings } = exchange
  const agents = product.kind === 'agents-gateway'
  const reader = createUsageReader()
  /** Answers of an Agents gateway must report their usage; error answers need not. */
  const charge = (told: ReturnType<typeof usageIn>, whole: boolean) => {
    if (!agents || (told === undefined && (!whole || exchange.reply.status >= 400))) return
    const read = tokensOf(told)
    if ('finding' in read) findings.push(read.finding)
    else if (payer && read.tokens > 0) world.transaction(() => countUse(world, payer, read.tokens * TOKEN))
  }
  return new Promise((resolve, reject) => {
    let outgoing: Outgoing
    const relay = createRelay({
      findings,
      head(stream) {
        outgoing = { ...dispatch(exchange, server.httpDate), bytes: null, stream }
        resolve(outgoing)
      },
      heard: reader.read,
      settle(text, whole) {
        charge(reader.end(), whole)
        exchange.reply = { ...exchange.reply, body: text }
        server.journal.add(exchange, outgoing)
        return server.options.durable ? world.saved() : undefined
      },
    })
    forward(server, exchange, product, path, relay)
      .then((bytes) => {
        if (bytes === undefined) return
        const text = String(exchange.reply.body ?? '')
        charge(usageIn(text), true)
        resolve(finish(server, exchange, bytes))
      })
      .catch((error) => {
        refuse(exchange, error)
        resolve(finish(server, exchange))
      })
      .catch(reject)
  })
}

/** @throws VendorError 404 APIGW.0101 for a product that is not sold, is not an API, or is called by another method */
function productAt({ call, operation, world, findings }: Exchange, name: string): Product {
  const product = world.products.get(name)
  const api = product?.packageOf === undefined ? product : (world.products.get(product.packageOf) ?? product)
  if (!api || !isCalled(api)) {
    findings.push({
      code: 'request.path.unknown',
      level: 'error',
      pointer: '/path',
      expected: 'the productId of an API product',
      got: name.slice(0, 80),
      hint: 'ShowOrder shows the address of what was bought, under resources.api.',
    })
    return operation.fail('APIGW.0101:path')
  }
  if (call.method === 'GET' || call.method === 'POST') return api
  findings.push({
    code: 'request.method.unknown',
    level: 'error',
    pointer: '/method',
    expected: 'GET or POST',
    got: call.method,
    source: 'UM/zh-cn_topic_0000002497990256',
    evidence: 'doc',
  })
  return operation.fail('APIGW.0101:method')
}

/** Records and sends the answer, once the world's log holds what was counted. `bytes`: the backend's answer as received. */
function finish(server: ServerContext, exchange: Exchange, bytes?: string): Outgoing | Promise<Outgoing> {
  const made = deliver(server, exchange)
  const outgoing = bytes === undefined ? made : { ...made, bytes }
  return server.options.durable ? exchange.world.saved().then(() => outgoing) : outgoing
}
