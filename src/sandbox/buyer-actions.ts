import type { components, operations } from '../spec/generated/console.ts'
import { WorldError } from '../world/engine/world-error.ts'
import type { CallInput, CallResult } from './call.ts'

/** An order as the console shows it: money in yuan as text, times ISO 8601 UTC. */
export type OrderState = components['schemas']['OrderState']

type BodyOf<K extends keyof operations> = operations[K] extends { requestBody?: { content: { 'application/json': infer B } } } ? B : never
type Thing = string | { readonly id: string }

/**
 * Actions of people in one world: short methods for the most used operations of `console` (ours, not an interface of the vendor).
 * A refusal rejects with a `WorldError` that has the console's code, such as `balance-insufficient`, and leaves everything as it was.
 */
export interface BuyerActions {
  /** Buys a product of the catalogue for the default buyer and pays it from the balance, unless `pay` is false. */
  buy(product: string, how?: Omit<BodyOf<'BuyProduct'>, 'product'>): Promise<OrderState>
  /** Pays one order, or several of one buyer together. */
  pay(orders: Thing | readonly Thing[], how?: Omit<BodyOf<'PayOrders'>, 'orders'>): Promise<OrderState[]>
  /** The buyer accepts what people delivered. */
  accept(order: Thing, how?: BodyOf<'AcceptDelivery'>): Promise<OrderState>
  /** Renews a resource from its old end on: the renewal order. */
  renew(resource: Thing, how?: BodyOf<'RenewResource'>): Promise<OrderState>
  /** Unsubscribes from a resource: the unsubscription order. */
  unsubscribe(resource: Thing, how?: BodyOf<'UnsubscribeResource'>): Promise<OrderState>
}

/** Makes the buyer's actions from a function that calls operations. */
export function createBuyerActions(call: (operation: string, input: CallInput) => Promise<CallResult>): BuyerActions {
  const ask = async (operation: keyof operations, input: CallInput) => {
    const { status, body } = await call(`console.${operation}`, input)
    if (status >= 300) throw new WorldError(String(body?.code ?? 'refused'), `${operation} was refused: ${body?.detail ?? status}`)
    return body
  }
  return {
    buy: async (product, how = {}) => (await ask('BuyProduct', { body: { ...how, product } })).order,
    pay: async (orders, how = {}) => (await ask('PayOrders', { body: { ...how, orders: [orders].flat().map(idOf) } })).orders,
    accept: async (order, how = {}) => (await ask('AcceptDelivery', { path: { orderId: idOf(order) }, body: how })).order,
    renew: async (resource, how = {}) => (await ask('RenewResource', { path: { resourceId: idOf(resource) }, body: how })).order,
    unsubscribe: async (resource, how = {}) =>
      (await ask('UnsubscribeResource', { path: { resourceId: idOf(resource) }, body: how })).order,
  }
}

const idOf = (thing: Thing) => (typeof thing === 'string' ? thing : thing.id)
