import type { Connection } from '../connection.ts'
import type { Outgoing } from '../exchange.ts'
import { isProbe } from '../guard.ts'
import { bytesOf, problemReply } from '../render.ts'
import { isFromReplica } from '../replicas/elsewhere.ts'
import type { ServerContext } from '../server-context.ts'

/**
 * The answer to an address that sends too many requests, before anything else is done for them. Probes do not count, and neither do calls that a
 * replica passes on: it has counted them.
 */
export function refuseHurry({ rate, replicas, callerAddress, limits }: ServerContext, { head, remote }: Connection): Outgoing | undefined {
  if (!rate || remote === undefined || isProbe(head) || (replicas && isFromReplica(replicas.secret, head))) return undefined
  const address = callerAddress(remote, head.headers['x-forwarded-for'])
  const seconds = rate.count(address)
  if (seconds === undefined) return undefined
  const reply = problemReply(
    429,
    'Too many requests',
    `The address ${address} sends more than ${limits.requests} requests in a minute, which is the limit (requests). Try again in ${seconds} s, or start the sandbox with a higher --limit requests=N.`,
    { code: 'request.rate.exceeded' },
  )
  return { status: 429, headers: { ...reply.headers, 'Retry-After': String(seconds) }, bytes: bytesOf(reply) }
}
