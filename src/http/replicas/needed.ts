import { nameIn } from '../../access/namespaces.ts'
import { readCredential } from '../../auth/credential.ts'
import type { Needed } from '../../replicas/replicas-api.ts'
import type { Call } from '../../spec/call.ts'
import type { Specs } from '../../spec/catalogue.ts'
import { isName } from '../../world/world-name.ts'
import { holderOf } from '../access/holders.ts'
import { decodedPath, isOurs } from '../guard.ts'

/** Control operations that concern no world. */
const NO_WORLD = /^\/_sandbox\/(?:ready|health|operations|specs|evidence|scenarios|delivery-table|errors)(?:\/[^/]*)?$/
const OF_WORLD = /^\/_sandbox\/worlds\/([^/]+)/
const OF_SNAPSHOT = /^\/_sandbox\/snapshots\/([^/]+)/

/** The page of which the people come from a world. */
const LOGIN = '/_sandbox/login'

/** Whether a page is made from a world, so that the owner of that has to answer. */
export const isPageOfWorld = (path: string): boolean => path === LOGIN

/** Which worlds a call needs, from its address, its headers and, where a world is made, its body. */
export function neededBy(specs: Specs, call: Call): Needed {
  if (!isOurs(call.path)) return neededByService(specs, call)
  const needed = neededByControl(call)
  const namespace = holderOf(call)?.namespace
  if (namespace === undefined) return needed
  if (needed.what === 'new') return { ...needed, prefix: nameIn(namespace, '') }
  return 'name' in needed ? { ...needed, name: nameIn(namespace, needed.name) } : needed
}

function neededByService(specs: Specs, call: Call): Needed {
  const named = call.headers['x-sandbox-world']
  if (named !== undefined) return worldOf(named)
  const route = specs.find(call)
  const { id } = readCredential(call, 'missing' in route ? specs.nowhere : route.value)
  return id === undefined ? worldOf('default') : { what: 'credential', credential: id }
}

function neededByControl(call: Call): Needed {
  const { query, headers, method } = call
  const path = decodedPath(call.path)
  const world = OF_WORLD.exec(path)?.[1]
  if (world !== undefined) return worldOf(world)
  const snapshot = OF_SNAPSHOT.exec(path)?.[1]
  if (snapshot !== undefined) return { what: 'snapshot', name: snapshot }
  if (NO_WORLD.test(path)) return { what: 'nothing' }
  if (path === '/_sandbox/worlds') return method === 'POST' ? neededByNew(call) : { what: 'nothing' }
  if (path === '/_sandbox/snapshots') return { what: 'nothing' }
  const asked = new URLSearchParams(query).get(path === LOGIN ? 'sandbox_world' : 'world') ?? headers['x-sandbox-world'] ?? 'default'
  return worldOf(asked)
}

/** A world that begins: beside the one it is forked from, or anywhere. */
function neededByNew({ body }: Call): Needed {
  const { name, from, snapshot } = membersOf(body)
  if (typeof snapshot === 'string') return { what: 'snapshot', name: snapshot }
  if (typeof from === 'string') return worldOf(from)
  return typeof name === 'string' ? worldOf(name) : { what: 'new' }
}

function membersOf(body: Uint8Array): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(body))
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}
  } catch {
    // The operation itself says what is wrong with it.
    return {}
  }
}

/** A name that no world can have needs no world: the call is refused. */
function worldOf(name: string): Needed {
  return isName(name) ? { what: 'world', name } : { what: 'nothing' }
}
