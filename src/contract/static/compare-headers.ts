import { nearest } from '../../language/did-you-mean.ts'
import type { Specs } from '../../spec/catalogue.ts'
import type { Finding } from '../../spec/finding.ts'
import type { Operation } from '../../spec/operation.ts'
import type { Interaction } from '../read-pact.ts'
import { cited } from './place.ts'

/**
 * Reports headers that the real service does not know. Headers that control the sandbox are an error, because no other service reads
 * them. An unknown name is a warning, with the name that may be meant. For a foreign document, compare-bodies.ts reports unknown headers.
 */
export function* compareHeaders(specs: Specs, operation: Operation, { request }: Interaction, foreign: boolean): Generator<Finding> {
  if (operation.ours) return
  const documented = (operation.doc.parameters ?? []).filter((one) => one.in === 'header').map(({ name }) => name)
  const own = new Set(documented.map((name) => name.toLowerCase()))
  for (const [written, value] of Object.entries(request.headers)) {
    const name = written.toLowerCase()
    if (own.has(name) || name === 'x-sandbox-world') continue
    const controlsSandbox = name.startsWith('x-sandbox-') || (name === 'prefer' && /(^|[,;\s])(code|example|dynamic)\s*=/i.test(value))
    if (!controlsSandbox && (foreign || KNOWN.has(name))) continue
    const near = controlsSandbox ? undefined : nearest(written, [...documented, ...VENDOR])
    yield {
      code: controlsSandbox ? 'request.header.sandbox' : 'request.header.unknown',
      level: controlsSandbox ? 'error' : 'warning',
      pointer: `/header/${written}`,
      expected: controlsSandbox ? 'a request that the real service understands' : 'a documented header',
      got: controlsSandbox ? `${written}: ${value}` : written,
      ...cited(specs, operation, 'headers'),
      hint: controlsSandbox
        ? 'Only the sandbox reads it. Set the error up with a provider state: `{ force: … }` in a file for --states.'
        : near === undefined
          ? 'The service ignores it, or refuses the call.'
          : `Did you mean "${near}"?`,
    }
  }
}

/** Headers of HTTP itself, and of proxies between a client and a service. */
const STANDARD = [
  ...['accept', 'accept-charset', 'accept-encoding', 'accept-language', 'authorization', 'baggage', 'cache-control', 'connection'],
  ...['content-length', 'content-md5', 'content-type', 'cookie', 'date', 'dnt', 'expect', 'forwarded', 'From', 'host', 'idempotency-key'],
  ...['if-match', 'if-modified-since', 'if-none-match', 'if-range', 'if-unmodified-since', 'keep-alive', 'max-forwards', 'origin'],
  ...['pragma', 'prefer', 'priority', 'proxy-authorization', 'range', 'referer', 'te', 'traceparent', 'tracestate', 'trailer'],
  ...['transfer-encoding', 'upgrade', 'user-agent', 'via', 'warning', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto'],
  ...['x-correlation-id', 'x-request-id', 'x-requested-with'],
]

/** Headers of the vendor's gateway and SDKs, allowed whatever the operation documents. */
const VENDOR = [
  ...['X-Auth-Token', 'X-Subject-Token', 'X-Sdk-Date', 'X-Sdk-Content-Sha256', 'X-Security-Token', 'X-Apig-AppCode', 'X-Apig-Mode'],
  ...['X-Domain-Id', 'X-Project-Id', 'X-Language', 'X-Stage', 'X-User-Agent', 'X-Client-Request-Id'],
]

const KNOWN = new Set([...STANDARD, ...VENDOR].map((name) => name.toLowerCase()))
