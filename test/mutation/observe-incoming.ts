import type { Sandbox } from '../../src/index.ts'
import type { ParameterDoc, Schema } from '../../src/spec/document/model.ts'
import type { Operation } from '../../src/spec/operation.ts'
import { CONSOLE_REQUESTS } from '../console/requests/console-requests.ts'
import { encode, type HappyRequest, happyRequest } from '../helpers/happy-request.ts'
import { openRaw, type RawConnection, rawRequest } from '../helpers/raw-http.ts'
import { shapeOf } from './shape.ts'
import type { Observation } from './suite.ts'
import { brokenBodies, missesOf } from './violations.ts'

/** Headers that the corridor reads, or that show who calls: not broken here. */
const CREDENTIALS = /^(x-auth-token|x-security-token|authorization|x-sdk-date|cookie|signature|ts|nonce)$/i

/**
 * Asks one operation in every way that its contract knows: rightly, without each thing that it wants, with each thing just out of
 * bounds, without a credential, as somebody else, and with each of its errors forced.
 */
export async function* observeOperation(
  sandbox: Sandbox,
  operation: Operation,
  schemas: Readonly<Record<string, Schema>>,
): AsyncGenerator<Observation> {
  sandbox.reset()
  const connection = await openRaw(sandbox.url)
  try {
    const request = await requestOf(sandbox, operation)
    await sandbox.clock.pass('0s')
    for (const [what, broken, headers] of waysToAsk(request, schemas))
      yield [`${operation.ref} ${what}`, await ask(sandbox, connection, broken, headers)]
    // Last, for it changes things.
    yield [`${operation.ref} rightly`, await ask(sandbox, connection, request, {})]
    if (!operation.ours) yield [`${operation.ref} again`, await ask(sandbox, connection, request, {})]
  } finally {
    connection.end()
  }
}

async function requestOf(sandbox: Sandbox, operation: Operation): Promise<HappyRequest> {
  if (operation.service === 'sandbox') {
    sandbox.worlds.open('mine')
    return controlRequest(operation)
  }
  const make = operation.service === 'console' ? CONSOLE_REQUESTS[operation.id] : undefined
  if (!make) return happyRequest(sandbox, operation)
  const { path = {}, query = {}, body } = await make(sandbox)
  return { operation, path, query, headers: {}, ...(body === undefined ? {} : { body }) }
}

/** What the control API is asked about. */
const NAMES: Readonly<Record<string, string>> = {
  ref: 'bss.PayOrders',
  service: 'bss',
  id: 'S-06',
  world: 'mine',
  kind: 'orders',
  delivery: 'none',
  snapshot: 'none',
}

/** The spec's example of a body; nobody's entity is meant. */
function controlRequest(operation: Operation): HappyRequest {
  const { parameters = [], requestBody } = operation.doc
  const path = Object.fromEntries(parameters.filter((p) => p.in === 'path').map(({ name }) => [name, NAMES[name] ?? 'none']))
  const [media] = Object.values(requestBody?.content ?? {})
  const [example] = Object.values(media?.examples ?? {})
  return { operation, path, query: {}, headers: {}, ...(example ? { body: example.value } : {}) }
}

type Way = readonly [what: string, request: HappyRequest, headers: Readonly<Record<string, string | undefined>>]

function* waysToAsk(request: HappyRequest, schemas: Readonly<Record<string, Schema>>): Generator<Way> {
  const { operation, body } = request
  for (const key of operation.errors.keys()) yield [`with ${key} forced`, request, { 'X-Sandbox-Error': key }]
  yield ['without a credential', request, { 'X-Auth-Token': undefined, Authorization: undefined, signature: undefined }]
  for (const role of ['buyer', 'seller', 'partner'] as const) yield [`as ${role}`, request, { as: role }]
  for (const p of operation.doc.parameters ?? []) if (!CREDENTIALS.test(p.name)) yield* parameterWays(request, p, schemas)
  const [media] = Object.values(operation.doc.requestBody?.content ?? {})
  if (body === undefined || typeof body !== 'object' || !media?.schema) return
  yield ['without its body', { ...request, body: '' }, {}]
  yield ['with a member more', { ...request, body: { ...body, 'no-such-member': 'x' } }, {}]
  for (const [what, broken] of brokenBodies(body, media.schema, schemas)) yield [`with body ${what}`, { ...request, body: broken }, {}]
}

function* parameterWays(request: HappyRequest, p: ParameterDoc, schemas: Readonly<Record<string, Schema>>): Generator<Way> {
  const place = p.in === 'path' ? 'path' : p.in === 'query' ? 'query' : 'headers'
  const { [p.name]: _gone, ...others } = request[place]
  const name = `${p.in} ${p.name}`
  if (p.in !== 'path' && p.required) yield [`without ${name}`, { ...request, [place]: others }, {}]
  if (p.in === 'query')
    for (const text of ['', '""', 'null']) yield [`with ${name}=${text}`, { ...request, query: { ...others, [p.name]: text } }, {}]
  for (const [rule, value] of missesOf(p.schema, schemas)) {
    const text = Array.isArray(value) ? value.join() : typeof value === 'object' ? '{}' : String(value)
    if (text.length < 8000 && (place !== 'headers' || !/\p{Cc}/u.test(text)))
      yield [`with ${name} ${rule}`, { ...request, [place]: { ...others, [p.name]: text } }, {}]
  }
}

async function ask(sandbox: Sandbox, connection: RawConnection, request: HappyRequest, { as, ...headers }: Way[2]): Promise<string> {
  const systemClock = encode(sandbox, request)
  const token = as === undefined ? {} : { 'X-Auth-Token': sandbox.credentials[as as 'buyer']?.token, Authorization: undefined }
  const all = Object.entries({ ...systemClock.headers, ...token, ...headers }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  )
  connection.write(rawRequest({ ...systemClock, host: '127.0.0.1', headers: all }))
  const answer = await connection.answer()
  const body = answer.body === '' ? '' : shapeOf(read(answer.body))
  const verdict = answer.headers['x-sandbox-verdict'] ?? ''
  const said = Object.keys(answer.headers)
    .filter((name) => name !== 'x-sandbox-verdict')
    .sort()
    .join()
  return `${answer.status} ${answer.headers['content-type'] ?? ''} ${answer.headers['location'] ?? ''} ${said} [${verdict}] ${body}`
}

function read(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
