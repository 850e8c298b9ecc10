import type { Sandbox } from '../../src/index.ts'
import { formatSdkDate, signAkSk, signUsagePush } from '../../src/signing/index.ts'
import type { ParameterDoc } from '../../src/spec/document/model.ts'
import { readDocument } from '../../src/spec/document/open-document.ts'
import type { Operation } from '../../src/spec/operation.ts'
import type { Licence } from '../../src/world/entities/entities.ts'
import { encodeRefusal } from '../../src/world/entities/refusal.ts'

/** A request by its parts, before it is encoded: what a test may break. */
export interface HappyRequest {
  readonly operation: Operation
  readonly path: Record<string, string>
  readonly query: Record<string, string>
  readonly headers: Record<string, string>
  /** Absent where the operation has no body. */
  readonly body?: unknown
}

/** The same as it goes over the wire. */
export interface WireRequest {
  readonly method: string
  readonly target: string
  readonly headers: Record<string, string>
  readonly body: string
}

type Entry = { readonly [K in 'path' | 'query' | 'headers']?: Record<string, unknown> } & { readonly body?: unknown }
const table = readDocument(new URL('../../fixtures/comparisons/happy-requests.yaml', import.meta.url).pathname).value as Record<
  string,
  Entry
>

export const tableOfHappyRequests: Readonly<Record<string, Entry>> = table

/** The request of an operation that succeeds in the world `default`: the spec's examples, and what the table fills in. */
export function happyRequest(sandbox: Sandbox, operation: Operation): HappyRequest {
  const entry = table[operation.ref] ?? {}
  const given = (place: 'path' | 'query' | 'headers', where: ParameterDoc['in']) => {
    const values: Record<string, string> = {}
    for (const p of operation.doc.parameters ?? []) {
      if (p.in === where && p.required && p.name !== 'signature' && p.name !== 'ts' && p.name !== 'nonce') values[p.name] = exampleOf(p)
    }
    for (const [name, value] of Object.entries(entry[place] ?? {})) values[name] = String(lookUp(sandbox, value))
    return values
  }
  const path = given('path', 'path')
  if ('project_id' in path) path.project_id = credentialsOf(sandbox).buyer!.project_id
  const media = Object.values(operation.doc.requestBody?.content ?? {})[0]
  const example = Object.values(media?.examples ?? {})[0]?.value
  const body = entry.body ?? example
  return {
    operation,
    path,
    query: given('query', 'query'),
    headers: given('headers', 'header'),
    ...(body === undefined ? {} : { body: lookUp(sandbox, body) }),
  }
}

/** The request as bytes, with the credential that the operation wants. `body` may be a text that is sent as it stands. */
export function encode(sandbox: Sandbox, request: HappyRequest): WireRequest {
  const { operation, query } = request
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(request.path[name] ?? 'x'))
  const asked = Object.entries(query).map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&') // biome-ignore format: one thought
  const [type = ''] = Object.keys(operation.doc.requestBody?.content ?? {})
  const { text, contentType } = encodeBody(request.body, type)
  const headers = { ...(contentType ? { 'Content-Type': contentType } : {}), ...request.headers }
  const parts = { method: operation.method, path, query: asked, body: text }
  return {
    method: operation.method,
    target: asked === '' ? path : `${path}?${asked}`,
    headers: { ...headers, ...credential(sandbox, operation, parts) },
    body: text,
  }
}

/** Printing derives every key anew, which thousands of requests would feel. */
const printed = new WeakMap<object, Sandbox['credentials']>()
function credentialsOf(sandbox: Sandbox): Sandbox['credentials'] {
  const { world } = sandbox
  if (!printed.has(world)) printed.set(world, sandbox.credentials)
  return printed.get(world)!
}

function encodeBody(body: unknown, type: string): { text: string; contentType?: string } {
  if (body === undefined) return { text: '' }
  if (typeof body === 'string') return { text: body, contentType: type }
  if (type.includes('form-urlencoded')) return { text: new URLSearchParams(body as Record<string, string>).toString(), contentType: type }
  if (!type.includes('multipart')) return { text: JSON.stringify(body), contentType: type || 'application/json' }
  const parts = Object.entries(body as object).map(([name, value]) => {
    const text = typeof value === 'string' ? value : JSON.stringify(value)
    return `--edge\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`
  })
  return { text: `${parts.join('')}--edge--\r\n`, contentType: `${type}; boundary=edge` }
}

function credential(sandbox: Sandbox, operation: Operation, parts: { method: string; path: string; query: string; body: string }) {
  const credentials = credentialsOf(sandbox)
  const own = credentials[operation.roles?.[0] ?? 'buyer']!
  const [first] = operation.auth
  if (operation.auth.includes('token')) return { 'X-Auth-Token': own.token }
  if (first === 'bearer') return { Authorization: `Bearer ${lookUp(sandbox, '@access')}` }
  if (first === 'usage') {
    const [ts, nonce] = [String(Date.now()), 'n-1']
    const { value } = signUsagePush({ ts, nonce, body: parts.body }, credentials.seller!.keys!.basic!)
    return { signature: value, ts, nonce }
  }
  if (first !== 'aksk') return {}
  const headers = { 'X-Sdk-Date': formatSdkDate(Date.now()) }
  return { ...headers, Authorization: signAkSk({ ...parts, headers }, { access: own.ak, secret: own.sk }).authorization }
}

