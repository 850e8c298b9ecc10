import type { Call } from './call.ts'
import { didYouMean, SpecFault } from './document/fault.ts'
import { FOREIGN, OURS } from './document/foreign.ts'
import { type Bundle, type FamilyDoc, METHODS, type OperationDoc, type ServerDoc, type ServiceDocument } from './document/model.ts'
import { createOperation, type Operation } from './operation.ts'
import { createRouter, type Found } from './router.ts'
import { createChecks } from './schema/checks.ts'

/** The contents of all specs, with look-ups. Immutable. */
export interface Specs {
  readonly bundle: Bundle
  /** Operations that are served (paths), in the order of their references. */
  readonly operations: readonly Operation[]
  /** Operations towards the seller (webhooks). */
  readonly webhooks: readonly Operation[]
  /** The operation that answers a call, or the reason why none does. */
  find(
    call: Pick<Call, 'method' | 'path' | 'host'>,
  ): Found<Operation> | { readonly missing: 'path' | 'method'; readonly methods: readonly string[] }
  /** `bss.PayOrders`, or `PayOrders` where only one service, or only one service of the vendor, has it. @throws SpecFault with the nearest name */
  operation(ref: string): Operation
  /** Host names of all servers that the specs name; a name may contain variables in braces. */
  readonly hosts: readonly string[]
  /** Used where no operation was found, so that even a 404 has the gateway's error format. */
  readonly nowhere: Operation
  /** Used for every call of an API product: the seller decides what such a call looks like. */
  readonly apiProducts: Operation
}

/**
 * Turns a bundle into operations and routes.
 * @param include service names to serve; all when absent
 * @throws SpecFault when two operations answer the same call and `Host` cannot tell them apart
 */
export function createSpecs(bundle: Bundle, include?: readonly string[]): Specs {
  const gateway = gatewayOf(bundle)
  const router = createRouter<Operation & { readonly hosts: readonly string[] }>()
  const operations: Operation[] = []
  const webhooks: Operation[] = []
  const byRef = new Map<string, Operation>()
  const allHosts = new Set<string>()
  const ways = new Set<string>()
  // A foreign server address may contain the first part of its paths: the paths match with and without it.
  const based: (readonly [path: string, routed: Operation & { readonly hosts: readonly string[] }])[] = []

  for (const [service, document] of Object.entries(bundle.services)) {
    if (include && !include.includes(service)) continue
    const foreign = document['x-origin'] === FOREIGN
    const { of: compile } = foreign ? createChecks(document, true, 'writeOnly') : createChecks(document)
    const { of: compileAsked } = foreign ? createChecks(document, true, 'readOnly') : { of: compile }
    const make = (method: string, path: string, doc: OperationDoc): Operation => {
      const family = bundle.families[service]?.[doc['x-error-family'] ?? '']
      const operation = createOperation({
        service,
        method: method.toUpperCase(),
        path,
        doc,
        ours: document['x-origin'] === OURS,
        family,
        gateway,
        schemas: document.components?.schemas ?? {},
        compile,
        compileAsked,
      })
      if (byRef.has(operation.ref)) throw new SpecFault(`${bundle.places[operation.ref] ?? service}: ${operation.ref} is defined twice.`)
      byRef.set(operation.ref, operation)
      return operation
    }
    for (const [path, method, doc] of operationsOf(document.paths)) {
      const operation = make(method, path, doc)
      operations.push(operation)
      const hosts = (doc.servers ?? document.servers ?? []).map((server) => hostOf(server.url)).filter((host) => host !== '')
      for (const host of hosts) allHosts.add(host)
      refuseClash(router.find(operation.method, path), operation, hosts)
      const routed = Object.assign(Object.create(operation) as Operation, operation, { hosts })
      router.add(method, path, routed)
      ways.add(`${operation.method} ${shape(path)}`)
      if (foreign) for (const base of basesOf(doc.servers ?? document.servers ?? [])) based.push([base + path, routed])
    }
    for (const [key, method, doc] of operationsOf(document.webhooks)) webhooks.push(make(method, key, doc))
  }
  for (const [path, routed] of based) {
    const way = `${routed.method} ${shape(path)}`
    if (!ways.has(way)) router.add(routed.method, path, routed)
    ways.add(way)
  }
  operations.sort((a, b) => (a.ref < b.ref ? -1 : 1))

  return {
    bundle,
    operations,
    webhooks,
    hosts: [...allHosts],
    nowhere: nowhere(gateway),
    apiProducts: apiProducts(gateway),

    find(call) {
      const found = router.find(call.method, call.path)
      if (found.length === 0) {
        const methods = router.methods(call.path)
        return { missing: methods.length > 0 ? 'method' : 'path', methods }
      }
      const host = call.host.split(':')[0] ?? ''
      return found.find((item) => item.value.hosts.some((known) => matches(known, host))) ?? (found[0] as Found<Operation>)
    },

    operation(ref) {
      const known = byRef.get(ref)
      if (known) return known
      const alike = [...byRef.values()].filter(({ id }) => id === ref)
      // The console has operations with the same names as operations of the vendor's APIs; the bare name means the vendor's.
      const vendors = alike.filter(({ ours }) => !ours)
      const named = vendors.length > 0 ? vendors : alike
      if (named.length === 1 && named[0]) return named[0]
      if (named.length > 1)
        throw new SpecFault(`"${ref}" is the name of several operations: ${named.map((operation) => operation.ref).join(', ')}.`)
      throw new SpecFault(`There is no operation "${ref}".${didYouMean(ref, byRef.keys())}`)
    },
  }
}

