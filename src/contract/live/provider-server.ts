import { Agent, request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { pipeline } from 'node:stream'
import { guardLocal } from '../../gate/local-guard.ts'
import { listenLocally } from '../../proxy/listen-locally.ts'
import type { InWorld, Sandbox } from '../../sandbox/sandbox-api.ts'
import type { StateCall } from '../read-pact.ts'
import { type Played, playStates, StateFailure, startOf } from '../states/play-states.ts'
import type { State } from '../states/read-states.ts'
import { worldOf } from './copy-pact.ts'
import type { FaultyRecord, LiveAnswer } from './inner-errors.ts'
import { onTheWay } from './redirects.ts'
import { fillForm, presentCredentials, type Request } from './with-credentials.ts'
import { type DateGenerator, datesAt } from './world-dates.ts'

/** A server between the verifier and a sandbox: it sets up provider states, and forwards requests with real credentials. */
export interface ProviderServer {
  readonly url: string
  readonly statesUrl: string
  /** Why the states of an interaction could not be set up, by its number. */
  readonly failures: ReadonlyMap<number, string>
  /** What the sandbox answered each interaction, by its number. */
  readonly answers: ReadonlyMap<number, LiveAnswer>
  close(): Promise<void>
}

export interface ProviderServerOptions {
  readonly sandbox: Sandbox
  readonly states: ReadonlyMap<string, State>
  /** The states of each interaction, by its number. */
  readonly calls: ReadonlyMap<number, readonly StateCall[]>
  /** Numbers of the interactions whose caller must be refused as unknown. */
  readonly refused: ReadonlySet<number>
  /** Dates and times that are generated from the world's clock for each interaction, by its number. */
  readonly dates: ReadonlyMap<number, readonly DateGenerator[]>
  /** Named start of a world whose states name no start. */
  readonly start: string
  /** Machine time, epoch milliseconds. */
  readonly now: () => number
}

const MOST = 16 * 1024 * 1024

/** Starts the server on loopback. Each interaction gets its own world, a fork of one that is created once for each start. */
export async function openProviderServer({
  sandbox,
  states,
  calls,
  refused,
  dates,
  start,
  now,
}: ProviderServerOptions): Promise<ProviderServer> {
  const failures = new Map<number, string>()
  const answers = new Map<number, LiveAnswer>()
  const played = new Map<string, Played>()
  const agent = new Agent({ keepAlive: true })
  const target = new URL(sandbox.url)

  const setUp = async (number: number): Promise<Readonly<Record<string, unknown>>> => {
    const own = calls.get(number) ?? []
    const begin = startOf(own, states, start)
    const base = `start-${begin}`
    sandbox.worlds.open(base, begin)
    if (sandbox.worlds.get(worldOf(number))) sandbox.worlds.drop(worldOf(number))
    sandbox.worlds.fork(base, worldOf(number))
    const world = sandbox.inWorld(worldOf(number))
    try {
      const outcome = await playStates(world, own, states, known(world))
      played.set(worldOf(number), outcome)
      return { ...outcome.values, ...datesAt(dates.get(number) ?? [], world.clock.now()) }
    } catch (error) {
      failures.set(number, error instanceof StateFailure ? error.message : String((error as Error).stack ?? error))
      throw error
    }
  }

  const changeState = async (body: Uint8Array): Promise<readonly [status: number, answer: unknown]> => {
    const { action, state } = JSON.parse(new TextDecoder().decode(body)) as { action?: string; state?: string }
    const number = Number(/^interaction (\d+)$/.exec(state ?? '')?.[1])
    try {
      if (action === 'teardown') {
        if (sandbox.worlds.get(worldOf(number))) sandbox.worlds.drop(worldOf(number))
        return [200, {}]
      }
      return [200, await setUp(number)]
    } catch (error) {
      // Not 5xx: the verifier would retry it for minutes.
      return [409, { error: (error as Error).message }]
    }
  }

  const passOn = (given: Request, response: ServerResponse) => {
    const name = given.headers['x-sandbox-world'] ?? ''
    const about = played.get(name)
    // With valid credentials no caller is refused as unknown, unless a state names the caller or the error.
    const unknown = refused.has(numberOf(name)) && about?.credentials === undefined && about?.force === undefined
    const asWritten = about?.credentials === 'as-written' || unknown
    const body = asWritten ? given.body : fillForm(given, about?.values ?? {})
    const length = body.length > 0 ? { 'content-length': String(body.length) } : {}
    const request = { ...given, body, headers: { ...given.headers, ...length } }
    const route = sandbox.specs.find({ method: request.method, path: request.path, host: '' })
    const operation = 'missing' in route ? undefined : route.value
    const world = sandbox.inWorld(name)
    const headers: Record<string, string> = { ...request.headers, host: target.host }
    const role = about?.credentials === 'as-written' ? undefined : about?.credentials
    const sent = asWritten ? headers : presentCredentials({ ...request, headers }, operation, world, role, now(), about?.values ?? {})
    if (about?.force !== undefined) sent['x-sandbox-error'] = about.force
    const path = request.query === '' ? request.path : `${request.path}?${request.query}`
    const before = new Set([...world.world.usage.all()].map(({ id }) => id))
    const onward = ask({ agent, host: target.hostname, port: target.port, method: request.method, path, headers: sent }, (answer) => {
      // The verifier has gone. Newer versions of Node throw when something is piped to a closed response.
      if (response.destroyed) return void answer.resume()
      response.writeHead(onTheWay(answer.statusCode ?? 502), answer.headers)
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      // Before the verifier has the complete answer, because it then tears the state down and the world is removed.
      answer.on('end', () => {
        answers.set(numberOf(name), {
          status: answer.statusCode ?? 502,
          body: parsed(Buffer.concat(chunks)),
          faulty: faultyRecords([...world.world.usage.all()].filter(({ id }) => !before.has(id))),
        })
      })
      // An answer that breaks off breaks off for the verifier too, instead of keeping it waiting.
      pipeline(answer, response, () => {})
    })
    onward.on('error', (error) => (response.headersSent ? response.destroy() : response.writeHead(502).end(error.message)))
    onward.end(request.body)
  }

  const listener = (incoming: IncomingMessage, response: ServerResponse) => {
    read(incoming)
      .then(async (request) => {
        if (request.path !== STATES) return passOn(request, response)
        const [status, answer] = await changeState(request.body)
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
      })
      .catch((error: Error) => response.writeHead(400).end(error.message))
  }
  const server = createServer(guardLocal(listener, 'Only the verifier may call this'))
  const { url, close } = await listenLocally(server)
  return {
    url,
    statesUrl: `${url}${STATES}`,
    failures,
    answers,
    close() {
      agent.destroy()
      return close()
    },
  }
}

const numberOf = (world: string) => Number(/\d+$/.exec(world)?.[0])

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString())
  } catch {
    return undefined
  }
}

