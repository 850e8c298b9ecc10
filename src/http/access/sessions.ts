import type { Arrival, Departure, Logins } from '../../access/login/login-api.ts'
import { LoginRefused } from '../../access/login/login-refused.ts'
import type { Call } from '../../spec/call.ts'
import type { Outgoing } from '../exchange.ts'
import { sandboxProblem } from '../sandbox-problem.ts'
import type { ServerContext } from '../server-context.ts'
import { noteHolder } from './holders.ts'

/** Steps of a login, by their addresses. A browser that has shown nothing yet may ask for them. */
const STEPS: Readonly<Record<string, keyof Omit<Logins, 'holderOf'> | undefined>> = {
  'GET /_sandbox/session/login': 'begin',
  'GET /_sandbox/session/callback': 'end',
  'POST /_sandbox/session/logout': 'leave',
}

/** Where people log in. */
export const LOGIN_PATH = '/_sandbox/session/login'

/** The step that a request asks for, where people can log in. */
export function loginStep(
  { logins }: Pick<ServerContext, 'logins'>,
  { method, path }: Pick<Call, 'method' | 'path'>,
): keyof Omit<Logins, 'holderOf'> | undefined {
  return logins && Object.hasOwn(STEPS, `${method} ${path}`) ? STEPS[`${method} ${path}`] : undefined
}

/** Takes one step of a login. */
export async function takeLoginStep(server: ServerContext, logins: Logins, head: Call): Promise<Outgoing> {
  const { headers, query } = head
  // The guard has found `Host` to be an address of this sandbox.
  const origin = `${server.addresses[0]?.startsWith('https:') ? 'https' : 'http'}://${headers.host}`
  const arrival: Arrival = { origin, query, cookies: headers.cookie }
  const step = loginStep(server, head) as keyof Omit<Logins, 'holderOf'>
  try {
    const departure = await logins[step](arrival)
    if (departure.holder) noteHolder(head, departure.holder)
    return answerOf(step, departure)
  } catch (error) {
    if (!(error instanceof LoginRefused)) throw error
    return sandboxProblem(server, error.key, error.message)
  }
}

/** A page sends `leave`, and has to be told where to go; the others are followed by the browser itself. */
function answerOf(step: keyof Logins, { location, cookie }: Departure): Outgoing {
  const headers = { 'Set-Cookie': cookie, 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' }
  if (step !== 'leave') return { status: 302, headers: { ...headers, Location: location }, bytes: null }
  return { status: 200, headers: { ...headers, 'Content-Type': 'application/json' }, bytes: JSON.stringify({ location }) }
}
