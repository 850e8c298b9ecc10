/**
 * A client of Huawei Cloud that buys certificates and pays for them, on the vendor's Node SDK. Three rules make it safe to repeat calls:
 *
 * 1. 429 means that the gateway did not pass the call on. Wait and repeat it, whatever it does.
 * 2. 5xx or a broken connection means that you do not know what happened. Repeat calls that only read.
 * 3. Before you repeat a call that changes something, read whether it already did.
 */
import type { ICredential } from '@huaweicloud/huaweicloud-sdk-core/auth/ICredential.js'
import { ClientBuilder } from '@huaweicloud/huaweicloud-sdk-core/ClientBuilder.js'
import { ServiceResponseException } from '@huaweicloud/huaweicloud-sdk-core/exception/ServiceResponseException.js'
import type { HcClient } from '@huaweicloud/huaweicloud-sdk-core/HcClient.js'
import { Logger4jInstance } from '@huaweicloud/huaweicloud-sdk-core/logger/log4jLogger.js'
import { TokenCredential } from './token.ts'

// The SDK logs each refusal with the whole request, tokens and signatures included.
Logger4jInstance.level = 'off'

/** One call, in the form in which the SDK's generated clients (`BssClient`, `ScmClient` …) hand it to their core. */
export interface Call {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly queryParams?: Readonly<Record<string, string | number>>
  readonly pathParams?: Readonly<Record<string, string>>
  readonly data?: Readonly<Record<string, unknown>>
  /** Nothing can find out whether it acted: it goes to the first endpoint only, so that the SDK does not repeat it either. */
  readonly once?: true
}

export interface Order {
  readonly order_id: string
  readonly status: number
  readonly amount_after_discount: number
}

export interface Options {
  /** With two addresses the SDK repeats a call by itself, once, at the second one: after 504 and broken connections, payments too. */
  readonly endpoints: string[]
  readonly credential: ICredential
  /** Told of each answer that the SDK hands over: the HTTP status, and the error code if it is a refusal. */
  readonly onAnswer?: (call: Call, status: number | undefined, code: string | undefined) => void
  /** How long to wait before each repetition, in milliseconds; as many repetitions as there are pauses. */
  readonly pauses?: readonly number[]
}

/** Two to five seconds, longer each time. */
export const PAUSES = [2000, 3000, 5000]
const STATUS = { processing: 3, completed: 5, unpaid: 6 } as const
/** The order is not waiting for payment: it is paid, cancelled, or under review. */
const CANNOT_BE_PAID = 'CBC.99003106'

export type Client = ReturnType<typeof createClient>

