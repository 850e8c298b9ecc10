import { authenticate } from '../../auth/authenticate.ts'
import { readCredential } from '../../auth/credential.ts'
import { isCalled } from '../../commerce/usage/app-codes.ts'
import { countUse } from '../../commerce/usage/count-calls.ts'
import { readForcedReply } from '../../scenario/forced.ts'
import type { Call } from '../../spec/call.ts'
import type { Caller } from '../../world/caller.ts'
import type { Product } from '../../world/entities/entities.ts'
import { exchangeOf, type Outcome } from '../exchange.ts'
import { interruptCall } from '../interrupt-call.ts'
import { type OpenedCall, openCall } from '../open-call.ts'
import { refuseCall } from '../refuse-call.ts'
import { render } from '../render.ts'
import { impossible, SandboxRefused } from '../sandbox-refusals.ts'
import type { ServerContext } from '../server-context.ts'
import type { Stages } from '../stages.ts'
import { forcedError } from '../vendor/vendor-refusal.ts'
import { admit } from './admit.ts'
import { exampleOf } from './example.ts'
import { passOn } from './pass-on.ts'

/** Path below which buyers call API products: the product, then any path of the seller's backend. */
const GATEWAY = /^\/_sandbox\/gateway\/([^/]+)(\/.*)?$/

const NOTHING = { path: {}, query: {}, header: {}, body: undefined }

/** The API that a call addresses, and the path below it. */
interface CalledApi {
  readonly product: Product
  readonly path: string
}

/**
 * How API products answer, as the marketplace's gateway does: it finds the API, the owner of the AppCode and the payer, then calls the seller's
 * backend. A call counts once it is forwarded, whatever the result; for an Agents gateway the tokens that its answer reports count. The path is the
 * sandbox's own: buyers of the marketplace call a third-level domain of apistore.huaweicloud.com.
 */
export function createApiProductStages(server: ServerContext): Stages<OpenedCall, CalledApi> {
  const lenient = server.options.auth === 'lenient'
  const identify = ({ operation, call, world, credential, findings }: OpenedCall): Caller =>
    authenticate(operation, call, world, credential, { lenient, now: server.systemClock.now() }, findings)
  const act = (opened: OpenedCall, caller: Caller | undefined, { product, path }: CalledApi): Outcome | Promise<Outcome> => {
    const payer = caller && admit(opened, product, caller)
    if (payer && product.kind !== 'agents-gateway') opened.world.transaction(() => countUse(opened.world, payer, 10_000))
    const { backend } = product
    if (backend === undefined) return exampleOf(opened, product, path)
    return passOn(server, opened, { backend, kind: product.kind, path, payer, caller })
  }

  return {
    serves: ({ path }) => GATEWAY.test(path),
    match: (call) => ({ call, operation: server.specs.apiProducts, values: {}, findings: [], began: server.systemClock.monotonic() }),

    open(received) {
      const { call, operation } = received
      return openCall(server, received, readCredential(shownTo(call), operation), call.headers['x-sandbox-world'], true)
    },

    locate(opened) {
      if (opened.mismatch) throw new SandboxRefused(opened.mismatch)
      const [, name = '', path = ''] = GATEWAY.exec(opened.call.path) ?? []
      return { product: productAt(opened, name), path }
    },

    identify,

    // No page mentions a limit.
    limit: () => {},
    // Only the seller's backend knows which requests are valid.
    read: () => NOTHING,

    // `Prefer` may be meant for the backend: only errors can be forced.
    interrupt(opened, caller, input, target) {
      const forced = readForcedReply(opened.call, opened.operation)
      if (forced?.kind === 'impossible') throw new SandboxRefused(impossible(opened.operation, forced))
      if (forced?.kind === 'error') return forcedError(opened, forced.key, 'forced')
      return interruptCall(server, opened, caller as Caller, input, {
        identify: () => identify(opened),
        act: () => act(opened, caller, target),
      })
    },

    act: (opened, caller, _input, target) => act(opened, caller, target),

    refuse: (opened, caller, thrown) => refuseCall(server, opened, caller, thrown),
    // Its answers are the seller's own.
    check: () => false,
    render: (opened, outcome) => render(opened, outcome, server.httpDate),
    record: (opened, { caller }, outcome, outgoing) => server.journal.add(exchangeOf(opened, outcome, caller), outgoing),
    saved: ({ world }) => world.saved(),
  }
}

/** An AppCode takes precedence: other credentials beside it are meant for the backend (inferred). */
function shownTo(call: Call): Call {
  const code = call.headers['x-apig-appcode']
  return code === undefined || code === '' ? call : { ...call, headers: { 'x-apig-appcode': code } }
}

/** @throws VendorError 404 APIGW.0101 for a product that is not sold, is not an API, or is called by another method */
function productAt({ call, operation, world, findings }: OpenedCall, name: string): Product {
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
