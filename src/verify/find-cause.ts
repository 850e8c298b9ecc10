import { schemeOf } from '../marketplace/faults/signature-place.ts'
import type { OutgoingRequest } from '../marketplace/marketplace-api.ts'
import type { ReportFinding } from '../report/report.ts'
import { authTokenVariants, productionVariants } from '../signing/tutor/index.ts'
import type { Finding } from '../spec/finding.ts'
import type { Operation } from '../spec/operation.ts'
import { type Called, call, operationOf } from './call.ts'
import type { Case, Member } from './case.ts'
import type { CaseContext } from './case-context.ts'
import { signedAgain, spoil } from './tamper.ts'

/** One way to send a correct call wrongly, and the mistake of a seller that accepts it. */
interface Variant {
  readonly says: string
  readonly change: (request: OutgoingRequest, key: string) => OutgoingRequest
}

/** The largest number of variants that are sent. */
const MOST = 160

/**
 * Finds out why a seller refuses a correct call: the call is sent again in ways that a seller with a known mistake would accept, each time
 * for another order, until one is accepted. Undefined when none is, or when the seller does not answer in time.
 * @param set members of the call, names filled in
 */
export async function findCause(
  context: CaseContext,
  one: Case,
  set: Readonly<Record<string, Member | undefined>>,
): Promise<string | undefined> {
  const { operation } = operationOf(context, one)
  let variants: readonly Variant[] | undefined
  // If the unchanged call is accepted now, it was refused for another reason.
  const again = await call(context, one, context.next(), otherOrder(set, MOST))
  if (again.failure !== undefined || isAccepted(one, again)) return undefined
  for (let i = 0; i < Math.min(MOST, variants?.length ?? MOST); i++) {
    let made: Variant | undefined
    const called: Called = await call(context, one, context.next(), otherOrder(set, i), {
      // Variants depend on the request, so their number is only known after the first call.
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

/** Findings of a refused call, with the cause instead of the usual hint. */
export function withCause(findings: readonly ReportFinding[], cause: string | undefined): readonly ReportFinding[] {
  if (cause === undefined) return findings
  const hint = hintOf(cause)
  return findings.map((finding) => (isRefusal(finding) ? { ...finding, hint } : finding))
}

/** What a finding about the refused call says. */
export const hintOf = (cause: string): string =>
  `The seller seems to make this mistake: ${cause} It accepts the same call when it is made that way.`

/** A refusal by status or result code, including codes that the vendor does not define. */
const isRefusal = ({ code }: Pick<Finding, 'code'>) => /^answer\.(resultCode\.(failure|unknown)|status\.wrong)$/.test(code)

/** Whether a correct call was refused, so that a cause should be searched for. */
export function isRefused({ codes, tamper, travels, body, after }: Case, findings: readonly Finding[]): boolean {
  const right = codes.includes('000000') && tamper === undefined && travels === undefined && body === undefined && after === undefined
  // Not for a wrong path, nor for a call that crashed the seller: neither is about the signature.
  const refused = ({ code, got }: Finding) => (code === 'answer.status.wrong' ? /^4(?!04|05)\d\d$/.test(got ?? '') : isRefusal({ code }))
  return right && findings.some(refused)
}

/** An accepted variant opens an instance, so each variant has its own order. */
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

/** Other timestamps, correctly signed. */
const IN_TIME: readonly Variant[] = [
  {
    says: 'The timestamp was read as seconds; it is in milliseconds, thirteen digits.',
    change: (request, key) => signedAgain(request, key, ({ timestamp, nonce }) => ({ timestamp: timestamp.slice(0, -3), nonce })),
  },
  {
    says: 'The timestamp was compared with a clock in seconds; it is in milliseconds, thirteen digits.',
    // Thirteen digits as well, for a seller that counts them.
    change: (request, key) =>
      signedAgain(request, key, ({ timestamp, nonce }) => ({ timestamp: timestamp.slice(0, -3).padStart(13, '0'), nonce })),
  },
  {
    says: "The timestamp was compared with China's clock; it is UTC.",
    change: (request, key) =>
      signedAgain(request, key, ({ timestamp, nonce }) => ({ timestamp: `${Number(timestamp) + 8 * 3_600_000}`, nonce })),
  },
]

const LOOKS = [
  { says: 'The signature was compared case-sensitively; examples have both cases, so compare case-insensitively.', tamper: 'upper-case' },
  { says: 'A nonce of 16 characters was expected; accept any length.', tamper: 'nonce-of-16' },
  { says: 'A nonce of 64 characters was expected; accept any length.', tamper: 'nonce-of-64' },
] as const

const HEADERS: readonly Variant[] = [
  {
    says: 'Content-Type application/json without charset was expected; it is sent with charset=utf8 or charset=utf-8.',
    change: (request) => ({ ...request, headers: { ...request.headers, 'content-type': 'application/json' } }),
  },
  {
    says: 'Content-Type with charset=utf-8 was expected; it is also sent with charset=utf8.',
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
