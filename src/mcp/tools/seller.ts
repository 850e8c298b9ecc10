import type { components as consoleComponents } from '../../spec/generated/console.ts'
import type { components } from '../../spec/generated/sandbox.ts'
import { counted, lines, type Tool, table, tool } from '../tool.ts'
import { findingLines } from './journal.ts'

type Schemas = components['schemas']
type Delivery = Schemas['Delivery']
type AddressSet = consoleComponents['schemas']['Done'] & { address: { id: string; use: string; url: string }; warnings: string[] }

const DELIVERY = { type: 'string', minLength: 1, maxLength: 64, description: 'The id of the delivery, such as D00000001.' } as const

const listDeliveries = tool<{ order?: string; operation?: string; status?: string; limit?: number }>('list_deliveries', {
  title: 'List calls to sellers',
  description: "Lists the calls that the marketplace makes of sellers' production interfaces, with the verdict on the last answer.",
  arguments: {
    order: { type: 'string', maxLength: 64, description: 'Only those of this order.' },
    operation: { type: 'string', maxLength: 100, description: 'Only this call: newInstance, refreshInstance, releaseInstance …' },
    status: { type: 'string', enum: ['waiting', 'calling', 'succeeded', 'held', 'given-up'], description: 'Only those that stand so.' },
    limit: { type: 'integer', minimum: 1, maximum: 100, default: 20, description: 'At most this many, the newest.' },
  },
  async run({ limit = 20, ...filters }, { ask, world }) {
    const value = await ask<Schemas['DeliveryList']>('GET', '/deliveries', { query: { world, limit, ...filters } })
    return {
      value,
      text:
        value.count === 0
          ? `No call to a seller in world "${world}" fits. A seller is called once it has an address and something is bought from it.`
          : table(value.deliveries.map(deliveryRow)),
    }
  },
})

const showDelivery = tool<{ delivery: string }>('show_delivery', {
  title: 'Show a call to a seller',
  description:
    "Shows a call to a seller with every attempt: the request, the text that was signed, the seller's answer, and what is wrong with it.",
  arguments: { delivery: DELIVERY },
  required: ['delivery'],
  async run({ delivery }, { ask, world }) {
    const value = await ask<Schemas['DeliveryShown']>('GET', `/deliveries/${encodeURIComponent(delivery)}`, { query: { world } })
    return { value, text: shown(value) }
  },
})

const restartDelivery = tool<{ delivery: string }>('restart_delivery', {
  title: 'Restart a call to a seller',
  description:
    'Begins the retries of a call that is held or given up anew; the answer of the seller counts. Use resend_deliveries to repeat a call without effect on orders.',
  effect: 'change',
  arguments: { delivery: DELIVERY },
  required: ['delivery'],
  async run({ delivery }, { ask, world }) {
    const path = `/deliveries/${encodeURIComponent(delivery)}/restart`
    const value = await ask<Schemas['DeliveryShown']>('POST', path, { query: { world } })
    return { value, text: shown(value) }
  },
})

interface Resend {
  readonly deliveries: readonly string[]
  readonly fresh?: boolean
  readonly times?: number
  readonly shuffle?: boolean
}

const resendDeliveries = tool<Resend>('resend_deliveries', {
  title: 'Send calls to a seller again',
  description:
    'Sends the last attempt of one or several calls to sellers once more, byte for byte or signed anew, and shows the verdict. No order or resource changes by it: use it to check that a seller bears repeats.',
  effect: 'change',
  arguments: {
    deliveries: { type: 'array', minItems: 1, maxItems: 100, items: { type: 'string', maxLength: 64 }, description: 'Ids of deliveries.' },
    fresh: {
      type: 'boolean',
      default: false,
      description: 'Sign anew, with another nonce and timestamp. Otherwise the same bytes go out.',
    },
    times: { type: 'integer', minimum: 1, maximum: 20, default: 1, description: 'How often all of them are sent.' },
    shuffle: { type: 'boolean', default: false, description: 'Send them in random order.' },
  },
  required: ['deliveries'],
  async run(body, { ask, world }) {
    const value = await ask<Schemas['DeliveriesResent']>('POST', '/delivery-resends', { query: { world }, body })
    return { value, text: value.deliveries.map(shown).join('\n\n') }
  },
})

const setSellerAddress = tool<{ url: string; seller?: string; use?: string }>('set_seller_address', {
  title: "Set a seller's address",
  description:
    "Sets the address of a seller's production interface. From then on the marketplace calls it: after each purchase, renewal, expiry and release.",
  effect: 'change',
  arguments: {
    url: { type: 'string', pattern: '^https?://', maxLength: 2000, description: 'The address: http://localhost:8080/isv.' },
    seller: {
      type: 'string',
      minLength: 1,
      maxLength: 64,
      description: 'Id or login name of the seller. Default: the seller whose keys the sandbox prints.',
    },
    use: {
      type: 'string',
      enum: ['basic', 'kit', 'licence', 'notification'],
      default: 'basic',
      description: 'Which interface: basic (基础接口), kit (联营kit), licence (授权码), notification (订单通知).',
    },
  },
  required: ['url'],
  async run({ url, seller, use = 'basic' }, { ask, world }) {
    const query = { world }
    const name = seller ?? (await ask<Schemas['Credentials']>('GET', '/credentials', { query })).seller?.domain_id
    if (name === undefined) throw new Error(`World "${world}" has no seller whose keys are printed. Pass seller.`)
    const path = `/console/sellers/${encodeURIComponent(name)}/addresses`
    const value = await ask<AddressSet>('POST', path, { query, body: { use, url } })
    return { value, text: lines(`${value.address.id}: calls of ${use} go to ${value.address.url}.`, ...value.warnings) }
  },
})

const deliveryRow = ({ id, operation, status, orderId = '', attempts, last, nextAt }: Delivery): string[] => [
  id,
  operation,
  status,
  orderId,
  counted(attempts, 'attempt'),
  last === undefined ? '' : `${last.status ?? 'no answer'} ${last.codes.join(', ')}`.trim(),
  nextAt === undefined ? '' : `next ${nextAt}`,
]

function shown({ delivery, attempts }: Schemas['DeliveryShown']): string {
  return lines(
    `${delivery.id} ${delivery.operation} → ${delivery.url}: ${delivery.status}`,
    ...attempts.map((attempt) =>
      lines(
        `Attempt ${attempt.number}, ${attempt.at}: ${attempt.answer === undefined ? 'no answer' : attempt.answer.status}, ${attempt.passed ? 'passed' : 'refused'}`,
        attempt.request && `  ${attempt.request.method} ${attempt.request.url}`,
        attempt.request?.body && `  ${attempt.request.body}`,
        attempt.canonical !== undefined && `  signed text: ${attempt.canonical}`,
        attempt.answer?.body && `  answer: ${attempt.answer.body.slice(0, 1000)}`,
        attempt.findings.length > 0 && findingLines(attempt),
      ),
    ),
  )
}

export const SELLER_TOOLS: readonly Tool[] = [setSellerAddress, listDeliveries, showDelivery, restartDelivery, resendDeliveries]