/** Path, method and operation of each entry in one section. Other keys of a path are skipped. */
function* operationsOf(section: ServiceDocument['paths']): Generator<readonly [string, string, OperationDoc]> {
  for (const [path, item] of Object.entries(section ?? {})) {
    for (const method of METHODS) {
      const doc = item[method]
      if (doc) yield [path, method, doc]
    }
  }
}

function refuseClash(
  before: readonly Found<Operation & { readonly hosts: readonly string[] }>[],
  operation: Operation,
  hosts: readonly string[],
): void {
  for (const { value } of before) {
    if (
      shape(value.path) === shape(operation.path) &&
      (hosts.length === 0 || value.hosts.length === 0 || value.hosts.some((host) => hosts.includes(host)))
    ) {
      throw new SpecFault(
        `${operation.ref} and ${value.ref} both answer ${operation.method} ${operation.path}, and no server address tells them apart.`,
      )
    }
  }
}

function shape(path: string): string {
  return path.replace(/\{[^/}]+\}/g, '{}')
}

/** The path prefixes of the server addresses, for each value of their variables. */
function basesOf(servers: readonly ServerDoc[]): readonly string[] {
  const paths = servers.flatMap(({ url, variables = {} }) =>
    Object.entries(variables).reduce<readonly string[]>(
      (urls, [name, one]) =>
        [...new Set([one.default ?? '', ...(one.enum ?? [])])].flatMap((value) => urls.map((each) => each.replaceAll(`{${name}}`, value))),
      [url],
    ),
  )
  const bases = paths.map((url) => url.replace(/^[a-z][\w+.-]*:\/\/[^/]*/i, '').replace(/\/+$/, ''))
  return [...new Set(bases)].filter((base) => base.startsWith('/'))
}

function hostOf(url: string): string {
  return /^https?:\/\/([^/:]+)/.exec(url)?.[1]?.toLowerCase() ?? ''
}

/** A server address may contain a variable: `workspace.{region}.myhuaweicloud.com`. */
function matches(known: string, host: string): boolean {
  if (!known.includes('{')) return known === host
  const parts = known.split(/\{[^}]+\}/)
  return host.startsWith(parts[0] ?? '') && host.endsWith(parts.at(-1) ?? '')
}

const PLAIN: FamilyDoc = {
  envelope: {
    schema: { type: 'object', required: ['error_code', 'error_msg'] },
    body: { error_code: '{code}', error_msg: '{message}', request_id: '{request_id}' },
  },
  errors: {
    'APIGW.0101': { status: 404, message: 'The API does not exist or has not been published in the environment.' },
    'APIGW.0201': { status: 400, message: 'API request error.' },
    'APIGW.0302': { status: 403, message: 'The IAM user is not authorized to access the API.' },
  },
}

function gatewayOf(bundle: Bundle): FamilyDoc {
  return Object.values(bundle.families.gateway ?? {})[0] ?? PLAIN
}

function nowhere(gateway: FamilyDoc): Operation {
  return pathless(gateway, { operationId: 'Nowhere', 'x-auth': ['none'], 'x-source': [], 'x-evidence': 'doc' })
}

function apiProducts(gateway: FamilyDoc): Operation {
  return pathless(gateway, {
    operationId: 'CallApi',
    'x-auth': ['appcode'],
    'x-source': ['S-28', 'UM/zh-cn_topic_0000002497990256'],
    'x-evidence': 'seed',
  })
}

/** An operation without a path, for the gateway: only its errors are documented. */
function pathless(gateway: FamilyDoc, about: Omit<OperationDoc, 'responses' | 'x-errors'>): Operation {
  const doc: OperationDoc = { ...about, responses: {}, 'x-errors': [] }
  const compile = createChecks({}).of
  return createOperation({ service: 'gateway', method: '*', path: '*', doc, family: undefined, gateway, schemas: {}, compile })
}
