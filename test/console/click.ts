import type { Sandbox } from '../../src/index.ts'

/** A request of a console operation by its parts. */
export interface ConsoleRequest {
  readonly path?: Record<string, string>
  readonly query?: Record<string, string>
  readonly body?: unknown
}

type State = { readonly id: string; readonly resources: readonly { readonly id: string }[] }

/** Does one thing at the console and gives back what it answered; a refusal is an error. */
export async function click(sandbox: Sandbox, operation: string, request: ConsoleRequest = {}): Promise<Record<string, never>> {
  const { status, body } = await sandbox.call(`console.${operation}`, request as Parameters<Sandbox['call']>[1])
  if (status >= 300) throw new Error(`${operation} was refused: ${JSON.stringify(body)}`)
  return body as Record<string, never>
}

/** Buys something and shows the order; with `wait`, what opens by itself is open. */
export async function buy(sandbox: Sandbox, product: string, more: object = {}, wait = false): Promise<State & Record<string, unknown>> {
  const { order } = (await click(sandbox, 'BuyProduct', { body: { product, ...more } })) as unknown as {
    order: State & Record<string, unknown>
  }
  if (!wait) return order
  await sandbox.clock.advance('1m')
  return ((await click(sandbox, 'ShowOrder', { path: { orderId: order.id } })) as unknown as { order: State & Record<string, unknown> })
    .order
}
