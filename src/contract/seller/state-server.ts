import type { LocalProxy } from '../../proxy/listen-locally.ts'
import type { OutgoingCall } from '../../proxy/sign-call.ts'
import { openSignProxy, type ProxiedExchange, type SignProxyOptions } from '../../proxy/sign-proxy.ts'
import { encryptField } from '../../signing/index.ts'
import type { Specs } from '../../spec/catalogue.ts'
import { interfaceUseOf } from '../../spec/interface-use.ts'
import type { Operation } from '../../spec/operation.ts'
import type { InterfaceKeys } from '../../world/entities/kinds-api.ts'
import { createStates, StateNotReached, type UnsignedCall } from './create-states.ts'
import type { Endurance } from './seller-timeouts.ts'
import { isState, STATES } from './states.ts'

export interface StateServerOptions extends Pick<SignProxyOptions, 'upstream' | 'port' | 'now' | 'nonce'> {
  readonly specs: Specs
  readonly keys: InterfaceKeys
  /** Letters and digits unique to this run. */
  readonly run: string
  readonly wait: (ms: number) => Promise<void>
  readonly values?: Readonly<Record<string, string>>
  /** Address of the seller's own handler of provider states. It sets up states that calls cannot, and is called in Pact's format. */
  readonly sellerStates?: string
  /** Called for each call of an interaction, not for those that set up states. */
  readonly onExchange?: (exchange: ProxiedExchange) => void
  /** Gives up on a seller that does not answer; default: never. */
  readonly endurance?: Endurance
  /** Called with the present interaction: once for its states, once for its call. */
  readonly onBegin?: (interaction: string) => void
  /** Called for interactions that are skipped because no more calls are made. */
  readonly onGivenUp?: (interaction: string, why: string) => void
  /** Called when a state could not be set up; `interaction` is the parameter of that name. */
  readonly onProblem?: (problem: Problem) => void
}

/** Why an interaction failed without an answer; `state` if setting up that state failed. */
export interface Problem {
  readonly state: string | undefined
  readonly interaction: string | undefined
  readonly detail: string
  /** The operation that the seller refused while the state was set up. */
  readonly operation?: string | undefined
}

/** A signing proxy that also sets up provider states. A Pact verifier of any language needs only this and the pacts. */
export interface StateServer {
  /** The provider, for the verifier. */
  readonly url: string
  /** The address for state changes. */
  readonly statesUrl: string
  readonly close: LocalProxy['close']
}

/** Path of the state changes. */
const STATES_PATH = '/_states'
/** Header of the calls that set up a state. */
const SETUP = 'x-sandbox-setup'
/** Parameter of a state, and header of a call, that name their interaction. */
export const INTERACTION = 'x-sandbox-interaction'