function exampleOf({ schema }: ParameterDoc): string {
  const [example] = (schema.examples as unknown[] | undefined) ?? []
  return String(example ?? schema.default ?? schema.enum?.[0] ?? 'x'.repeat(Number(schema.minLength ?? 1)))
}

/** Replaces every `@name` in a value by what it stands for in the default world. */
function lookUp(sandbox: Sandbox, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => lookUp(sandbox, item))
  if (value && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, lookUp(sandbox, item)]))
  if (typeof value !== 'string' || !value.startsWith('@')) return value
  const { world } = sandbox
  const buyer = credentialsOf(sandbox).buyer!
  const mine = <T extends { readonly customerId?: string }>(list: Iterable<T>, fits: (item: T) => boolean): T =>
    [...list].find((item) => item.customerId === buyer.domain_id && fits(item))!
  const [client] = [...world.clients.all()]
  const grant = (id: string, kind: 'code' | 'access') => {
    const [person] = [...world.people.all()]
    const about = { clientId: client!.id, userId: person!.id, scope: 'get_user_info', expiresAt: world.clock.now() + 600_000 }
    // Only a code remembers where its login goes back to.
    return world.grants.put({ id, kind, ...about, ...(kind === 'code' ? { redirectUri: client!.redirectUris[0] } : {}) } as Parameters<
      typeof world.grants.put
    >[0]).id
  }
  const found: Record<string, () => string | undefined> = {
    '@unpaid-order': () =>
      mine(world.orders.all(), (order) => order.status === 'pending-payment' && order.type === 'new' && !order.combinedId).id,
    '@refund-order': () => mine(world.orders.all(), ({ type }) => type === 'unsubscribe').id,
    '@server': () => mine(world.resources.all(), ({ name }) => name === 'web-02').id,
    '@renewing-server': () => mine(world.resources.all(), ({ name }) => name === 'web-01').id,
    '@paid-certificate': () => mine(world.certificates.all(), ({ status }) => status === 'paid').id,
    '@cancelled-certificate': () =>
      world.certificates.change(mine(world.certificates.all(), ({ status }) => status === 'paid').id, { status: 'cancelled' }).id,
    '@software-order': () => mine(world.orders.all(), (order) => order.serviceType.endsWith('marketplace') && order.type === 'new').id,
    '@unpaid-software-order': () => {
      const { status: _, paidAt: __, ...made } = mine(world.orders.all(), ({ serviceType }) => serviceType.endsWith('marketplace'))
      return world.transition('orders', world.ids.order(), 'place', made).id
    },
    '@software': () => {
      const { id, instance } = mine(world.resources.all(), ({ name, status }) => name.includes('CRM') && status === 'in-use')
      if (!instance) world.resources.change(id, { instance: { id: 'instance-1', answeredAt: world.clock.now() } })
      return id
    },
    '@taken-licence': () => {
      const { id, status } = mine(world.licences.all(), ({ kind }) => kind === 'code') as Licence
      return (status === 'issued' ? world.transition('licences', id, 'take', { takenAt: world.clock.now() }) : { id }).id
    },
    '@active-licence': () => {
      const { id, status } = mine(world.licences.all(), ({ kind }) => kind === 'code') as Licence
      if (status === 'issued') world.transition('licences', id, 'take', { takenAt: world.clock.now() })
      const at = world.clock.now()
      return status === 'active' ? id : world.transition('licences', id, 'activate', { activatedAt: at, effectiveAt: at }).id
    },
    '@desktop': () => mine(world.workspace.all(), ({ kind, poolId }) => kind === 'desktop' && !poolId).id,
    '@bandwidth': () => mine(world.workspace.all(), ({ kind }) => kind === 'bandwidth').id,
    '@buyer-domain': () => buyer.domain_id,
    '@buyer-domain-name': () => buyer.domain_name,
    '@buyer-user': () => buyer.user_name,
    '@buyer-password': () => buyer.password,
    '@buyer-token': () => buyer.token,
    '@client': () => client!.id,
    '@client-secret': () => client!.secret,
    '@redirect': () => client!.redirectUris[0],
    '@code': () => grant('a-code-of-this-test', 'code'),
    '@access': () => grant('an-access-token-of-this-test', 'access'),
    '@refusal': () => {
      const { id, userId } = world.accounts.get(buyer.domain_id)!
      return encodeRefusal(world, { accountId: id, userId, action: 'billing:order:pay', resource: '/x' })
    },
  }
  const answer = found[value]?.()
  if (answer === undefined) throw new Error(`The table of happy requests says ${value}, which nobody looks up.`)
  return answer
}
