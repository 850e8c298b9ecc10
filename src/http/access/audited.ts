import { nameIn } from '../../access/namespaces.ts'
import type { Call } from '../../spec/call.ts'
import type { Connection } from '../connection.ts'
import { bodyText, type Outgoing } from '../exchange.ts'
import { decodedPath, isOurs, isProbe } from '../guard.ts'
import type { ServerContext } from '../server-context.ts'
import { holderOf } from './holders.ts'
import { loginStep } from './sessions.ts'

/** Writes down a call of the control API and how it ended; nothing of what it sent. */
export function audited(server: ServerContext, { head, remote }: Connection, answer: Outgoing): void {
  const { audit, callerAddress } = server
  if (!audit || !isOurs(head.path) || isProbe(head)) return
  const route = server.specs.find(head)
  const holder = holderOf(head)
  const step = loginStep(server, head)
  const operation = step ? `login.${step}` : 'missing' in route ? `${head.method} ?` : route.value.ref
  const world = worldOf(head, operation, answer)
  audit.write({
    at: new Date(server.systemClock.now()).toISOString(),
    ...(holder === undefined ? {} : { who: holder.name, role: holder.role }),
    ...(holder?.namespace === undefined ? {} : { namespace: holder.namespace }),
    operation,
    ...(world === undefined ? {} : { world: holder?.namespace === undefined ? world : nameIn(holder.namespace, world) }),
    status: answer.status,
    ...(remote === undefined ? {} : { from: callerAddress(remote, head.headers['x-forwarded-for']) }),
  })
}

/** The world that a call names, or the one that it made. Names that no world can have are left out: they may be anything. */
function worldOf({ path, query, headers }: Call, operation: string, answer: Outgoing): string | undefined {
  const named =
    /^\/_sandbox\/worlds\/([^/]+)/.exec(decodedPath(path))?.[1] ?? new URLSearchParams(query).get('world') ?? headers['x-sandbox-world']
  const made =
    operation === 'sandbox.CreateWorld' && answer.status === 201 ? (JSON.parse(bodyText(answer)) as { name: string }).name : named
  return made !== undefined && /^[a-z0-9][a-z0-9-]{0,62}$/.test(made) ? made : undefined
}
