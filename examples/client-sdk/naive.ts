import { type Client, certificate, payment } from './client.ts'

/**
 * A purchase as it is often written first: one retry around everything. It looks harmless, and it is wrong: when the answer to the
 * payment is lost, the purchase begins anew with a second order, and that is paid as well.
 */
export async function buyNaively({ send }: Client): Promise<string> {
  for (let attempt = 1; ; attempt++) {
    try {
      const { order_id } = await send<{ order_id: string }>(certificate())
      await send(payment(order_id))
      return order_id
    } catch (error) {
      if (attempt === 3) throw error
    }
  }
}