export function createClient({ endpoints, credential, onAnswer = () => {}, pauses = PAUSES }: Options) {
  // `BssClient.newBuilder()` is such a builder, too. Each call has a client of its own: an SDK client that repeats a call signs the last
  // request that it was given. That is another one when calls run at the same moment, and the payment that went through ends with 401.
  const builder = (addresses: string[]) => new ClientBuilder<HcClient>((core) => core).withEndpoint(addresses).withCredential(credential)
  const [repeating, single] = [builder(endpoints), builder(endpoints.slice(0, 1))]

  async function sendOnce<T>(call: Call): Promise<T> {
    const { once, ...request } = call
    const options = { contentType: 'application/json', queryParams: {}, pathParams: {}, headers: {}, ...request }
    try {
      const answer = await (once ? single : repeating).build().sendRequest(options)
      onAnswer(call, answer.httpStatusCode, undefined)
      return answer as T
    } catch (error) {
      if (error instanceof ServiceResponseException) onAnswer(call, statusOf(error), error.errorCode)
      throw error
    }
  }

  /** A token that has died is replaced, once for each call. A wrong key stays wrong: five failures would lock it. */
  async function send<T>(call: Call): Promise<T> {
    if (!(credential instanceof TokenCredential)) return sendOnce(call)
    const used = await credential.token()
    try {
      return await sendOnce(call)
    } catch (error) {
      if (statusOf(error) !== 401) throw error
      credential.forget(used)
      return sendOnce(call)
    }
  }

  async function retry<T>(call: Call, isWorthIt: (error: unknown) => boolean): Promise<T> {
    for (const pause of pauses) {
      try {
        return await send<T>(call)
      } catch (error) {
        if (!isWorthIt(error)) throw error
        await wait(pause)
      }
    }
    return send(call)
  }

  const read = <T>(call: Call): Promise<T> => retry(call, (error) => isThrottled(error) || isUnknown(error))
  const write = <T>(call: Call): Promise<T> => retry(call, isThrottled)

  async function statusOfOrder(orderId: string): Promise<number> {
    const url = '/v2/orders/customer-orders/details/{order_id}'
    return (await read<{ order_info: Order }>({ method: 'GET', url, pathParams: { order_id: orderId } })).order_info.status
  }

  return {
    send,

    /** All orders, page by page. An order that moves to the next page meanwhile counts once. */
    async orders({ pageSize = 100 }: { readonly pageSize?: number } = {}): Promise<readonly Order[]> {
      const found = new Map<string, Order>()
      for (let offset = 0; ; offset += pageSize) {
        const queryParams = { limit: pageSize, offset }
        const page = await read<{ total_count: number; order_infos: Order[] }>({ method: 'GET', url: ORDERS, queryParams })
        for (const order of page.order_infos) found.set(order.order_id, order)
        if (offset + pageSize >= page.total_count) return [...found.values()]
      }
    },

    /**
     * Fails when the answer is lost. The order may exist then, but nobody pays for it and it lapses.
     * @returns the number of the order, which is still to be paid
     */
    async order(): Promise<string> {
      return (await write<{ order_id: string }>(certificate())).order_id
    },

    /** Pays an order exactly once, whatever happens to the answers. */
    async pay(orderId: string): Promise<void> {
      for (let attempt = 0; ; attempt++) {
        try {
          await write(payment(orderId))
          return
        } catch (error) {
          // CBC.99003106 may mean that this client paid before: it did not get the answer, or the SDK repeated the call by itself.
          if (!isUnknown(error) && codeOf(error) !== CANNOT_BE_PAID) throw error
          // The first payment may still be under way.
          await wait(pauses[attempt] ?? 0)
          const status = await statusOfOrder(orderId)
          if (isPaid(status)) return
          if (status !== STATUS.unpaid || attempt >= pauses.length) throw error
        }
      }
    },
  }
}

/** Paid orders are processed first and completed after that. */
export const isPaid = (status: number): boolean => status === STATUS.processing || status === STATUS.completed

const ORDERS = '/v2/orders/customer-orders'

/** The order of one certificate for one domain and one year. */
export const certificate = (): Call => ({
  method: 'POST',
  url: '/v3/scm/certificates/buy',
  once: true,
  data: {
    cert_brand: 'GEOTRUST',
    cert_type: 'OV_SSL_CERT',
    domain_type: 'SINGLE_DOMAIN',
    effective_time: 1,
    domain_numbers: 1,
    order_number: 1,
    agree_privacy_protection: true,
  },
})

export const payment = (orderId: string): Call => ({
  method: 'POST',
  url: '/v3/orders/customer-orders/pay',
  data: { order_id: orderId, use_coupon: 'NO', use_discount: 'NO' },
})

const statusOf = (error: unknown): number | undefined =>
  error instanceof ServiceResponseException && error.httpStatusCode !== undefined ? Number(error.httpStatusCode) : undefined
const codeOf = (error: unknown): string | undefined => (error instanceof ServiceResponseException ? error.errorCode : undefined)
const isThrottled = (error: unknown): boolean => statusOf(error) === 429
/** No answer, or one that does not say whether the call acted. Where the connection broke, the SDK's exception has no status. */
const isUnknown = (error: unknown): boolean => error instanceof ServiceResponseException && (statusOf(error) ?? 500) >= 500
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
