import type { components } from '../../spec/generated/console.ts'
import type { Ask } from '../mcp-api.ts'
import { lines, type Tool, table, tool } from '../tool.ts'

type Schemas = components['schemas']
type Order = Schemas['OrderState']
type Done<T> = Schemas['Done'] & T

const PERIOD = {
  type: 'object',
  additionalProperties: false,
  description: 'How long. Default: one period of the product.',
  properties: {
    type: { type: 'string', enum: ['day', 'month', 'year'], description: "Kind of period. Default: the product's own." },
    num: { type: 'integer', minimum: 1, maximum: 120, description: 'How many. Default: 1.' },
  },
} as const
const RESOURCE = {
  type: 'string',
  minLength: 1,
  maxLength: 64,
  description: 'Id of the resource, or number of the order that bought it (CS…).',
} as const
const PAY = {
  type: 'boolean',
  default: true,
  description: 'Pay at once from the balance; false leaves the order to be paid with pay_orders.',
} as const

const listProducts = tool<{ text?: string }>('list_products', {
  title: 'List products',
  description: 'Lists what can be bought: reference name, kind, how it is charged, price in yuan, seller.',
  arguments: {
    text: { type: 'string', minLength: 1, maxLength: 100, description: 'Only products that hold this text in name, kind or seller.' },
  },
  async run({ text }, { ask, world }) {
    const { products, ...about } = await ask<Schemas['Done'] & { products: Schemas['ProductState'][] }>('GET', '/console/products', {
      query: { world },
    })
    const found = products.filter((product) => text === undefined || JSON.stringify(product).toLowerCase().includes(text.toLowerCase()))
    const rows = found.map(({ id, ref = id, name, spec, kind, charging, price, seller }) => [
      ref,
      kind,
      charging,
      `${price} yuan`,
      seller ?? '',
      `${name} ${spec}`,
    ])
    return {
      value: { world: about.world, count: found.length, products: found },
      text: found.length === 0 ? `No product ${text === undefined ? 'is on sale' : `holds "${text}"`} in world "${world}".` : table(rows),
    }
  },
})

interface Purchase {
  readonly product: string
  readonly quantity?: number
  readonly period?: Schemas['Period']
  readonly pay?: boolean
  readonly customer?: string
  readonly trial?: boolean
}

const buyProduct = tool<Purchase>('buy_product', {
  title: 'Buy a product',
  description:
    'Buys a product as a buyer does in the console, and pays it from the balance. The marketplace then calls the seller; the call is in list_deliveries. Nothing is ordered when the payment is refused.',
  effect: 'change',
  arguments: {
    product: {
      type: 'string',
      minLength: 1,
      maxLength: 64,
      description: 'Its name in list_products such as crm-basic-month, its id, or its skuCode.',
    },
    quantity: { type: 'integer', minimum: 1, maximum: 100000, default: 1, description: 'Pieces.' },
    period: PERIOD,
    pay: PAY,
    customer: {
      type: 'string',
      minLength: 1,
      maxLength: 64,
      description: 'Id or login name of the buyer. Default: the buyer whose keys the sandbox prints.',
    },
    trial: { type: 'boolean', description: 'A trial order (试用).' },
  },
  required: ['product'],
  async run(body, { ask, world }) {
    const value = await ask<Done<{ order: Order }>>('POST', '/console/orders', { query: { world }, body })
    return { value, text: doneText(value, [value.order]) }
  },
})

interface Payment {
  readonly orders: readonly string[]
  readonly by?: string
  readonly verification_code?: string
}

const payOrders = tool<Payment>('pay_orders', {
  title: 'Pay orders',
  description:
    'Pays one order or several together. To find orders that wait for payment: list_entities with kind orders and status pending-payment.',
  effect: 'change',
  arguments: {
    orders: {
      type: 'array',
      minItems: 1,
      maxItems: 100,
      uniqueItems: true,
      items: { type: 'string', minLength: 1, maxLength: 64 },
      description: 'Order numbers (CS…).',
    },
    by: { type: 'string', enum: ['balance', 'online', 'partner'], default: 'balance', description: 'Way of paying.' },
    verification_code: { type: 'string', minLength: 1, maxLength: 16, description: 'The code, if operation protection asked for one.' },
  },
  required: ['orders'],
  async run({ verification_code: code, ...rest }, { ask, world }) {
    const body = { ...rest, ...(code === undefined ? {} : { verificationCode: code }) }
    const value = await ask<Done<{ payment: { due: string; status: string }; orders: Order[] }>>('POST', '/console/payments', {
      query: { world },
      body,
    })
    return { value, text: lines(`${value.payment.due} yuan: ${value.payment.status}`, doneText(value, value.orders)) }
  },
})

