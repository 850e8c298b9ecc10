/** What a shop asks of Huawei Cloud in a customer's name: which orders there are, and to pay one. */
export interface Order {
  readonly order_id: string
  readonly status: number
  readonly amount_after_discount: number
}

/** A refusal, with the error code that the caller decides by. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

/**
 * @param options.url the billing API; a sandbox, or the mock of Pact, in tests
 * @param options.token of the customer, from IAM
 */
export function createShop({ url, token }: { readonly url: string; readonly token: string }) {
  async function call(path: string, init: RequestInit = {}): Promise<Response> {
    const response = await fetch(`${url}${path}`, { ...init, headers: { ...init.headers, 'X-Auth-Token': token } })
    if (response.ok) return response
    const { error_code, error_msg } = (await response.json()) as { error_code: string; error_msg: string }
    throw new Refused(error_code, error_msg)
  }

  return {
    async completedOrders(): Promise<readonly Order[]> {
      const response = await call('/v2/orders/customer-orders?status=5&limit=10&offset=0')
      return ((await response.json()) as { order_infos: Order[] }).order_infos
    },

    /** From the balance. Answers 204, without a body. */
    async pay(orderId: string): Promise<void> {
      const body = JSON.stringify({ order_id: orderId, use_coupon: 'NO', use_discount: 'NO' })
      await call('/v3/orders/customer-orders/pay', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body })
    },
  }
}
