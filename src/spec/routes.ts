import { type BasePath, basePathsOf, hostOf } from './base-paths.ts'
import type { Call } from './call.ts'
import { SpecFault } from './document/fault.ts'
import type { ServerDoc } from './document/model.ts'
import type { Operation } from './operation.ts'
import { createRouter, type Found } from './router.ts'

/** Why no operation answers a call. */
export interface MissingRoute {
  readonly missing: 'path' | 'method'
  readonly methods: readonly string[]
  /** Whether only foreign documents know the path; undefined where nobody knows it. */
  readonly foreign: boolean | undefined
}

/** Which operation answers which call. */
export interface Routes {
  /**
   * @param foreign of a foreign document: it is found with and without the base paths of its servers, and two of them may share a path
   * @throws SpecFault when two operations answer the same call and `Host` cannot tell them apart
   */
  add(operation: Operation, servers: readonly ServerDoc[], foreign: boolean): void
  find(call: Pick<Call, 'method' | 'path' | 'host'>): Found<Operation> | MissingRoute
  /** Host names of all servers. */
  hosts(): readonly string[]
}

/** An operation and where it is served. */
interface Route {
  readonly operation: Operation
  /** Host names that mean it. */
  readonly hosts: readonly string[]
  readonly foreign: boolean
  readonly bases: readonly BasePath[]
}

type FoundRoute = Found<Route> & { readonly base?: string }

export function createRoutes(): Routes {
  const router = createRouter<Route>()
  const hosts = new Set<string>()
  const byTemplate = new Map<string, BasePath>()
  let bases: readonly BasePath[] = []
  // Most operations share the list of their document.
  const known = new Map<readonly ServerDoc[], Pick<Route, 'hosts' | 'bases'>>()

  const placesOf = (servers: readonly ServerDoc[], foreign: boolean): Pick<Route, 'hosts' | 'bases'> => {
    const before = known.get(servers)
    if (before) return before
    const own = servers.map((server) => hostOf(String(server.url))).filter((host) => host !== '')
    for (const host of own) hosts.add(host)
    const below = foreign ? basePathsOf(servers).map((base) => byTemplate.get(base.template) ?? base) : []
    for (const base of below) byTemplate.set(base.template, base)
    bases = [...byTemplate.values()].sort((a, b) => b.template.length - a.template.length)
    const places = { hosts: own, bases: below }
    known.set(servers, places)
    return places
  }

  /** What is registered for a path below the base paths of foreign documents. */
  const below = <T>(path: string, look: (rest: string, base: BasePath) => readonly T[]): readonly T[] =>
    bases.flatMap((base) => {
      const rest = base.rest(path)
      return rest === undefined ? [] : look(rest, base)
    })

  const missing = (path: string): MissingRoute => {
    const here = [...router.at(path), ...below(path, (rest, base) => router.at(rest).filter((route) => route.bases.includes(base)))]
    const methods = [...new Set(here.map(({ operation }) => operation.method))].sort()
    if (methods.length === 0) return { missing: 'path', methods, foreign: undefined }
    return { missing: 'method', methods, foreign: here.every(({ foreign }) => foreign) }
  }

  const search = (call: Pick<Call, 'method' | 'path' | 'host'>): Found<Operation> | MissingRoute => {
    const found: FoundRoute[] = [...router.find(call.method, call.path)]
    if (bases.length > 0) {
      const fitting = below(call.path, (rest, base) =>
        router.find(call.method, rest).flatMap((one) => (one.value.bases.includes(base) ? [{ ...one, base: base.template }] : [])),
      )
      found.push(...fitting)
    }
    const [only] = found
    if (!only) return missing(call.path)
    const { value, path } = found.length === 1 ? only : meantBy(call.host.split(':')[0] ?? '', found)
    return { value: value.operation, path }
  }

  /** Several stages ask for the route of one call. */
  let last:
    | { readonly method: string; readonly path: string; readonly host: string; readonly route: Found<Operation> | MissingRoute }
    | undefined

  return {
    add(operation, servers, foreign) {
      last = undefined
      const route = { operation, foreign, ...placesOf(servers, foreign) }
      const { method, path } = operation
      if (!foreign) refuseClash(router.find(method, path), route)
      router.add(method, path, route)
    },

    find(call) {
      const { method, path, host } = call
      if (last && last.path === path && last.method === method && last.host === host) return last.route
      const route = search(call)
      last = { method, path, host, route }
      return route
    },

    hosts: () => [...hosts],
  }
}

/** Of several routes: those that the host names; of these the one whose template is the most specific, with its base path. */
function meantBy(host: string, found: readonly FoundRoute[]): FoundRoute {
  const named = found.filter(({ value }) => value.hosts.some((known) => matches(known, host)))
  const meant = named.length > 0 ? named : found
  return meant.reduce((best, one) => (rank(one) < rank(best) ? one : best))
}

const rank = ({ value, base = '' }: FoundRoute): string => rankOfPath(`${base}${value.operation.path}`)

/** Orders templates: fixed segments before partly variable ones, those before variable ones, from left to right. */
export function rankOfPath(template: string): string {
  return template.replace(/[^/]+/g, (part) => (/^\{[^{}]*\}$/.test(part) ? '2' : part.includes('{') ? '1' : '0'))
}

function refuseClash(before: readonly Found<Route>[], { operation, hosts }: Route): void {
  for (const { value } of before) {
    if (
      shape(value.operation.path) === shape(operation.path) &&
      (hosts.length === 0 || value.hosts.length === 0 || value.hosts.some((host) => hosts.includes(host)))
    ) {
      throw new SpecFault(
        `${operation.ref} and ${value.operation.ref} both answer ${operation.method} ${operation.path}, and no server address tells them apart.`,
      )
    }
  }
}

function shape(path: string): string {
  return path.replace(/\{[^/}]+\}/g, '{}')
}

/** A server address may contain a variable: `workspace.{region}.myhuaweicloud.com`. */
function matches(known: string, host: string): boolean {
  if (!known.includes('{')) return known === host
  const parts = known.split(/\{[^}]+\}/)
  return host.startsWith(parts[0] ?? '') && host.endsWith(parts.at(-1) ?? '')
}
