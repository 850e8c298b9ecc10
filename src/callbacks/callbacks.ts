import { didYouMean } from '../language/did-you-mean.ts'
import type { CallOutcome, SellerCalls } from '../marketplace/marketplace-api.ts'
import type { Specs } from '../spec/catalogue.ts'
import { FOREIGN } from '../spec/document/foreign.ts'
import type { OperationDoc } from '../spec/document/model.ts'
import type { Operation } from '../spec/operation.ts'
import { WorldError } from '../world/engine/world-error.ts'
import type { SentCallback } from '../world/entities/entities.ts'
import type { Answered, Callbacks, DeclaredCallback } from './callbacks-api.ts'
import { type ComposeSource, composeCallback } from './compose-callback.ts'
import { filledIn } from './expression.ts'

/** Milliseconds that a called server has for its answer. */
const TIMEOUT = 10_000

/** Characters of an answer that are kept. */
const KEPT = 64 * 1024

/** Waits for the answers of calls by hand no longer than some rounds of due work. */
const ROUNDS = 4

/** A declared call with its description. */
interface Known extends DeclaredCallback {
  readonly service: string
  readonly doc: OperationDoc
}

/**
 * The calls that foreign documents announce.
 * @param send makes a call; refuses hosts that are not allowed
 */
export function createCallbacks(specs: Specs, send: SellerCalls['callBackend']): Callbacks {
  // The documents may be read again.
  const all = new WeakMap<object, ReadonlyMap<string, Known>>()
  const known = () => {
    const declared = all.get(specs.bundle) ?? declaredIn(specs)
    all.set(specs.bundle, declared)
    return declared
  }
  const schemasOf = (service: string) => specs.bundle.services[service]?.components?.schemas ?? {}
  const plan = async (
    { name, service, doc, method }: Known,
    url: string,
    source: Omit<ComposeSource, 'name' | 'schemas'>,
  ): Promise<SentCallback> => {
    const { world } = source
    const { headers, query, body } = await composeCallback(doc, { ...source, name, schemas: schemasOf(service) })
    return world.transaction(() => {
      const id = `CB${String(world.ids.next('callback')).padStart(8, '0')}`
      const now = world.clock.now()
      const address = withQuery(url, query)
      world.plan(now, 'callback.send', { callbackId: id })
      return world.callbacks.put({
        id,
        name,
        method,
        url: address,
        headers,
        ...(body === undefined ? {} : { body }),
        status: 'waiting',
        createdAt: now,
      })
    })
  }

  return {
    get declared() {
      return [...known().values()].map(({ service: _, doc: __, ...declared }) => declared)
    },

    follow(world, answered) {
      const { operation, reply, findings } = answered
      if (!operation.doc.callbacks || reply.status >= 400) return undefined
      const due: (readonly [Known, string])[] = []
      for (const callback of callbacksOf(operation)) {
        const url = filledIn(callback.expression ?? '', answered)
        if (url !== undefined && isAddress(url)) due.push([callback, url])
        else if (url !== undefined) findings.push(addressFinding(callback, url))
      }
      if (due.length === 0) return undefined
      const source = { world, known: knownMembers(answered) }
      return (async () => {
        for (const [callback, url] of due) await plan(callback, url, source)
      })()
    },

    async fire(world, name, { url, body, set }) {
      const callback = known().get(name)
      if (!callback) throw unknown(name, [...known().keys()])
      if (!isAddress(url)) throw new WorldError('callback.address', `"${url}" is no address. Write one such as http://localhost:8080/hook.`)
      const by = { world, known: {}, ...(body === undefined ? {} : { body }), ...(set ? { set } : {}) }
      const { id } = await plan(callback, url, by)
      for (let round = 0; round < ROUNDS && world.callbacks.get(id)?.status === 'waiting'; round++) {
        world.clock.runDue()
        await world.clock.settled()
      }
      return world.callbacks.get(id) as SentCallback
    },

    work: {
      'callback.send'(world, { callbackId }) {
        const callback = world.callbacks.get(callbackId)
        if (callback?.status !== 'waiting') return undefined
        const { method, url, headers, body = '' } = callback
        const terms = { timeout: TIMEOUT, instant: world.clock.now() }
        return send({ method, url, headers, body }, terms).then((outcome) =>
          // What was cut off by a stop is sent again by the next process that opens the world.
          outcome.stopped ? undefined : () => world.callbacks.change(callbackId, { sentAt: world.clock.now(), ...endOf(outcome) }),
        )
      },
    },
  }
}

function endOf({ answer, failure, reason }: CallOutcome): Pick<SentCallback, 'status' | 'answer' | 'failure'> {
  if (!answer) return { status: 'failed', failure: [failure, reason].filter((one) => one !== undefined).join(': ') }
  const body = new TextDecoder().decode(answer.bytes).slice(0, KEPT)
  return { status: 'answered', answer: { status: answer.status, headers: answer.headers, body } }
}

/** The callbacks of one operation. */
function callbacksOf({ service, id, ref, doc }: Operation): Known[] {
  return Object.entries(doc.callbacks ?? {}).flatMap(([name, addresses]) =>
    Object.entries(addresses).flatMap(([expression, methods]) =>
      Object.entries(methods).map(([method, one], i) => ({
        name: `${service}.${id}.${name}${i === 0 ? '' : `.${method}`}`,
        kind: 'callback' as const,
        operation: ref,
        expression,
        method: method.toUpperCase(),
        ...(one.summary === undefined ? {} : { summary: one.summary }),
        service,
        doc: one,
      })),
    ),
  )
}

function declaredIn(specs: Specs): ReadonlyMap<string, Known> {
  const foreign = ({ service }: Operation) => specs.bundle.services[service]?.['x-origin'] === FOREIGN
  const webhooks = specs.webhooks.filter(foreign).map(({ ref, service, path, method, doc }) => {
    const key = `${service}.${path}`
    return {
      name: key,
      kind: 'webhook' as const,
      method,
      ...(doc.summary === undefined ? {} : { summary: doc.summary }),
      service,
      doc,
      ref,
    }
  })
  const callbacks = specs.operations.filter(foreign).flatMap(callbacksOf)
  return new Map([...callbacks, ...webhooks.map(({ ref: _, ...one }) => one)].map((one) => [one.name, one]))
}

/** Members of the answer, then of the request, that a generated body may repeat. */
function knownMembers({ input, reply }: Answered): Readonly<Record<string, unknown>> {
  const members = (value: unknown) => (typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {})
  return { ...members(input.body), ...members(reply.body) }
}

function isAddress(url: string): boolean {
  try {
    return /^https?:$/.test(new URL(url).protocol)
  } catch {
    return false
  }
}

function withQuery(url: string, query: Readonly<Record<string, string>>): string {
  const whole = new URL(url)
  for (const [name, value] of Object.entries(query)) whole.searchParams.set(name, value)
  return whole.href
}

const addressFinding = ({ name, expression }: DeclaredCallback, got: string) => ({
  code: 'request.callback.address',
  level: 'warning' as const,
  pointer: '',
  expected: `an http or https address at ${expression}, for the callback ${name}`,
  got: got.slice(0, 120),
  evidence: 'doc' as const,
})

function unknown(name: string, known: readonly string[]): WorldError {
  const all = known.length === 0 ? 'The documents have none.' : `There are: ${known.join(', ')}.`
  return new WorldError('callback.unknown', `There is no callback or webhook "${name}".${didYouMean(name, known)} ${all}`)
}
