import type { PrintedCredentials } from '../control/printed-credentials.ts'
import { bodyText, type Outgoing } from '../http/exchange.ts'
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

/** Calls operations through all stages of an answer, without a socket. */
export function createCaller(
  specs: Specs,
  answer: (call: Call) => Outgoing | Promise<Outgoing>,
  credentials: (role: Role, world: string) => PrintedCredentials | undefined,
) {
  return async (ref: string, input: CallInput = {}): Promise<CallResult> => {
    const operation = specs.operation(ref)
    const role = input.as ?? operation.roles?.[0] ?? 'buyer'
    const headers: Record<string, string> = {}
    const isFree = operation.auth.includes('none')
    // A caller with a key of a world opens that world, even for an operation that needs no key; the control API opens none.
    const known = role === 'nobody' || (operation.ours && isFree) ? undefined : credentials(role, input.world ?? 'default')
    const signed = isFree ? undefined : known
    if (signed) headers['x-auth-token'] = signed.token
    if (signed && operation.auth.includes('appcode') && !operation.auth.includes('token') && signed.appcode)
      headers['x-apig-appcode'] = signed.appcode
    if (input.world !== undefined) headers['x-sandbox-world'] = input.world
    const text = input.body === undefined ? '' : typeof input.body === 'string' ? input.body : JSON.stringify(input.body)
    if (text !== '') headers['content-type'] = Object.keys(operation.doc.requestBody?.content ?? {})[0] ?? 'application/json'
    for (const [name, value] of Object.entries(input.headers ?? {})) headers[name.toLowerCase()] = value
    const path = operation.path.replace(/\{([^/}]+)\}/g, (_, name: string) =>
      encodeURIComponent(String(input.path?.[name] ?? (name === 'project_id' ? (signed?.project_id ?? '') : ''))),
    )
    const outgoing = await answer({
      method: operation.method,
      path,
      query: typeof input.query === 'string' ? input.query : queryText(input.query ?? {}),
      host: 'sandbox.local',
      headers,
      body: new TextEncoder().encode(text),
    })
    const body = outgoing.bytes === null ? undefined : parsed(bodyText(outgoing))
    const answered = Object.fromEntries(Object.entries(outgoing.headers).map(([name, value]) => [name.toLowerCase(), value]))
    return { status: outgoing.status, headers: answered, body }
  }
}

function queryText(query: Readonly<Record<string, string | number | readonly (string | number)[]>>): string {
  return Object.entries(query)
    .flatMap(([name, values]) => [values].flat().map((value) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`))
    .join('&')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