/** @throws TypeError for an upstream that is no address; the system's error for a port that cannot be used */
export async function openStateServer(options: StateServerOptions): Promise<StateServer> {
  const { specs, keys, onExchange, onProblem, onGivenUp, onBegin, sellerStates, endurance } = options
  /** Sign the next call of an interaction with a wrong key. Verifiers make one call at a time. */
  let wrongly = false
  let url = ''
  const states = createStates({ ...options, values: options.values ?? {}, opens: keys.basic !== undefined, contact, send })
  const proxy = await openSignProxy({
    ...options,
    key: '',
    again: true,
    ...(endurance ? { patience: endurance.begin } : {}),
    keyFor(call) {
      const use = interfaceUseOf(operationFor(specs, call))
      const key = keys[use]
      return key === undefined ? { refused: `No key of the ${use} interfaces was given.` } : { key }
    },
    spoil(marks) {
      if (marks.has(SETUP)) return false
      const now = wrongly
      wrongly = false
      return now
    },
    async own(request) {
      if (new URL(request.url).pathname !== STATES_PATH) return givenUp(request.headers.get(INTERACTION))
      return request.method === 'POST' ? change(await request.json().catch(() => undefined)) : problem(405, 'Send states with POST.')
    },
    onExchange(exchange) {
      endurance?.answered()
      if (!exchange.marks.has(SETUP)) onExchange?.(exchange)
    },
    onUnanswered(marks) {
      const why = endurance?.unanswered()
      const interaction = marks.get(INTERACTION)
      if (why !== undefined && interaction !== null) onProblem?.({ state: undefined, interaction, detail: why })
    },
  })
  url = proxy.url
  return { url, statesUrl: `${url}${STATES_PATH}`, close: proxy.close }

  function contact() {
    const iv = options.run.padEnd(16, '0').slice(0, 16)
    const written = (text: string) => (keys.basic === undefined ? '' : encryptField(text, keys.basic, { iv }))
    return { mobilePhone: written('15905222222'), email: written('buyer@example.com') }
  }

  /** After giving up, refuse immediately. Calls that set up a state belong to no interaction. */
  function givenUp(interaction: string | null): Response | undefined {
    const over = endurance?.over()
    if (over === undefined) {
      if (interaction !== null) onBegin?.(interaction)
      return undefined
    }
    if (interaction !== null) onGivenUp?.(interaction, over)
    return problem(409, `No more calls are made: ${over}.`)
  }

  async function change(asked: unknown): Promise<Response> {
    const { state, action, params } = (asked ?? {}) as { state?: unknown; action?: unknown; params?: Record<string, unknown> }
    if (typeof state !== 'string') return problem(400, 'A state change is {"state": …, "action": "setup", "params": {…}}.')
    const { [INTERACTION]: interaction, ...given } = params ?? {}
    if (action === 'teardown') wrongly = false
    // For an interaction without states, some verifiers send a state with an empty name.
    if (action === 'teardown' || state === '') return Response.json({})
    const refusal = givenUp(interaction === undefined ? null : String(interaction))
    if (refusal) return refusal
    try {
      return Response.json(await bringAbout(state, given))
    } catch (error) {
      if (!(error instanceof StateNotReached)) throw error
      onProblem?.({
        state,
        interaction: interaction === undefined ? undefined : String(interaction),
        detail: error.message,
        operation: error.operation,
      })
      return problem(isState(state) ? 409 : 404, error.message)
    }
  }

  async function bringAbout(state: string, params: Readonly<Record<string, unknown>>): Promise<object> {
    if (state === 'the signature is wrong') {
      wrongly = true
      return {}
    }
    const bring = isState(state) ? states[state] : undefined
    if (bring) return bring(params['edition'] === 'v1' ? 'v1' : 'v2')
    if (sellerStates !== undefined) return askSeller(sellerStates, state, params, endurance)
    if (isState(state)) throw new StateNotReached(`Only the seller can set this up: ${STATES[state].about}.`)
    throw new StateNotReached(`No handler is known for the state "${state}".`)
  }

  async function send({ method, path, members }: UnsignedCall) {
    const query = method === 'GET' ? `?${new URLSearchParams(members as Record<string, string>)}` : ''
    const body = method === 'GET' ? {} : { body: JSON.stringify(members) }
    const headers = { [SETUP]: '1', ...(method === 'GET' ? {} : { 'content-type': 'application/json' }) }
    const response = await fetch(`${url}${path}${query}`, { method, headers, ...body })
    const text = await response.text()
    return { status: response.status, text, body: objectIn(text) }
  }
}

/** The operation of the production interface that a request calls; undefined for an unknown activity. */
export function operationFor(
  { webhooks }: Specs,
  { method, url, body }: Pick<OutgoingCall, 'method' | 'url' | 'body'>,
): Operation | undefined {
  const activity = url.searchParams.get('activity') ?? objectIn(body)?.['activity']
  const mine = webhooks.filter((one) => one.method === method && one.service.startsWith('production'))
  const byPath = mine.find(({ doc }) => doc['x-path'] !== undefined && url.pathname.endsWith(doc['x-path']))
  return byPath ?? mine.find(({ doc }) => doc['x-path'] === undefined && doc['x-activity'] === activity)
}

async function askSeller(address: string, state: string, params: object, endurance: Endurance | undefined): Promise<object> {
  const headers = { 'content-type': 'application/json' }
  try {
    const body = JSON.stringify({ action: 'setup', state, params })
    const response = await fetch(address, { method: 'POST', headers, body, ...(endurance ? { signal: endurance.begin() } : {}) })
    const text = await response.text()
    endurance?.answered()
    if (response.ok) return objectIn(text) ?? {}
    throw new StateNotReached(`The seller's handler of states answered HTTP ${response.status} for "${state}": ${text.slice(0, 160)}`)
  } catch (error) {
    if (error instanceof StateNotReached) throw error
    const silent = endurance?.unanswered()
    if (silent !== undefined) throw new StateNotReached(`The seller's handler of states at ${address} did not answer "${state}" in time.`)
    const { cause } = error as { cause?: { code?: string } }
    throw new StateNotReached(
      `The seller's handler of states cannot be reached at ${address} (${cause?.code ?? (error as Error).message}).`,
    )
  }
}

function objectIn(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

function problem(status: number, detail: string): Response {
  const body = JSON.stringify({ title: 'The state cannot be set up', status, detail })
  return new Response(body, { status, headers: { 'content-type': 'application/problem+json' } })
}
