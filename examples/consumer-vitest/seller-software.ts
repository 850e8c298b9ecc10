/** What the software of a seller asks of KooGallery: what was ordered, what to charge for, whether a licence is good. */
import { randomBytes } from 'node:crypto'
import { formatSdkDate, signAkSk, signUsagePush } from 'koogallery-sandbox/signing'

const API = '/api/mkp-openapi-public/global/v1'

export interface UsageRecord {
  readonly instance_id: string
  /** Text of your own, another one for each record: one that comes again is refused (005). */
  readonly metering_sn: string
  /** `yyyyMMdd'T'HHmmss'Z'`, UTC, as the two below. */
  readonly begin_time: string
  readonly end_time: string
  readonly record_time: string
  /** As text: a number might be written in another way than it was signed. */
  readonly usage_value: string
}

interface Options {
  readonly url: string
  readonly access: string
  readonly secret: string
  /** The accessKey that the seller console binds to the basic interfaces (基础接口). It signs the usage; AK and SK sign the rest. */
  readonly key: string
  /** Epoch milliseconds. */
  readonly now?: () => number
}

export function createSellerSoftware({ url, access, secret, key, now = Date.now }: Options) {
  /** `host` is signed: fetch sends the one of the URL. */
  async function signed(method: string, path: string, query: string, body?: string): Promise<Response> {
    const headers = { host: new URL(url).host, 'x-sdk-date': formatSdkDate(now()) }
    const { authorization } = signAkSk({ method, path, query, headers, ...(body === undefined ? {} : { body }) }, { access, secret })
    const sent = { Authorization: authorization, 'X-Sdk-Date': headers['x-sdk-date'] }
    if (body === undefined) return fetch(`${url}${path}?${query}`, { method, headers: sent })
    return fetch(`${url}${path}`, { method, headers: { ...sent, 'Content-Type': 'application/json' }, body })
  }

  return {
    /** The order behind a newInstance call. */
    async orderOf(orderId: string): Promise<{ readonly orderType: string; readonly productIds: readonly string[] }> {
      const response = await signed('GET', `${API}/order/query`, `orderId=${encodeURIComponent(orderId)}`)
      const { orderInfo } = await read<OrderAnswer>(response)
      return {
        orderType: orderInfo.orderType,
        productIds: orderInfo.orderLine.flatMap((line) => line.productInfo.map((it) => it.productId)),
      }
    },

    async pushUsage(records: readonly UsageRecord[]): Promise<void> {
      const body = JSON.stringify({ usage_records: records })
      const stamp = { ts: String(now()), nonce: randomBytes(4).toString('hex') }
      const headers = { ...stamp, signature: signUsagePush({ ...stamp, body }, key).value, 'Content-Type': 'application/json' }
      await read(await fetch(`${url}${API}/isv/usage-data`, { method: 'POST', headers, body }))
    },

    /** @returns what the licence allows, as text */
    async activate(license: string): Promise<string> {
      const answer = await read<{ data: { license_code_info: string } }>(
        await signed('POST', `${API}/license/activate`, '', JSON.stringify({ license })),
      )
      return answer.data.license_code_info
    },
  }
}

interface OrderAnswer {
  readonly orderInfo: {
    readonly orderType: string
    readonly orderLine: readonly { readonly productInfo: readonly { productId: string }[] }[]
  }
}

async function read<T>(response: Response): Promise<T> {
  const text = await response.text()
  if (!response.ok) throw new Error(`KooGallery answered ${response.status}: ${text}`)
  return JSON.parse(text) as T
}
