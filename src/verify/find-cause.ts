import { schemeOf } from '../marketplace/faults/signature-place.ts'
import type { OutgoingRequest } from '../marketplace/marketplace-api.ts'
import { authTokenVariants, productionVariants } from '../signing/tutor/index.ts'
import type { Finding } from '../spec/finding.ts'
import type { Operation } from '../spec/operation.ts'
import { type Called, call, operationOf } from './call.ts'
import type { Case, Member } from './case.ts'
import type { CaseContext } from './case-context.ts'
import { signedAgain, spoil } from './tamper.ts'

/** One way to send a right call wrongly, and what it says about a seller that accepts it. */
interface Variant {
  readonly says: string
  readonly change: (request: OutgoingRequest, key: string) => OutgoingRequest
}

/** So many variants are sent at most. */
const MOST = 80

/**
 * Why a seller refuses a right call: the call is sent again in ways that known mistakes make right, each time for another order, until
 * one is accepted. Undefined when none is, or when nobody answers in time.
 * @param set members of the call, names filled in
 */
export async function findCause(
  context: CaseContext,
  one: Case,
  set: Readonly<Record<string, Member | undefined>>,
): Promise<string | undefined> {
  const { operation } = operationOf(context, one)
  let variants: readonly Variant[] | undefined
  // What is accepted now as it is was refused for another reason.
  const again = await call(context, one, context.next(), otherOrder(set, MOST))
  if (again.failure !== undefined || isAccepted(one, again)) return undefined
  for (let i = 0; i < Math.min(MOST, variants?.length ?? MOST); i++) {
    let made: Variant | undefined
    const called: Called = await call(context, one, context.next(), otherOrder(set, i), {
      // What a variant signs depends on the request: the first one tells how many there are.
      change(request, key) {
        variants = variantsOf(operation, request, key)
        made = variants[i]
        return made ? made.change(request, key) : request
      },
    })
    if (made === undefined || called.failure !== undefined) return undefined
    if (isAccepted(one, called)) return made.says
  }
  return undefined
}

const isAccepted = ({ codes }: Case, { status, resultCode }: Called) =>
  status === 200 && resultCode !== undefined && codes.includes(resultCode)

/** Findings of a refused call, the cause told in place of the usual hint. */
export function withCause(findings: readonly Finding[], cause: string | undefined): readonly Finding[] {
  if (cause === undefined) return findings
  const hint = `The seller accepts the same call when it is made with this mistake: ${cause}`
  return findings.map((finding) => (isRefusal(finding) ? { ...finding, hint } : finding))
}

/** A refusal by result code, one of the seller's own included, or by status. */
const isRefusal = ({ code }: Pick<Finding, 'code'>) => /^answer\.(resultCode\.(failure|unknown)|status\.wrong)$/.test(code)

/** Whether a right call was refused: there is a cause to look for. */
export function isRefused({ codes, tamper, travels, body, after }: Case, findings: readonly Finding[]): boolean {
  const right = codes.includes('000000') && tamper === undefined && travels === undefined && body === undefined && after === undefined
  // Nothing is served at a wrong path, and a call that broke the seller says nothing about its signature.
  const refused = ({ code, got }: Finding) => (code === 'answer.status.wrong' ? /^4(?!04|05)\d\d$/.test(got ?? '') : isRefusal({ code }))
  return right && findings.some(refused)
}

/** A variant that is accepted opens something: each has an order of its own. */
function otherOrder(set: Readonly<Record<string, Member | undefined>>, i: number): Record<string, Member | undefined> {
  const order = set['orderId']
  if (typeof order !== 'string') return set
  const other = `${order}V${i}`
  return Object.fromEntries(
    Object.entries(set).map(([name, value]) => [name, typeof value === 'string' ? value.replaceAll(order, other) : value]),
  )
}

function variantsOf(operation: Operation, request: OutgoingRequest, key: string): readonly Variant[] {
  const scheme = schemeOf(operation)
  const url = new URL(request.url)
  switch (scheme) {
    case 'v1': {
      const signed = authTokenVariants([...url.searchParams], key)
      return [...signed.map(({ says, signature }) => inQuery(says, 'authToken', signature)), ...HEADERS]
    }
    case 'v2': {
      const stamp = { timestamp: url.searchParams.get('timestamp') ?? '', nonce: url.searchParams.get('nonce') ?? '' }
      const signed = productionVariants('hashed', request.body, stamp, key)
      return [
        ...IN_TIME.map(({ says, change }) => ({ says, change: (one: OutgoingRequest) => change(one, key) })),
        ...signed.map(({ says, signature }) => inQuery(says, 'signature', signature)),
        ...LOOKS.map(({ says, tamper }) => ({ says, change: (one: OutgoingRequest) => spoil(one, tamper, operation, key) })),
        ...HEADERS,
      ]
    }
    case 'kit': {
      const stamp = { timestamp: request.headers['x-timestamp'] ?? '', nonce: request.headers['x-nonce'] ?? '' }
      const signed = productionVariants('plain', request.body, stamp, key)
      return [...signed.map(({ says, signature }) => inHeader(says, 'x-sign', signature)), ...HEADERS]
    }
    default:
      return HEADERS
  }
}

/** The timestamp otherwise, rightly signed. */
const IN_TIME: readonly Variant[] = [
  {
    says: 'The timestamp was read as seconds; it comes in milliseconds, thirteen digits.',
    change: (request, key) => signedAgain(request, key, ({ timestamp, nonce }) => ({ timestamp: timestamp.slice(0, -3), nonce })),
  },
  {
    says: "The timestamp was compared with China's clock; it is UTC.",
    change: (request, key) =>
      signedAgain(request, key, ({ timestamp, nonce }) => ({ timestamp: `${Number(timestamp) + 8 * 3_600_000}`, nonce })),
  },
]

const LOOKS = [
  { says: 'The signature was compared with its case; examples show both, so compare without regard to it.', tamper: 'upper-case' },
  { says: 'A nonce of another length was expected: 16 characters; take any length.', tamper: 'nonce-of-16' },
  { says: 'A nonce of another length was expected: 64 characters; take any length.', tamper: 'nonce-of-64' },
] as const

const HEADERS: readonly Variant[] = [
  {
    says: 'Content-Type was expected as application/json alone; it comes with charset=utf8 or charset=utf-8.',
    change: (request) => ({ ...request, headers: { ...request.headers, 'content-type': 'application/json' } }),
  },
  {
    says: 'Content-Type was expected with charset=utf-8; it comes with charset=utf8, too.',
    change: (request) => ({ ...request, headers: { ...request.headers, 'content-type': 'application/json;charset=utf-8' } }),
  },
]

function inQuery(says: string, name: string, value: string): Variant {
  return {
    says,
    change: (request) => {
      const url = new URL(request.url)
      url.searchParams.set(name, value)
      return { ...request, url: url.toString() }
    },
  }
}

function inHeader(says: string, name: string, value: string): Variant {
  return { says, change: (request) => ({ ...request, headers: { ...request.headers, [name]: value } }) }
}
