import type { HttpClient } from '../marketplace/http-client.ts'
import { judge, timeoutOf, type Verdict } from '../marketplace/judge/judge.ts'
import type { CallOutcome, OutgoingRequest } from '../marketplace/marketplace-api.ts'
import type { ShownExchange } from '../report/exchange.ts'
import type { Sandbox } from '../sandbox/sandbox-api.ts'
import { interfaceUseOf } from '../spec/interface-use.ts'
import type { InterfaceKeys } from '../world/entities/kinds-api.ts'
import type { Barrier } from './barrier.ts'
import type { Case, Member } from './case.ts'
import { composeCall } from './compose-call.ts'
import type { SendRaw } from './send-raw.ts'
import { isUsual, sendUnusually } from './send-unusually.ts'
import { showCall, textOf } from './shown-call.ts'
import { spoil } from './tamper.ts'

/** What calls need. The sandbox only provides specs, settings and random values; nothing is bought or stored in it. */
export interface Caller {
  readonly sandbox: Sandbox
  readonly send: HttpClient
  /** For requests that the marketplace's HTTP client cannot send. */
  readonly sendRaw: SendRaw
  /** Machine time, epoch milliseconds. */
  readonly now: () => number
  readonly url: string
  readonly keys: InterfaceKeys
}

/** A verdict and how long the answer took, in machine milliseconds. */
export interface Called extends Verdict, Pick<CallOutcome, 'failure'> {
  /** HTTP status of the answer, if one came. */
  readonly status?: number
  readonly ms: number
  /** For the report; made only for a call with findings. */
  readonly exchange: () => ShownExchange
}

/** Offset of the call's timestamp from the machine's time, milliseconds. */
const SHIFTED: Readonly<Record<string, number>> = { stale: -600_000, 'stale-by-90-s': -90_000, 'stale-by-45-s': -45_000, future: 600_000 }

/** What a case prescribes for its calls in addition to members. */
export interface CallHow {
  /** The whole body, see Case. */
  readonly body?: string
  /** Instances that the answer must contain, names filled in. */
  readonly shows?: string
  readonly gate?: Barrier
  /** Changes the finished request. */
  readonly change?: (request: OutgoingRequest, key: string) => OutgoingRequest
}

/** The operation that a case calls, and the key that signs it. */
export function operationOf({ sandbox, keys }: Pick<Caller, 'sandbox' | 'keys'>, { operation: name }: Pick<Case, 'operation'>) {
  const operation = sandbox.specs.operation(name.includes('.') ? name : `production.${name}`)
  const use = interfaceUseOf(operation)
  return { operation, use, key: keys[use] }
}

/**
 * Makes one call of a case like the debugging page (testFlag 1): composed, signed, sent and judged by the marketplace's own code, with
 * the changes of the case in between.
 * @param number unique in the run: nonce and businessId are made from it
 * @param set members of the body, names filled in; undefined leaves one out
 */
export async function call(
  caller: Caller,
  one: Pick<Case, 'operation' | 'tamper' | 'product' | 'travels'>,
  number: number,
  set: Readonly<Record<string, Member | undefined>>,
  { body, shows, gate: barrier, change = (request) => request }: CallHow = {},
): Promise<Called> {
  const { sandbox, send, sendRaw, now, url } = caller
  const { tamper, product } = one
  const { world, specs } = sandbox
  const { operation, use, key = '' } = operationOf(caller, one)
  const instanceId = shows ?? set['instanceId'] ?? ''
  const delivery = {
    id: `V${number}`,
    operation: operation.ref,
    status: 'calling',
    use,
    sellerId: '',
    addressId: '',
    timetable: 'by-hand',
    cause: 'hand',
    about: { instanceId, set: set as Readonly<Record<string, Member>>, ...(product === undefined ? {} : { productId: product }) },
    debugging: true,
    createdAt: world.clock.now(),
    attempts: 1,
  } as const
  const stamp = { number: 1, now: now() + (SHIFTED[tamper ?? ''] ?? 0) }
  const signedWith = tamper === 'signature-of-another-key' ? `${key}-of-somebody-else` : key
  const { request: composed } = composeCall(tamper === 'plus-in-token', world, operation, delivery, { url, key: signedWith }, stamp)
  const spoilt = change(spoil(composed, tamper, operation, key), key)
  // Answers of V1.0 are signed, so their original bytes and header names are checked.
  const signed = operation.service === 'production-v1'
  const request = signed ? { ...spoilt, headers: { ...spoilt.headers, 'accept-encoding': 'gzip' } } : spoilt
  const timeout = timeoutOf({ world, operation })
  const { outcome, sent } =
    !signed && isUsual(one, { body, gate: barrier })
      ? { outcome: await send(request, { timeout, instant: 0 }), sent: request }
      : await sendUnusually(sendRaw, { request, key, timeout, travels: one.travels, body, gate: barrier, twice: tamper === 'sent-before' })
  const verdict = judge({ specs, world, operation, delivery, key, request, outcome })
  const { resultCode } = verdict
  const failure = outcome.failure === undefined ? {} : { failure: outcome.failure }
  sandbox.noteSellerCall({
    operation: operation.ref,
    url: request.url,
    body: body ?? request.body,
    ...(resultCode === undefined ? {} : { resultCode }),
    ...failure,
  })
  return {
    ...verdict,
    ms: outcome.ms,
    ...failure,
    ...(outcome.answer === undefined ? {} : { status: outcome.answer.status }),
    // Bytes that were composed as text are shown as text: only a body of the case itself is signed byte by byte.
    exchange: () => showCall(operation, body === undefined ? { ...sent, body: textOf(sent.body) } : sent, outcome, key),
  }
}
