import { isCalled } from '../commerce/usage/app-codes.ts'
import type { ConsoleContext } from '../console/console-behaviour.ts'
import { productOf } from '../console/subjects.ts'
import { backendCall, customerHeaders } from '../http/gateway/backend-call.ts'
import { comesInParts } from '../http/gateway/forward.ts'
import { createUsageReader, tokensOf, type UsageFinding, usageIn } from '../http/gateway/tokens.ts'
import type { ServerContext } from '../http/server-context.ts'
import type { CallOutcome } from '../marketplace/marketplace-api.ts'
import type { operations } from '../spec/generated/console.ts'
import { hashHex } from '../world/engine/chance.ts'
import type { ApiBackend, Product } from '../world/entities/entities.ts'

type Checking = ConsoleContext<operations['CheckApiBackend']>
interface Problem {
  readonly code: string
  readonly level: 'error' | 'warning'
  readonly expected: string
  readonly got: string
  readonly hint: string
}

/**
 * Calls the backend of a product as the gateway does and examines its answer. Returns a function that records the result in a transaction.
 */
export async function checkApiBackend({ world, input, fail }: Checking, server: ServerContext) {
  const { method = 'POST', path = '', body } = input.body ?? {}
  const product = productOf({ world, fail }, input.path.productId)
  const { id, name, kind, sellerId = '', backend } = product
  if (!isCalled(product)) return fail('not-an-api', `${name} (${id}) is ${kind}.`)
  if (!backend) return fail('no-backend', `${name} (${id}) has no backend. SetApiBackend names one.`)
  const seller = world.accounts.get(sellerId)
  const [below = '', query = ''] = path.split(/\?(.*)/s)
  const call = {
    method,
    path: below,
    query,
    headers: SENT,
    body: new TextEncoder().encode(body === undefined ? '{}' : JSON.stringify(body)),
  }
  const headers = {
    'X-Request-Id': hashHex(32, world.seed, world.name, id, `${world.facts.count}`),
    ...(seller ? customerHeaders(seller) : {}),
  }
  const reader = createUsageReader()
  let parts = 0
  const outcome = await server.sellers.callBackend(backendCall(backend, call, headers), {
    timeout: backend.timeout,
    instant: world.clock.now(),
    taker: (head) => {
      if (!comesInParts(head, backend)) return undefined
      return (part) => {
        parts++
        reader.read(part)
        return undefined
      }
    },
  })
  const { answer } = outcome
  const usage = parts > 0 ? reader.end() : answer && usageIn(new TextDecoder().decode(answer.bytes))
  const problems = problemsOf(product, backend, outcome, parts, usage)
  const read = tokensOf(usage)
  return () => {
    const [first] = problems
    world.emit({ type: 'product.backend-checked', productId: id, sellerId, reason: first?.code ?? 'passed' })
    return {
      product: id,
      reachable: answer !== undefined,
      passed: !problems.some(({ level }) => level === 'error'),
      ...(answer ? { status: answer.status } : {}),
      ...('tokens' in read && kind === 'agents-gateway' ? { tokens: read.tokens } : {}),
      ...(parts > 0 ? { parts } : {}),
      problems,
    }
  }
}

const SENT = { 'content-type': 'application/json', accept: '*/*' }

/** The problems that a buyer's call would meet, the most serious first. */
function problemsOf(
  { kind }: Product,
  backend: ApiBackend,
  { answer, failure, reason }: CallOutcome,
  parts: number,
  usage: ReturnType<typeof usageIn>,
): Problem[] {
  const { url, timeout, answers } = backend
  if (!answer || failure === 'too-large')
    return [
      {
        code: failure === 'timeout' ? 'gateway.backend.late' : 'gateway.backend.unreachable',
        level: 'error',
        expected: `an answer of ${url} within ${timeout} ms`,
        got: [failure, reason].filter((word) => word !== undefined).join(' ') || 'nothing',
        hint:
          failure === 'not-allowed'
            ? 'Start the sandbox with --allow-host HOST. Otherwise it calls this machine only.'
            : 'Start the backend, and look at its log.',
      },
    ]
  const { status } = answer
  if (status < 200 || status >= 300)
    return [
      {
        code: 'gateway.backend.refused',
        level: 'error',
        expected: 'status 2xx',
        got: `${status}`,
        hint:
          status === 401 || status === 403
            ? 'Set "appKey" and "appSecret", or the "headers" that the backend wants, with SetApiBackend.'
            : 'Send a "body" and a "path" that the backend takes.',
      },
    ]
  if (kind !== 'agents-gateway') return []
  const read = tokensOf(usage)
  const streamed = comesInParts(answer, backend)
  const type = answer.headers['content-type'] ?? 'no Content-Type'
  const total = usage?.total_tokens
  return [
    ...('finding' in read ? [{ ...pick(read.finding), level: 'error' as const }] : []),
    ...(answers === 'streamed' && !streamed ? [mode('whole', 'text/event-stream, as registered', type)] : []),
    ...(answers === 'whole' && streamed ? [mode('streamed', 'a whole answer, as registered', type)] : []),
    ...(streamed && parts === 1 ? [once] : []),
    ...('tokens' in read && typeof total === 'number' && total !== read.tokens ? [wrongTotal(read.tokens, total)] : []),
  ]
}

const pick = ({ code, expected, got, hint }: UsageFinding) => ({ code, expected, got, hint })

const mode = (what: string, expected: string, got: string): Problem => ({
  code: `gateway.backend.${what}`,
  level: 'error',
  expected,
  got,
  hint: 'Answer as registered, or set "answers" of the backend.',
})

const once: Problem = {
  code: 'gateway.backend.at-once',
  level: 'warning',
  expected: 'several parts, each sent when it is there',
  got: 'everything in one part',
  hint: 'Write each event out at once: no buffer, no compression in between.',
}

const wrongTotal = (sum: number, total: number): Problem => ({
  code: 'gateway.usage.total',
  level: 'warning',
  expected: `total_tokens ${sum}, the sum of both`,
  got: `${total}`,
  hint: 'The gateway charges what goes in and what comes out; buyers read the total.',
})