/** Usage records of one call, in its order. */
function faultyRecords(records: readonly { readonly fault?: string }[]): readonly FaultyRecord[] {
  return records.flatMap(({ fault }, place) => (fault === undefined ? [] : [{ place, code: fault }]))
}

/** A path that no service has. */
const STATES = '/_contract/states'

/** Values that every pact may use, whatever its states: the accounts of the world. */
function known(world: InWorld): Record<string, unknown> {
  const { buyer, partner, seller } = world.credentials
  const client = seller?.oauth?.[0]
  return {
    projectId: buyer?.project_id,
    domainId: buyer?.domain_id,
    domainName: buyer?.domain_name,
    userName: buyer?.user_name,
    password: buyer?.password,
    partnerDomainId: partner?.domain_id,
    sellerDomainId: seller?.domain_id,
    clientId: client?.client_id,
    clientSecret: client?.client_secret,
    redirectUri: client?.redirect_uris[0],
    buyerToken: buyer?.token,
    partnerToken: partner?.token,
    sellerToken: seller?.token,
  }
}

async function read(incoming: IncomingMessage): Promise<Request> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of incoming) {
    size += (chunk as Buffer).length
    if (size > MOST) throw new Error('The body is larger than 16 MB.')
    chunks.push(chunk as Buffer)
  }
  const [path = '/', query = ''] = (incoming.url ?? '/').split(/\?(.*)/s)
  const drop = ['connection', 'transfer-encoding', 'content-length', 'host', 'keep-alive', 'expect', 'accept-encoding']
  const headers = Object.entries(incoming.headers).flatMap(([name, value]) =>
    value === undefined || drop.includes(name) ? [] : [[name, [value].flat().join(', ')] as const],
  )
  const body = Buffer.concat(chunks)
  return { method: incoming.method ?? 'GET', path, query, headers: Object.fromEntries(headers), body }
}
