import type { Holder } from '../access/access-api.ts'
import { nameIn, namespaceIn } from '../access/namespaces.ts'
import { reaches, rolesFrom } from '../access/roles.ts'
import { worldsIn } from '../access/worlds-in.ts'
import type { Outcome } from '../http/exchange.ts'
import { SandboxRefused } from '../http/sandbox-refusals.ts'
import type { ServerContext } from '../http/server-context.ts'
import { createMask } from '../spec/mask.ts'
import type { Input, Operation } from '../spec/operation.ts'
import { CREDENTIAL_KINDS } from '../world/entities/credentials.ts'
import { secretsOf } from '../world/entities/secrets-of.ts'
import type { World } from '../world/world-api.ts'

/** The sandbox as a namespace sees it: there are no other worlds. */
export function serverFor(server: ServerContext, holder: Holder | undefined): ServerContext {
  const { namespace } = holder ?? {}
  if (namespace === undefined) return server
  const { journal, replicas } = server
  const worlds = (name: string) => namespaceIn(name) === namespace
  return {
    ...server,
    worlds: worldsIn(server.worlds, namespace, {
      ...server.access?.namespaceOf(namespace),
      makeName: replicas && ((root) => replicas.makeName(root, nameIn(namespace, ''))),
    }),
    journal: { ...journal, search: (filter) => journal.search({ ...filter, worlds }) },
  }
}

/**
 * Refuses what a token may not do.
 * @throws SandboxRefused
 */
export function refuseBeyondRole(holder: Holder | undefined, { doc, ref }: Operation): void {
  if (!holder) return
  const { name, role, namespace } = holder
  // What says nothing is not for everybody.
  const needed = doc['x-access'] ?? 'admin'
  if (!reaches(role, needed)) throw beyond(`The token "${name}" has the role ${role}, and ${ref} needs the role ${needed}.`, needed)
  if (doc['x-all-worlds'] === true && namespace !== undefined)
    throw beyond(
      `The token "${name}" belongs to the namespace ${namespace}, and ${ref} concerns all worlds. Use a token without a namespace.`,
      needed,
    )
}

/** Entities that are credentials themselves are not for readers: who has them can change a world through the vendor's interfaces. */
export function refuseCredentials(holder: Holder | undefined, { ref }: Operation, { path }: Input): void {
  if (holder?.role !== 'reader' || !CREDENTIALS.has(String(path['kind']))) return
  throw beyond(
    `The token "${holder.name}" has the role reader, and credentials (${String(path['kind'])}) need the role tester in ${ref}.`,
    'tester',
  )
}

const CREDENTIALS: ReadonlySet<string> = new Set(CREDENTIAL_KINDS)

function beyond(detail: string, needed: NonNullable<Operation['doc']['x-access']>): SandboxRefused {
  return new SandboxRefused({
    status: 403,
    title: 'The token does not allow it',
    detail,
    more: { code: 'role-needed', needed, documented: rolesFrom(needed) },
    finding: { code: 'request.role.missing', pointer: '/header/X-Sandbox-Token', expected: needed, got: 'a lesser role' },
  })
}

/** What a reader is told of a world: without its secrets, which would let it change the world. */
export function withoutSecrets(holder: Holder | undefined, { doc }: Operation, world: World | undefined, outcome: Outcome): Outcome {
  const { reply } = outcome
  const ofWorld = doc.parameters?.some(({ name }) => name === 'world') ?? false
  if (holder?.role !== 'reader' || !ofWorld || reply.body === undefined || typeof reply.body === 'string') return outcome
  const text = JSON.stringify(reply.body)
  const masked = createMask({ headers: [], texts: [text], known: world ? secretsOf(world) : [] }).text(text)
  return masked === text ? outcome : { ...outcome, reply: { ...reply, body: JSON.parse(masked) as unknown } }
}