const renewResource = tool<{ resource: string; period?: Schemas['Period']; pay?: boolean }>('renew_resource', {
  title: 'Renew a resource',
  description: 'Renews a resource (续费) and pays it from the balance.',
  effect: 'change',
  arguments: { resource: RESOURCE, period: PERIOD, pay: PAY },
  required: ['resource'],
  async run({ resource, ...body }, { ask, world }) {
    const id = await resourceMeant(ask, world, resource)
    const path = `/console/resources/${encodeURIComponent(id)}/renewal`
    const value = await ask<Done<{ order: Order }>>('POST', path, { query: { world }, body })
    return { value, text: doneText(value, [value.order]) }
  },
})

interface Unsubscription {
  readonly resource: string
  readonly negotiated?: boolean
  readonly renewals_only?: boolean
  readonly reason?: string
}

const unsubscribeResource = tool<Unsubscription>('unsubscribe_resource', {
  title: 'Unsubscribe from a resource',
  description: 'Gives a resource back (退订), by the rules of its kind.',
  effect: 'drop',
  arguments: {
    resource: RESOURCE,
    negotiated: { type: 'boolean', description: 'Let the seller agree first, where the kind of product requires it.' },
    renewals_only: { type: 'boolean', description: 'Only the renewal periods that have not begun.' },
    reason: { type: 'string', minLength: 1, maxLength: 255, description: 'The reason, in words.' },
  },
  required: ['resource'],
  async run({ resource, negotiated = false, renewals_only: renewalsOnly, reason }, { ask, world }) {
    const about = `/console/resources/${encodeURIComponent(await resourceMeant(ask, world, resource))}`
    const query = { world }
    if (negotiated) await ask('POST', `${about}/agreement`, { query, body: {} })
    const body = { ...(renewalsOnly ? { renewalsOnly } : {}), ...(reason === undefined ? {} : { reason }) }
    const value = await ask<Done<{ order: Order }>>('POST', `${about}/unsubscription`, { query, body })
    return { value, text: doneText(value, [value.order]) }
  },
})

/** A resource by its id, or by the number of the order that bought it. */
async function resourceMeant(ask: Ask, world: string, word: string): Promise<string> {
  if (!/^CS\w+$/.test(word)) return word
  const { order } = await ask<{ order: Order }>('GET', `/console/orders/${encodeURIComponent(word)}`, { query: { world } })
  const left = order.resources.filter(({ status }) => status !== 'closed')
  const [only] = left
  if (only && left.length === 1) return only.id
  if (!only) throw new Error(`Order ${word} (${order.type}, ${order.status}) has no resource that is still open.`)
  throw new Error(`Order ${word} has several resources. Name one of ${left.map(({ id, name }) => `${id} (${name})`).join(', ')}.`)
}

/** What happened, and the orders as they are afterwards. */
function doneText({ facts }: Schemas['Done'], orders: readonly Order[]): string {
  return lines(...orders.map(orderText), facts.length > 0 && `Facts: ${facts.map(({ type }) => type).join(', ')}`)
}

function orderText({ id, type, status, statusText, payable, lines: bought, resources, licences, supervision }: Order): string {
  const waits = status === 'pending-payment' ? '  Waits for payment: call pay_orders.' : undefined
  const hands = supervision !== undefined && supervision !== 'accepted' ? `  Supervised delivery: ${supervision}.` : undefined
  return lines(
    `Order ${id} (${type}): ${status} (${statusText}), ${payable} yuan, ${bought.map(({ name, quantity }) => `${quantity} × ${name}`).join('; ')}`,
    waits,
    hands,
    ...resources.map(
      ({ id: resource, name, status: state, expireAt }) =>
        `  Resource ${resource}: ${state}, ${name}${expireAt === undefined ? '' : `, until ${expireAt}`}`,
    ),
    ...licences.map(({ code, status: state }) => (code === undefined ? undefined : `  Licence ${code}: ${state}`)),
  )
}

export const BUYER_TOOLS: readonly Tool[] = [listProducts, buyProduct, payOrders, renewResource, unsubscribeResource]
