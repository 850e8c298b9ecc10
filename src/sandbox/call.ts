import type { PrintedCredentials } from '../control/printed-credentials.ts'
import { bodyText, type Outgoing } from '../http/exchange.ts'
import { requestOf } from '../recipes/request.ts'
import type { Cut } from '../scenario/scenario-api.ts'
import type { Call } from '../spec/call.ts'
import type { Specs } from '../spec/catalogue.ts'
import type { Role } from '../world/entities/kinds-api.ts'

/** What a test passes to call an operation without writing HTTP. */
export interface CallInput {
  /** Values of the path's parameters. A project that is not given is the caller's own. */
  readonly path?: Readonly<Record<string, string | number>>
  readonly query?: Readonly<Record<string, string | number | readonly (string | number)[]>> | string
  readonly headers?: Readonly<Record<string, string>>
  /** A string is sent unchanged, anything else as JSON. */
  readonly body?: unknown
  /** The role whose token is sent. Default: the first role of the operation. `nobody` sends none. */
  readonly as?: Role | 'nobody'
  /** The world to call; default: `default`. */
  readonly world?: string
}

/** An answer for tests. Header names are in lower case. `body` is parsed JSON, `undefined` where there was none. */
export interface CallResult {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  // The outside comes in: what a test expects of a body is the test's business.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  readonly body: any
}

/**
 * A rule or a scenario cut the connection, or let it hang. Over HTTP the client would see a reset, an empty reply, half an answer or bytes
 * that are not HTTP, or wait for ever; in the process there is no connection, and this is thrown instead.
 */
export class AnswerLost extends Error {
  override readonly name = 'AnswerLost'
  readonly how: Cut | 'hang'
  /** As the header `X-Sandbox-Fault` tells it: `F1 cut`. */
  readonly fault: string

  constructor(operation: string, how: Cut | 'hang', fault: string) {
    super(`The answer of ${operation} was lost (${how}): the rule ${fault} wants it so.`)
    this.how = how
    this.fault = fault
  }
}

/** Calls operations through all stages of an answer, without a socket. */
export function createCaller(
  specs: Specs,
  answer: (call: Call) => Outgoing | Promise<Outgoing>,
  credentials: (role: Role, world: string) => PrintedCredentials | undefined,
) {
  return async (ref: string, input: CallInput = {}): Promise<CallResult> => {
    const operation = specs.operation(ref)
    const role = input.as ?? operation.roles?.[0] ?? 'buyer'
    const isFree = operation.auth.includes('none')
    // A caller with a key of a world opens that world, even for an operation that needs no key; the control API opens none.
    const known = role === 'nobody' || (operation.ours && isFree) ? undefined : credentials(role, input.world ?? 'default')
    const signed = isFree ? undefined : known
    refuseMissingPath(ref, operation.path, { project_id: signed?.project_id, ...input.path })
    const request = requestOf(operation, input, signed, input.world)
    const outgoing = await answer({ ...request, host: 'sandbox.local', body: new TextEncoder().encode(request.body) })
    const { cut, hang } = outgoing.wire ?? {}
    if (cut !== undefined || hang) throw new AnswerLost(ref, cut ?? 'hang', outgoing.fault ?? '')
    const body = outgoing.bytes === null ? undefined : parsed(bodyText(outgoing))
    const answered = Object.fromEntries(Object.entries(outgoing.headers).map(([name, value]) => [name.toLowerCase(), value]))
    return { status: outgoing.status, headers: answered, body }
  }
}

/** A path with an empty part would be that of another operation. */
function refuseMissingPath(ref: string, path: string, given: Readonly<Record<string, unknown>>): void {
  for (const [, name = ''] of path.matchAll(/\{([^/}]+)\}/g)) {
    if (given[name] === undefined) throw new TypeError(`${ref} needs a value for ${path}: pass { path: { ${name}: … } }.`)
  }
}

/** `fetch` without a socket; a path is completed with the address. */
export function createFetch(handle: (request: Request) => Response | Promise<Response>, address: string) {
  return async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    // Adapters pass requests of their own class.
    const isRequest = typeof input === 'object' && 'headers' in input
    const response = await handle(isRequest && init === undefined ? input : new Request(isRequest ? input : new URL(input, address), init))
    if (response.type === 'error') throw new TypeError('fetch failed: a rule cut the connection.')
    return response
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
